import type { SubscriptionKey } from './subscription.ts';

/** Identifies an edition; each slot has one. */
export interface EditionKey extends SubscriptionKey {
  /**
   * The local date, `2026-11-24`; of an alert the ten minutes in which it could come first, `2026-11-24T14:00`, in UTC;
   * of an extra edition its instant, `2026-11-24T14:05:31.123Z`.
   */
  readonly slot: string;
}

/**
 * due → claimed → intent → sent, failed or unknown; an unknown edition is reconciled.
 * `empty`: nothing was new, and nothing was posted. `skipped`: too late, or superseded by a later edition.
 */
export type EditionState = 'due' | 'claimed' | 'intent' | 'sent' | 'failed' | 'unknown' | 'empty' | 'skipped';

/** An edition as the ledger stores it. */
export interface Edition extends EditionKey {
  readonly due: Date;
  readonly state: EditionState;
  /** Why it is in that state, for people: why it failed, was skipped, or may not have arrived. */
  readonly reason: string | null;
  /** Grows with every claim; the holder of an older one can no longer write. */
  readonly fence: number;
  /** Until when the process that claimed it may work on it. */
  readonly lease: Date | null;
  /** It cannot be claimed earlier. */
  readonly retryAt: Date | null;
  /** When the first of its posts that may have arrived was intended; null if there was none. */
  readonly intentAt: Date | null;
  /** How often it was looked for since then without being found. */
  readonly lookups: number;
  /** How often Dossier tried to post it. */
  readonly attempts: number;
  /** The platform's id of the message. */
  readonly messageId: string | null;
  /** The end of the time it covers; null before it is composed. */
  readonly covered: Date | null;
  /** What it holds, as its composer gave it: plain data that only the composer reads. */
  readonly content: unknown;
  /** When it last changed. */
  readonly at: Date;
}

/** What can change about a claimed edition. */
export type EditionProgress = Partial<Omit<Edition, keyof EditionKey | 'due' | 'fence' | 'at'>>;

const ALERT_LENGTH = 16; // characters of an alert's slot, more than those of a date and fewer than those of an instant

/** Whether a person asked for an edition besides the scheduled ones. */
export function isExtra({ slot }: Pick<Edition, 'slot'>): boolean {
  return slot.length > ALERT_LENGTH;
}

/** Whether an edition was posted because something came. */
export function isAlert({ slot }: Pick<Edition, 'slot'>): boolean {
  return slot.length === ALERT_LENGTH;
}

/** Whether something is left to do for an edition. */
export function isOpen({ state, retryAt }: Pick<Edition, 'state' | 'retryAt'>): boolean {
  return OPEN.has(state) || (state === 'unknown' && retryAt !== null);
}

const OPEN: ReadonlySet<EditionState> = new Set(['due', 'claimed', 'intent']);

const HOUR = 3_600_000; // milliseconds

/** Milliseconds after its slot for which an edition can still be posted. */
export const LATEST = 24 * HOUR;

/** Milliseconds after which Dossier stops trying to find out whether something was posted. */
export const GIVE_UP = 6 * HOUR;

/** Milliseconds after its slot from which people are told that an edition is late. */
export const LATE = HOUR / 6;

/** Whether an edition was due more than `milliseconds` before `now`. */
export function isOlder({ due }: Pick<Edition, 'due'>, milliseconds: number, now: Date): boolean {
  return now.valueOf() - due.valueOf() > milliseconds;
}
