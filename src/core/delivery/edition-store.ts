import type { ChannelAddress } from '../schedule/channel-address.ts';
import type { Plan } from '../schedule/due.ts';
import type { Edition, EditionKey, EditionProgress, EditionState } from '../schedule/edition.ts';
import type { Subscription } from '../schedule/subscription.ts';

/** The ledger of editions: what was, is, and may have been posted. */
export interface EditionStore {
  /**
   * Stores plans and the `next` of their subscriptions, all or nothing. A plan has no effect if its subscription's
   * `since` has changed, or it was paused or removed.
   */
  plan(
    plans: readonly { readonly subscription: Subscription; readonly plan: Plan }[],
    now: Date,
  ): Promise<void>;
  /** Stores an extra edition as due; false if it exists. */
  add(key: EditionKey, now: Date): Promise<boolean>;
  /**
   * Editions of these platforms that can be claimed, earliest due first: `due`; `claimed` or `intent` with an expired
   * lease; `unknown` with a `retryAt` and an expired lease; none before its `retryAt`. A lease or `retryAt` more than
   * `longest` milliseconds ahead was written by a clock that was ahead, and counts as expired.
   */
  claimable(options: {
    platforms: readonly string[];
    now: Date;
    longest: number;
    limit: number;
  }): Promise<readonly EditionKey[]>;
  /**
   * Claims one of them: its fence grows by one, its lease lasts until `lease`, and `due` becomes `claimed`; other states
   * stay, since they tell what may have been posted. Null if it can no longer be claimed. Of several callers, one gets it.
   */
  claim(key: EditionKey, options: { now: Date; lease: Date; longest: number }): Promise<Edition | null>;
  /** Writes progress; false, and nothing is written, if the edition's fence is no longer the highest. */
  record(edition: Edition, progress: EditionProgress, now: Date): Promise<boolean>;
  get(key: EditionKey): Promise<Edition | null>;
  /** A channel's editions, latest due first; of one subscription if given, in these states if given. */
  list(
    channel: ChannelAddress,
    options: { number?: number; states?: readonly EditionState[]; limit: number },
  ): Promise<readonly Edition[]>;
  /** When the next edition of these platforms can be claimed; null if none is waiting. */
  nextClaim(platforms: readonly string[]): Promise<Date | null>;
  /** Ends all leases, for a caller that knows that no other process is running. */
  endLeases(): Promise<void>;
  /** How many editions of a workspace, or of all, were due before a moment and are not done, and how many are unknown. */
  count(options: {
    platforms: readonly string[];
    workspace?: string;
    dueBefore: Date;
  }): Promise<{ readonly late: number; readonly unknown: number }>;
}
