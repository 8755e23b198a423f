import { fileURLToPath } from 'node:url';
import { type Shard, ShardEvents, ShardingManager } from 'discord.js';
import type { Chat, ChatAdapter, Health } from '../../core/bot/chat-adapter.ts';
import type { StartStore } from '../../core/bot/start-store.ts';
import { createInFlight } from '../../core/text/in-flight.ts';
import { UserError } from '../../core/text/user-error.ts';
import type { DiscordOptions } from './adapter.ts';
import { STOP_WITHIN } from './limits.ts';
import { PLATFORM } from './message-origin.ts';
import {
  type Answer,
  type FromShard,
  fromSent,
  type Method,
  type SentInvocation,
  type ToShard,
} from './shard-messages.ts';

import { storeCommandIds } from './spelling.ts';

/** What several shards need. */
export interface ShardedOptions extends DiscordOptions {
  readonly shards: number;
  /** The script of a shard's thread; absent: beside the program. */
  readonly script?: URL;
}

const SCRIPT = new URL('./discord-shard.js', import.meta.url);
const BETWEEN_STARTS = 5500; // milliseconds; Discord takes one session every five seconds (docs, Gateway, Rate Limiting)

/** Creates the bot on Discord over several connections, each in a thread of discord.js's ShardingManager. */
export function createShardedAdapter({
  shards: amount,
  script = SCRIPT,
  ...options
}: ShardedOptions): ChatAdapter {
  const settings = { mode: 'worker', totalShards: amount, token: options.token } as const;
  const manager = new ShardingManager(fileURLToPath(script), settings);
  const states = new Map<number, Omit<Health, 'platform'>>();
  const ending = createEnding();
  return {
    platform: PLATFORM,
    async start(chat) {
      manager.on('shardCreate', (shard) => {
        const desk = { shard, chat, options, states, reject: ending.reject };
        shard.on(ShardEvents.Spawn, (thread) => thread.on('error', options.report)); // it is started again
        shard.on(ShardEvents.Message, (message: FromShard) => void hear(desk, message));
        shard.on(ShardEvents.Death, () => states.delete(shard.id));
      });
      manager.spawn({ amount, delay: BETWEEN_STARTS, timeout: -1 }).catch(ending.reject);
      await ending.promise.finally(() => end(manager));
    },
    async stop() {
      manager.respawn = false;
      const settling = createInFlight();
      for (const shard of manager.shards.values()) settling.add(stopShard(shard));
      await settling.settle(STOP_WITHIN);
      ending.resolve();
    },
    health: () => ({ platform: PLATFORM, ...summarise([...states.values()], amount) }),
  };
}

function createEnding() {
  let [resolve, reject]: [() => void, (cause: unknown) => void] = [() => undefined, () => undefined];
  const promise = new Promise<void>((done, failed) => {
    [resolve, reject] = [done, failed];
  });
  return { promise, resolve, reject };
}

/** Resolves when a shard has finished what it was doing. */
function stopShard(shard: Shard): Promise<void> {
  return new Promise((resolve) => {
    shard.on(ShardEvents.Message, ({ kind }: FromShard) => {
      if (kind === 'stopped') resolve();
    });
    shard.on(ShardEvents.Death, () => resolve());
    tell(shard, { kind: 'stop' });
  });
}

function end(manager: ShardingManager): void {
  manager.respawn = false;
  for (const shard of manager.shards.values()) if (shard.worker) shard.kill();
}

function summarise(states: readonly Omit<Health, 'platform'>[], amount: number): Omit<Health, 'platform'> {
  const count = states.filter(({ connected }) => connected).length;
  return { connected: count === amount, detail: `${count} of ${amount} shards connected` };
}

interface Desk {
  readonly shard: Shard;
  readonly chat: Chat;
  readonly options: DiscordOptions;
  readonly states: Map<number, Omit<Health, 'platform'>>;
  reject(cause: unknown): void;
}

async function hear(desk: Desk, message: FromShard): Promise<void> {
  const { shard, options, states, reject } = desk;
  switch (message.kind) {
    case 'hello': {
      const { token, api, guildId, messageContent, commands, managers, days, now } = options;
      const sent = { token, api, guildId, messageContent, commands, managers, days, now: now() };
      return tell(shard, { kind: 'start', options: sent });
    }
    case 'call':
      return tell(shard, { kind: 'answer', call: message.call, ...(await answer(desk, message)) });
    case 'registered':
      return storeCommandIds(options.token, message.commands);
    case 'state':
      states.set(shard.id, message.state);
      return;
    case 'report':
      return options.report(
        new Error(`Shard ${shard.id}: ${message.error.message}`, { cause: message.error }),
      );
    case 'observed':
      return options.observer?.[message.what](message.value);
    case 'rejected':
      return reject(new UserError(message.message, { code: message.code }));
    case 'stopped':
      return;
  }
}

type Call = Extract<FromShard, { kind: 'call' }>;

async function answer(desk: Desk, { method, given }: Call): Promise<Answer> {
  try {
    return { value: await METHODS[method](desk, given as never) };
  } catch (cause) {
    return { failure: cause instanceof Error ? cause.message : String(cause) };
  }
}

type Given<F extends (...given: never[]) => unknown> =
  Parameters<F> extends [unknown, ...infer Others] ? [SentInvocation, ...Others] : never;

/** What a shard may ask. Each shard's sessions are counted by themselves. */
const METHODS: { readonly [M in Method]: (desk: Desk, given: never) => Promise<unknown> } = {
  handle: ({ chat }, [sent]: Given<Chat['handle']>) => chat.handle(fromSent(sent)),
  heeds: ({ chat }, [sent, said]: Given<Chat['heeds']>) => chat.heeds(fromSent(sent), said),
  complete: ({ chat }, [sent]: Given<Chat['complete']>) => chat.complete(fromSent(sent)),
  suggest: ({ chat }, [sent, typed]: Given<Chat['suggest']>) => chat.suggest(fromSent(sent), typed),
  adopt: ({ chat }, [sent]: Given<Chat['adopt']>) => chat.adopt(fromSent(sent)),
  claim: ({ chat }, given: Parameters<Chat['claim']>) => chat.claim(...given),
  leave: ({ chat }, given: Parameters<Chat['leave']>) => chat.leave(...given),
  record: ({ shard, options }, [what, at]: Parameters<StartStore['record']>) =>
    options.starts.record(`${what} ${shard.id}`, at),
  count: ({ shard, options }, [what, since]: Parameters<StartStore['count']>) =>
    options.starts.count(`${what} ${shard.id}`, since),
};

function tell(shard: Shard, message: ToShard): void {
  if (shard.worker) void shard.send(message);
}
