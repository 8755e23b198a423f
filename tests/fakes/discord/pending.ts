import type { Body } from '../json.ts';
import type { Message } from './world.ts';

/** How an interaction was acknowledged. */
export interface Acknowledgement {
  readonly type: number;
  /** Milliseconds since the interaction was dispatched. */
  readonly ms: number;
  readonly data: Body;
}

/** An interaction that was dispatched, and what came of it. */
export interface PendingInteraction {
  readonly id: string;
  readonly token: string;
  /** 2 a command, 3 a component, 4 a completion, 5 a modal (Discord docs). */
  readonly type: number;
  readonly dispatchedAt: number;
  /** Milliseconds since then, less those for which this thread had no processor. */
  readonly elapsed: () => number;
  readonly userId: string;
  readonly channelId: string;
  readonly guildId?: string | undefined;
  /** The message whose component was used. */
  readonly messageId?: string | undefined;
  readonly name: string;
  readonly followUps: string[];
  acknowledgement?: Acknowledgement;
  /** The message that `@original` stands for. */
  originalId?: string;
  /** Whether `@original` is a deferral that nothing has filled yet. */
  loading: boolean;
  readonly heard: Listeners;
}

/** What a waiting test is told. */
export interface Listeners {
  readonly acknowledged: ((acknowledgement: Acknowledgement) => void)[];
  readonly shown: ((message: Message) => void)[];
}

/** Says that `@original` has its content. */
export function showOriginal(pending: PendingInteraction, message: Message): void {
  pending.loading = false;
  for (const tell of pending.heard.shown) tell(message);
}
