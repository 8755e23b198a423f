import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Button, buttonsOf, createDrive, type Drive, isEphemeral, textOf } from './drive.ts';
import { createFaults, type Fault } from './faults.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { serve } from './http.ts';
import { DEFAULT_OPTIONS, type DiscordOptions } from './options.ts';
import { createPeople, type People } from './people.ts';
import { type Ids, populate } from './population.ts';
import { channelRoutes } from './routes/channels.ts';
import { commandRoutes, commandsOf } from './routes/commands.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import { sessionRoutes } from './routes/session.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { specSkipped, warmSpec } from './spec.ts';
import { type Command, createWorld, type Message, type RequestRecord, type World } from './world.ts';

/** A Discord on this machine that the unmodified client connects to, as strict as the real one. */
export interface FakeDiscord extends Drive, People {
  /** For the client's `rest: { api }`. */
  readonly api: string;
  readonly token: string;
  readonly ids: Ids;
  readonly gateway: Gateway;
  readonly identifies: number;
  readonly resumes: number;
  readonly heartbeats: number;
  readonly requests: readonly RequestRecord[];
  /** What the bot did that Discord refuses or people would mind; a good bot leaves it empty. */
  readonly violations: string[];
  /** Why bodies aren't checked against Discord's own description; undefined when they are. */
  readonly specSkipped: string | undefined;
  readonly world: World;
  /** Orders what goes wrong with the next requests that match. */
  fault(fault: Fault): void;
  /** Makes the clock jump by so many milliseconds. */
  elapse(milliseconds: number): void;
  /** The messages of a channel, oldest first, ephemeral ones too. */
  messages(channelId: string): readonly Message[];
  /** The global commands, or a guild's. */
  commands(guildId?: string): readonly Command[];
  textOf(message: Message): string;
  isEphemeral(message: Message): boolean;
  buttonsOf(message: Message): readonly Button[];
  /** Makes the token good no more. */
  revoke(): void;
  /** Nobody listens any more; what was connected is cut off. */
  goAway(): Promise<void>;
  /** Listens again, at the same address. */
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a fake Discord on a free port. */
export async function startDiscord(options: Partial<DiscordOptions> = {}): Promise<FakeDiscord> {
  warmSpec();
  const world = createWorld({ ...DEFAULT_OPTIONS, ...options });
  const ids = populate(world);
  const faults = createFaults();
  const server = createServer();
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const url = () => `ws://127.0.0.1:${port}/gateway`;
  const { gateway, stop } = createGateway(world, server, url);
  const routes = [
    ...sessionRoutes(url, () => gateway.identifies),
    ...[...commandRoutes, ...interactionRoutes, ...webhookRoutes, ...messageRoutes, ...channelRoutes],
  ];
  server.on('request', (request, response) => {
    serve({ world, routes, faults }, request, response).catch(() => response.destroy());
  });
  const close = async () => {
    for (const timer of world.timers) clearTimeout(timer);
    stop();
    await goAway(server);
  };
  const presence = { goAway: () => goAway(server), comeBack: () => listen(server, port) };
  const revoke = () => {
    world.isRevoked = true;
  };
  const look = lookUps(world, gateway);
  const drive = { ...createDrive(world, ids), ...createPeople(world, ids) };
  const given = { api: `http://127.0.0.1:${port}/api`, token: world.options.token, ids, gateway, world };
  return Object.defineProperties(
    { ...given, ...drive, ...presence, revoke, fault: faults.order, close } as FakeDiscord,
    look,
  );
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => {
    if (server.listening) resolve();
    else server.listen(port, '127.0.0.1', resolve);
  });
}

async function goAway(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
}

function lookUps(world: World, gateway: Gateway): PropertyDescriptorMap {
  const messages = (channelId: string) =>
    [...world.messages.values()].map(({ wire }) => wire).filter(({ channel_id }) => channel_id === channelId);
  const values = {
    ...{ messages, textOf, isEphemeral, buttonsOf, specSkipped, elapse: world.elapse },
    ...{ requests: world.requests, violations: world.violations },
    commands: (guildId?: string) => commandsOf(world, guildId),
  };
  const counts = ['identifies', 'resumes', 'heartbeats'] as const;
  return {
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, enumerable: true }])),
    ...Object.fromEntries(counts.map((name) => [name, { get: () => gateway[name], enumerable: true }])),
  };
}
