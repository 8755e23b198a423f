import type { Edition } from './edition.ts';

const HOUR = 3_600_000; // milliseconds

/** Milliseconds after its slot for which an edition can still be posted. */
export const LATEST = 24 * HOUR;

/** Milliseconds after which Dossier stops trying to find out whether something was posted. */
export const GIVE_UP = 6 * HOUR;

/** Whether an edition was due more than so many milliseconds ago. */
export function isOlder({ due }: Pick<Edition, 'due'>, milliseconds: number, now: Date): boolean {
  return now.valueOf() - due.valueOf() > milliseconds;
}
