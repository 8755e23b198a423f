import type { ChannelAddress } from '../schedule/channel-address.ts';
import type { Plan } from '../schedule/due.ts';
import type { Edition, EditionKey, EditionProgress, EditionState } from '../schedule/edition.ts';
import type { Subscription } from '../schedule/subscription.ts';

/** The ledger of editions: what was, is, and may have been posted. */
export interface EditionStore {
  /**
   * Notes plans and the `next` of their subscriptions, all or nothing. A plan has no effect where its subscription's
   * `since` is no longer as given, or it is paused or gone.
   */
  plan(
    plans: readonly { readonly subscription: Subscription; readonly plan: Plan }[],
    now: Date,
  ): Promise<void>;
  /** Notes an extra edition as due; false where it is there already. */
  add(key: EditionKey, now: Date): Promise<boolean>;
  /**
   * Editions of these platforms that can be claimed, the ones due first first: `due`; `claimed` or `intent` whose lease is
   * over; `unknown` with a `retryAt`, its lease over; none of them before its `retryAt`. A lease or `retryAt` that lies farther ahead than
   * `longest` milliseconds was written by a clock that was ahead, and counts as over.
   */
  claimable(options: {
    platforms: readonly string[];
    now: Date;
    longest: number;
    limit: number;
  }): Promise<readonly EditionKey[]>;
  /**
   * Claims one of them: its fence grows by one, its lease lasts until `lease`, and `due` becomes `claimed`; other states stay,
   * for they tell what may have been posted. Null where it can't be claimed (any more). Of several who ask, one gets it.
   */
  claim(key: EditionKey, options: { now: Date; lease: Date; longest: number }): Promise<Edition | null>;
  /** Writes what has become of an edition; false, and nothing is written, where the fence is no longer the newest. */
  record(edition: Edition, progress: EditionProgress, now: Date): Promise<boolean>;
  get(key: EditionKey): Promise<Edition | null>;
  /** A channel's, the latest due first; of one subscription where it is named, in these states where they are named. */
  list(
    channel: ChannelAddress,
    options: { number?: number; states?: readonly EditionState[]; limit: number },
  ): Promise<readonly Edition[]>;
  /** When the next edition of these platforms can be claimed; null where none is waiting. */
  nextClaim(platforms: readonly string[]): Promise<Date | null>;
  /** Ends all leases: for whoever knows that no other process is at work. */
  endLeases(): Promise<void>;
  /** How many editions of a workspace, or of all, were due before a moment and are not done, and how many are unknown. */
  count(options: {
    platforms: readonly string[];
    workspace?: string;
    dueBefore: Date;
  }): Promise<{ readonly late: number; readonly unknown: number }>;
}
