import { type Edition, isOpen } from './edition.ts';
import type { Plan } from './plan-editions.ts';

const MINUTE = 60_000; // milliseconds
const SPACING = 10 * MINUTE; // between two posts of an alert
const PATIENCE = 60 * MINUTE; // after a post that was refused

/**
 * From when an alert may post again; null while an edition of it is still open. `latest`: its latest editions. What a
 * clock wrote that was ahead does not count.
 */
export function alertOpensAt(latest: readonly Edition[], now: Date): Date | null {
  if (latest.some(isOpen)) return null;
  const past = latest.filter(({ at }) => at.valueOf() - now.valueOf() <= SPACING);
  return new Date(Math.max(0, ...past.map((edition) => edition.at.valueOf() + waitAfter(edition))));
}

/** Nothing was posted by an edition that turned out empty, or was skipped. */
function waitAfter({ state }: Edition): number {
  if (state === 'empty' || state === 'skipped') return 0;
  return state === 'failed' ? PATIENCE : SPACING;
}

/**
 * Plans the edition of an alert that may post now. Its slot is computed from the ledger and the first sight of a match,
 * so that every process plans the same: the ten minutes in which it could come first, or the next that no edition has.
 */
export function planAlert(latest: readonly Edition[], match: Date, now: Date): Plan {
  const had = new Set(latest.map(({ slot }) => slot));
  const opens = alertOpensAt(latest, now) ?? match;
  let at = Math.max(match.valueOf(), opens.valueOf());
  while (had.has(slotAt(at))) at += SPACING;
  return { due: [{ slot: slotAt(at), due: now }], skipped: [], next: now };
}

/** `2026-11-24T14:00` */
function slotAt(milliseconds: number): string {
  return new Date(milliseconds - (milliseconds % SPACING)).toISOString().slice(0, 16);
}
