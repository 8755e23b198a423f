import type { Client } from 'discord.js';
import type { Health } from '../../core/bot/chat-adapter.ts';
import type { CommandDeclaration } from '../../core/bot/command.ts';
import type { Observer } from '../../core/bot/platform.ts';
import type { StartStore } from '../../core/bot/start-store.ts';
import { aborted, pause } from '../../core/text/abort.ts';
import { exponential } from '../../core/text/backoff.ts';
import { formatInstant } from '../../core/text/format-date.ts';
import { createInFlight } from '../../core/text/in-flight.ts';
import { retry } from '../../core/text/retry.ts';
import { UserError } from '../../core/text/user-error.ts';
import { registrationFailure } from './failures.ts';
import { observeResponses } from './observe-responses.ts';
import { type Registered, registerCommands } from './registration.ts';
import { createClient, openSession, type Session } from './session.ts';
import { createSessionThrottle, waitBeforeSession } from './session-starts.ts';
import type { DiscordSettings } from './settings.ts';
import { storeCommandIds } from './spelling.ts';

/** What a connection to Discord needs. */
export interface ConnectionOptions extends Omit<DiscordSettings, 'shards'> {
  readonly commands: readonly CommandDeclaration[];
  readonly starts: StartStore;
  readonly observer?: Observer;
  /** Told of the commands once they are registered. */
  registered?(commands: readonly Registered[]): void;
  now(): Date;
  report(error: Error): void;
}

/** A connection that reopens after an outage. */
export interface Connection {
  /** Stays connected until `close`; fails if Discord rejects the bot for good. Each client is passed on before it logs in. */
  keep(prepare: (client: Client) => void): Promise<void>;
  close(): Promise<void>;
  state(): Omit<Health, 'platform'>;
}

/** Milliseconds between two attempts to connect. */
const delay = (failures: number) => exponential(failures, { first: 5000, most: 300_000 });

/** Creates a connection that is not open yet. */
export function createConnection(options: ConnectionOptions): Connection {
  const closing = new AbortController();
  const { signal } = closing;
  const opening = createInFlight();
  let client: Client | null = null;
  let detail = 'not started';

  const connect = async (prepare: (client: Client) => void) => {
    if (signal.aborted) return;
    client = createClient(options, createSessionThrottle(options.starts, options));
    observeResponses(client.rest, options.observer);
    prepare(client);
    const closed = aborted(signal);
    const opened = openSession(client, options.token);
    opening.add(opened.catch(() => undefined));
    const session = await Promise.race([opened, closed]);
    if (!session) return;
    detail = `as ${session.client.user.username} since ${formatInstant(options.now())}`;
    register(session, options);
    await Promise.race([session.ended, closed]);
  };
  const giveUp = async (cause: unknown) => {
    await destroy(client);
    detail = cause instanceof Error ? cause.message : String(cause);
    if (!(cause instanceof UserError))
      options.report(new Error('Could not connect to Discord; retrying.', { cause }));
    throw cause;
  };
  const wait = async (milliseconds: number) => {
    detail = 'connecting';
    await pause(Math.max(milliseconds, await untilAllowed(options)), signal);
  };
  return {
    async keep(prepare) {
      await wait(0);
      await retry(() => connect(prepare).catch(giveUp), { delay, wait });
    },
    async close() {
      closing.abort();
      await opening.settle(SETTLE_WITHIN); // a socket that fails after it was destroyed would end the program
      await destroy(client);
    },
    state: () => ({ connected: client?.isReady() ?? false, detail }),
  };
}

/** Destroys a client, and waits a while: discord.js never finishes destroying one that is still connecting. */
async function destroy(client: Client | null): Promise<void> {
  if (client === null) return;
  const inFlight = createInFlight();
  inFlight.add(client.destroy().catch(() => undefined));
  await inFlight.settle(SETTLE_WITHIN);
}

const SETTLE_WITHIN = 1000; // milliseconds

function register({ client }: Session, options: ConnectionOptions): void {
  registerCommands(client, options.commands, options.guildId)
    .then((commands) => {
      storeCommandIds(options.token, commands);
      options.registered?.(commands);
    })
    .catch((cause) => options.report(registrationFailure(cause)));
}

/** Milliseconds until another session may be started; the operator is told of a wait. */
async function untilAllowed({ starts, now, report }: ConnectionOptions): Promise<number> {
  const allowed = await waitBeforeSession(starts, now()).catch((cause) => {
    report(cause);
    return 0;
  });
  if (allowed > 0) {
    const minutes = Math.ceil(allowed / 60_000);
    const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
    report(new Error(`Dossier was started too often; connecting to Discord within ${wait}.`));
  }
  return allowed;
}
