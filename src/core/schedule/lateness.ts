import type { Edition } from './edition.ts';

const HOUR = 3_600_000; // milliseconds

/** Milliseconds after its time for which an edition is still posted. */
export const LATEST = 24 * HOUR;

/** Milliseconds after which nobody tries any more to find out whether something was posted. */
export const GIVE_UP = 6 * HOUR;

/** Says whether an edition was due longer ago. */
export function isOlder({ due }: Pick<Edition, 'due'>, milliseconds: number, now: Date): boolean {
  return now.valueOf() - due.valueOf() > milliseconds;
}
