import type { EditionContent } from '../news/edition-content.ts';
import type { SubscriptionKey } from './subscription.ts';

/** Which edition. Of each slot there is one. */
export interface EditionKey extends SubscriptionKey {
  /** The local date, `2026-11-24`; of an extra edition its instant, `2026-11-24T14:05:31.123Z`. */
  readonly slot: string;
}

/**
 * due → claimed → intent → sent, failed or unknown; what is unknown is reconciled.
 * `empty`: nothing was new, and nothing was posted. `skipped`: too late, or taken over by a later edition.
 */
export type EditionState = 'due' | 'claimed' | 'intent' | 'sent' | 'failed' | 'unknown' | 'empty' | 'skipped';

/** An edition as it is known durably. */
export interface Edition extends EditionKey {
  readonly due: Date;
  readonly state: EditionState;
  /** Why it is in that state, for people: why it failed, was skipped, or is not known to have arrived. */
  readonly reason: string | null;
  /** Grows with every claim; who holds an older one may write no more. */
  readonly fence: number;
  /** Until when whoever claimed it may work on it. */
  readonly lease: Date | null;
  /** Not to be claimed before. */
  readonly retryAt: Date | null;
  /** When it was first decided to post what may have been posted since. */
  readonly intentAt: Date | null;
  /** How often it was looked for since then, in vain. */
  readonly lookups: number;
  /** How often it was tried to post it. */
  readonly attempts: number;
  /** The platform's name for the message. */
  readonly messageId: string | null;
  /** Up to when it covers what is new; null before it was composed. */
  readonly covered: Date | null;
  readonly content: EditionContent | null;
  /** When it changed last. */
  readonly at: Date;
}

/** What may change about an edition that was claimed. */
export type EditionProgress = Partial<
  Pick<
    Edition,
    | 'state'
    | 'reason'
    | 'lease'
    | 'retryAt'
    | 'intentAt'
    | 'lookups'
    | 'attempts'
    | 'messageId'
    | 'covered'
    | 'content'
  >
>;

/** States in which nothing more is to be done. An unknown edition is final when its `retryAt` is null. */
export const FINAL_STATES: readonly EditionState[] = ['sent', 'failed', 'empty', 'skipped'];
