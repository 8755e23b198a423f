import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Button, buttonsOf, quotesOf, textOf } from './block-text.ts';
import { createDelivery, type Repetition } from './delivery.ts';
import { createDrive, type Drive } from './drive.ts';
import { createFaults, type Fault } from './faults.ts';
import { serve } from './http.ts';
import { messagesIn } from './message.ts';
import { assistantMethods } from './methods/assistant.ts';
import { chatMethods } from './methods/chat.ts';
import { conversationMethods } from './methods/conversations.ts';
import { fileMethods } from './methods/files.ts';
import { sessionMethods } from './methods/session.ts';
import { viewMethods } from './methods/views.ts';
import { DEFAULT_OPTIONS, type SlackOptions } from './options.ts';
import { createPeople, type People } from './people.ts';
import { type Ids, populate } from './population.ts';
import { createPosts, type Posts } from './post-events.ts';
import { createWays } from './slowness.ts';
import { createSockets, type Sockets } from './sockets.ts';
import { createWorld, type Message, type RequestRecord, type View, type World } from './world.ts';

/** A Slack on this machine that the unmodified Bolt app connects to, as strict as the real one. */
export interface FakeSlack extends Drive, People {
  /** For `slackApiUrl`, with a slash at the end. */
  readonly api: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly ids: Ids;
  readonly sockets: Sockets;
  /** How many sockets are open. */
  readonly connections: number;
  /** Requests of HTTP mode. */
  readonly posts: Posts;
  readonly requests: readonly RequestRecord[];
  /** What the bot did that Slack refuses or people would mind; a good bot leaves it empty. */
  readonly violations: string[];
  readonly world: World;
  /** Orders what goes wrong with the next calls that match. */
  fault(fault: Fault): void;
  /** Takes back the faults that no call has met yet. */
  mend(): void;
  /** Nobody listens any more, until it is plugged in again. */
  unplug(): Promise<void>;
  plug(): Promise<void>;
  /** Sends something to the bot once more. */
  repeat(given?: Repetition): void;
  /** Allows links to addresses that begin so, or match. */
  allowLinks(...links: readonly (string | RegExp)[]): void;
  /** Makes the clock jump by so many milliseconds. */
  elapse(milliseconds: number): void;
  /** The messages of a channel and its threads that everybody there sees, oldest first. */
  messages(channelId?: string): readonly Message[];
  /** The messages that only this user sees. */
  ephemerals(userId?: string): readonly Message[];
  /** The home tab that was published for a user. */
  home(userId?: string): View | undefined;
  textOf(shown: Message | View): string;
  quotesOf(message: Message): readonly string[];
  buttonsOf(shown: Message | View): readonly Button[];
  close(): Promise<void>;
}

/** Starts a fake Slack on a free port. */
export async function startSlack(options: Partial<SlackOptions> = {}): Promise<FakeSlack> {
  const world = createWorld({ ...DEFAULT_OPTIONS, ...options });
  const ids = populate(world);
  const faults = createFaults();
  const server = createServer();
  await listen(server, 0);
  world.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sockets = createSockets(world, server);
  const posts = createPosts(world);
  const repeat = createDelivery(world, (envelope) => (posts.isUsed() ? posts : sockets).send(envelope));
  const methods = [
    ...sessionMethods(sockets.ticket),
    ...[...chatMethods, ...conversationMethods, ...viewMethods, ...assistantMethods, ...fileMethods],
  ];
  const wayOf = createWays(world.options.slowness, world.timers);
  server.on('request', (request, response) => {
    serve({ world, methods, faults, wayOf }, request, response).catch(() => response.destroy());
  });
  const listening = createListening(server);
  const close = async () => {
    for (const timer of world.timers) clearTimeout(timer);
    sockets.stop();
    await listening.unplug();
  };
  const { botToken, appToken, signingSecret } = world.options;
  return {
    ...{ api: `${world.base}/api/`, botToken, appToken, signingSecret, ids, world, close, repeat },
    ...listening,
    ...{ sockets: sockets.controls, posts: posts.controls, fault: faults.order, mend: faults.clear },
    ...{ ...createDrive(world, ids), ...createPeople(world, ids), ...lookUps(world, ids) },
    get connections() {
      return sockets.controls.open;
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function createListening(server: Server) {
  const { port } = server.address() as AddressInfo;
  return {
    plug: async () => {
      if (!server.listening) await listen(server, port);
    },
    unplug: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function lookUps(world: World, ids: Ids) {
  return {
    ...{ requests: world.requests, violations: world.violations, elapse: world.elapse },
    ...{ textOf, quotesOf, buttonsOf },
    allowLinks: (...links: readonly (string | RegExp)[]) => {
      world.links.push(...links);
    },
    messages: (channelId: string = ids.channel) => messagesIn(world, channelId),
    ephemerals: (userId: string = ids.member) =>
      [...world.messages.values()]
        .filter(({ ephemeralFor }) => ephemeralFor === userId)
        .map(({ wire }) => wire),
    home: (userId: string = ids.member) =>
      [...world.views.values()].find((one) => one.userId === userId && one.wire.type === 'home')?.wire,
  };
}
