import type { EventEmitter } from 'node:events';
import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import { finalClose, finalFailure } from './failures.ts';
import { completePacket } from './packets.ts';
import { makeRequest } from './request.ts';
import type { SessionThrottle } from './session-starts.ts';
import type { DiscordSettings } from './settings.ts';

/** A client that is logged in. */
export interface Session {
  readonly client: Client<true>;
  /** Fails when Discord closes the gateway for good. */
  readonly ended: Promise<never>;
}

/** Creates a client that is not logged in. Nothing that it sends pings anyone. */
export function createClient(
  { api, messageContent }: Pick<DiscordSettings, 'api' | 'messageContent'>,
  throttle: SessionThrottle,
): Client {
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
  const client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages, ...(messageContent ? [MessageContent] : [])],
    partials: [Partials.Channel], // without it direct messages are not reported
    allowedMentions: { parse: [], repliedUser: false },
    rest: { makeRequest, ...(api === null ? {} : { api }) },
    ws: { buildIdentifyThrottler: () => throttle },
  });
  (client as EventEmitter).on(Events.Raw, completePacket); // before discord.js reads it
  return client;
}

/** Logs in and waits until the servers are known. A UserError says what has to be fixed first; after others, try again. */
export async function openSession(client: Client, token: string): Promise<Session> {
  const ended = new Promise<never>((_, reject) => {
    client.on(Events.ShardDisconnect, ({ code }) => reject(finalClose(code) ?? closedFor(code)));
    client.on(Events.Invalidated, () => reject(closedFor(0)));
  });
  ended.catch(() => undefined); // whoever waits for it handles it
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  try {
    const login = client.login(token).then(() => ready);
    return { client: await Promise.race([login, ended]), ended };
  } catch (cause) {
    throw finalFailure(cause) ?? cause;
  }
}

function closedFor(code: number): Error {
  return new Error(`Discord closed the connection (${code}).`);
}
