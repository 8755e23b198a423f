import type { Edition, EditionKey, EditionProgress } from '../schedule/edition.ts';
import type { Plan } from '../schedule/plan-editions.ts';
import type { Subscription } from '../schedule/subscription.ts';

/** The same ledger as work to do: editions are planned, claimed by one process each, and what becomes of them is recorded. */
export interface Outbox {
  /**
   * Stores plans and the `next` of their subscriptions, all or nothing. A plan has no effect if its subscription's
   * `since` has changed, or it was paused or removed; that of an alert has none either if it was planned in between.
   */
  plan(
    plans: readonly { readonly subscription: Subscription; readonly plan: Plan }[],
    now: Date,
  ): Promise<void>;
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
  /** When the next edition of these platforms can be claimed; null if none is waiting. */
  nextClaim(platforms: readonly string[]): Promise<Date | null>;
  /**
   * Claims one of them: its fence grows by one, its lease lasts until `lease`, and `due` becomes `claimed`; other states
   * stay, since they tell what may have been posted. Null if it can no longer be claimed. Of several callers, one gets it.
   */
  claim(key: EditionKey, options: { now: Date; lease: Date; longest: number }): Promise<Edition | null>;
  /** Writes progress; false, and nothing is written, if the edition's fence is no longer the highest. */
  record(edition: Edition, progress: EditionProgress, now: Date): Promise<boolean>;
  /** Ends all leases, for a caller that knows that no other process is running. */
  endLeases(): Promise<void>;
}
