import { type Client, Events, type Interaction } from 'discord.js';
import type { Chat, ChatAdapter } from '../../core/bot/chat-adapter.ts';
import type { Command } from '../../core/bot/command.ts';
import type { StartStore } from '../../core/bot/start-store.ts';
import { aborted, pause } from '../../core/text/abort.ts';
import { createInFlight, type InFlight } from '../../core/text/in-flight.ts';
import { readableInstant } from '../../core/text/readable-date.ts';
import { type Answerable, tell } from './answering.ts';
import { registrationFailure } from './failures.ts';
import type { HandlerContext } from './handler-context.ts';
import { handleInteraction } from './interactions.ts';
import { STOP_WITHIN } from './limits.ts';
import { createInvocations } from './message-origin.ts';
import { handleMessage } from './messages.ts';
import { createOnce } from './once.ts';
import { registerCommands } from './registration.ts';
import { createDiscordReplies } from './replies.ts';
import { leave, welcome } from './servers.ts';
import { createClient, isFinal, openSession, type SessionOptions } from './session.ts';
import { createSessionThrottle, waitBeforeSession } from './session-starts.ts';

/** What the adapter for Discord needs. */
export interface DiscordOptions extends SessionOptions {
  /** The only server in which commands are registered; null: everywhere. */
  readonly guildId: string | null;
  /** Ids of people and roles that may do what managers may. */
  readonly managers: ReadonlySet<string>;
  /** For how many days the buttons under an answer are good. */
  readonly days: number;
  readonly commands: readonly Command[];
  readonly starts: StartStore;
  now(): Date;
  report(error: Error): void;
}

/** The bot on Discord. `start` returns when it was stopped, and fails when Discord wants none of it. */
export function createDiscordAdapter(options: DiscordOptions): ChatAdapter {
  const stopping = new AbortController();
  const inFlight = createInFlight();
  const isFirst = createOnce();
  let client: Client | null = null;
  let detail = 'not started';
  let isStopping = false;

  const connect = async (parts: HandlerContext) => {
    const opening = createClient(options, createSessionThrottle(options.starts, options));
    client = opening;
    listen(opening, { parts, inFlight, isFirst, isStopping: () => isStopping });
    const stopped = aborted(stopping.signal);
    const session = await Promise.race([openSession(opening, options.token), stopped]);
    if (!session) return;
    const { client: ready, ended } = session;
    detail = `as ${ready.user.username} since ${readableInstant(options.now())}`;
    const registered = registerCommands(ready, options.commands, options.guildId);
    registered.catch((cause) => options.report(registrationFailure(cause)));
    await Promise.race([ended, stopped]);
  };
  return {
    platform: 'discord',
    async start(chat) {
      const parts = createParts(options, chat);
      for (let failed = 0; !stopping.signal.aborted; failed++) {
        detail = 'connecting';
        await pause(await waitToConnect(options, failed), stopping.signal);
        if (stopping.signal.aborted) return;
        await connect(parts).catch(async (cause) => {
          await client?.destroy();
          detail = cause instanceof Error ? cause.message : String(cause);
          if (isFinal(cause)) throw cause;
          options.report(new Error('Discord cannot be reached; it is tried again.', { cause }));
        });
      }
    },
    async stop() {
      isStopping = true;
      await inFlight.settle(STOP_WITHIN - 500);
      stopping.abort();
      await client?.destroy();
    },
    health: () => ({ platform: 'discord', connected: client?.isReady() ?? false, detail }),
  };
}

function createParts(options: DiscordOptions, chat: Chat): HandlerContext {
  const { commands, messageContent, now, report } = options;
  return {
    ...{ chat, commands, messageContent, now, report },
    ...createDiscordReplies(options),
    invocation: createInvocations(options.managers),
  };
}

interface Listening {
  readonly parts: HandlerContext;
  readonly inFlight: InFlight;
  /** False for an interaction that is told again, as after a connection was resumed. */
  isFirst(id: string): boolean;
  isStopping(): boolean;
}

function listen(client: Client, { parts, inFlight, isFirst, isStopping }: Listening): void {
  client.on(Events.InteractionCreate, (interaction) => {
    if (!isFirst(interaction.id)) return;
    const work = isStopping()
      ? refuseWhileStopping(parts, interaction)
      : handleInteraction(parts, interaction);
    inFlight.add(work);
  });
  client.on(Events.MessageCreate, (message) => inFlight.add(handleMessage(parts, message)));
  client.on(Events.GuildCreate, (guild) => inFlight.add(welcome(parts, guild)));
  client.on(Events.GuildDelete, (guild) => inFlight.add(leave(parts, guild)));
  client.on(Events.Error, (cause) =>
    parts.report(new Error('The connection to Discord had a fault.', { cause })),
  );
  client.on(Events.ShardError, (cause) =>
    parts.report(new Error('The connection to Discord broke.', { cause })),
  );
}

async function refuseWhileStopping(parts: HandlerContext, interaction: Interaction): Promise<void> {
  if (interaction.isRepliable()) await tell(parts, interaction as Answerable, STOPPING);
}

const STOPPING = 'Dossier is being stopped or updated. Ask again in a minute.';
const RETRY = { first: 5000, most: 300_000 }; // milliseconds between tries to connect

async function waitToConnect({ starts, now, report }: DiscordOptions, failed: number): Promise<number> {
  const retry = failed === 0 ? 0 : Math.min(RETRY.most, RETRY.first * 2 ** Math.min(failed - 1, 10));
  const allowed = await waitBeforeSession(starts, now()).catch((cause) => {
    report(cause);
    return 0;
  });
  if (allowed > 0) {
    const minutes = Math.ceil(allowed / 60_000);
    const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
    report(new Error(`Dossier was started very often; it connects to Discord in ${wait} or less.`));
  }
  return Math.max(retry, allowed);
}
