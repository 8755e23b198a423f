import type { Chat, Health } from '../../core/bot/chat-adapter.ts';
import type { Invocation, Ordering } from '../../core/bot/invocation.ts';
import type { Observer } from '../../core/bot/platform.ts';
import type { StartStore } from '../../core/bot/start-store.ts';
import type { DiscordOptions } from './adapter.ts';
import type { Registered } from './registration.ts';

/** What a shard is started with: the options of an adapter that can be sent to a thread. */
export interface ShardOptions
  extends Omit<DiscordOptions, 'starts' | 'observer' | 'registered' | 'now' | 'report'> {
  /** The time by the clock of the program. */
  readonly now: Date;
}

/** What the program tells a shard. */
export type ToShard =
  | { readonly kind: 'start'; readonly options: ShardOptions }
  | { readonly kind: 'stop' }
  | ({ readonly kind: 'answer'; readonly call: number } & Answer);

/** What a call came to. */
export type Answer = { readonly value: unknown } | { readonly failure: string };

/** What a shard tells the program. */
export type FromShard =
  | { readonly kind: 'hello' }
  | {
      readonly kind: 'call';
      readonly call: number;
      readonly method: Method;
      readonly given: readonly unknown[];
    }
  | { readonly kind: 'registered'; readonly commands: readonly Registered[] }
  | { readonly kind: 'state'; readonly state: Omit<Health, 'platform'> }
  | { readonly kind: 'report'; readonly error: Error }
  | { readonly kind: 'observed'; readonly what: keyof Observer; readonly value: number }
  /** Discord rejects the bot for good; the code is that of a UserError. */
  | { readonly kind: 'rejected'; readonly message: string; readonly code: string }
  | { readonly kind: 'stopped' };

/** What a shard asks of the program: methods of the chat and of the store of starts. */
export type Method = keyof Chat | keyof StartStore;

/** An invocation as it is sent: what is known of digests is known already. */
export interface SentInvocation extends Omit<Invocation, 'ordering'> {
  readonly known: Ordering | null;
}

/** Makes an invocation ready to be sent. */
export async function toSent({ ordering, ...invocation }: Invocation): Promise<SentInvocation> {
  return { ...invocation, known: (await ordering?.()) ?? null };
}

/** The invocation that was sent. */
export function fromSent({ known, ...invocation }: SentInvocation): Invocation {
  return known === null ? invocation : { ...invocation, ordering: async () => known };
}
