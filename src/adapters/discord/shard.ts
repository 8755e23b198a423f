import { parentPort } from 'node:worker_threads';
import type { Chat, ChatAdapter } from '../../core/bot/chat-adapter.ts';
import type { Invocation } from '../../core/bot/invocation.ts';
import type { Observer } from '../../core/bot/platform.ts';
import type { StartStore } from '../../core/bot/start-store.ts';
import { UserError } from '../../core/text/user-error.ts';
import { createDiscordAdapter } from './adapter.ts';
import type { Registered } from './registration.ts';
import {
  type Answer,
  type FromShard,
  type Method,
  type ShardOptions,
  type ToShard,
  toSent,
} from './shard-messages.ts';

// The entry of a thread that holds one shard's connection; what it is asked, the program answers.
const calls = new Map<number, (answer: Answer) => void>();
let adapter: ChatAdapter | null = null;
let lastCall = 0;

parentPort?.on('message', (message: ToShard) => {
  if (message.kind === 'start') void start(message.options);
  else if (message.kind === 'stop') void stop();
  else calls.get(message.call)?.(message);
});
tell({ kind: 'hello' });

function tell(message: FromShard): void {
  parentPort?.postMessage(message);
}

async function call(method: Method, ...given: readonly unknown[]): Promise<never> {
  const nth = ++lastCall;
  const answer = await new Promise<Answer>((resolve) => {
    calls.set(nth, resolve);
    tell({ kind: 'call', call: nth, method, given });
  });
  calls.delete(nth);
  if ('failure' in answer) throw new Error(answer.failure);
  return answer.value as never; // what the program's own method returns
}

const chat: Chat = {
  handle: async (invocation) => call('handle', await toSent(invocation)),
  heeds: async (invocation, toDossier) => call('heeds', await toSent(invocation), toDossier),
  complete: async (invocation) => call('complete', await toSent(invocation)),
  suggest: async (invocation, typed) => call('suggest', await toSent(invocation), typed),
  adopt: async (invocation: Invocation) => call('adopt', await toSent(invocation)),
  claim: (workspace, event) => call('claim', workspace, event),
  leave: (workspace) => call('leave', workspace),
};
const starts: StartStore = {
  record: (what, at) => call('record', what, at),
  count: (what, since) => call('count', what, since),
};

const observer: Observer = {
  acknowledged: (value) => tell({ kind: 'observed', what: 'acknowledged', value }),
  responded: (value) => tell({ kind: 'observed', what: 'responded', value }),
};

async function start({ now, ...options }: ShardOptions): Promise<void> {
  const ahead = now.valueOf() - Date.now();
  const report = (error: Error) => tell({ kind: 'report', error });
  const registered = (commands: readonly Registered[]) =>
    tell({ kind: 'registered', commands: commands.map(({ id, name }) => ({ id, name })) });
  const at = () => new Date(Date.now() + ahead);
  adapter = createDiscordAdapter({ ...options, starts, observer, registered, report, now: at });
  const { health } = adapter;
  const tellState = () => tell({ kind: 'state', state: health() });
  const telling = setInterval(tellState, TELLS_EVERY);
  try {
    await adapter.start(chat);
  } catch (cause) {
    if (cause instanceof UserError) tell({ kind: 'rejected', message: cause.message, code: cause.code });
    else throw cause;
  } finally {
    clearInterval(telling);
    tellState();
  }
}

const TELLS_EVERY = 200; // milliseconds

async function stop(): Promise<void> {
  await adapter?.stop();
  tell({ kind: 'stopped' });
}
