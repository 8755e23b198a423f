import { exponential } from '../text/backoff.ts';

const LONGEST = 900_000; // milliseconds; a platform that asks for more is asked again sooner

/** The moment so many milliseconds after another. */
export function after(moment: Date, milliseconds: number): Date {
  return new Date(moment.valueOf() + milliseconds);
}

/** The longest lease or wait there is, in milliseconds; a longer one was written by a clock that was ahead. */
export function longestWait({ lease, settle }: { lease: number; settle: number }): number {
  return Math.max(lease, settle, LONGEST);
}

const FIRST = 1000; // milliseconds
const MOST = 300_000; // milliseconds

/** Milliseconds to wait after so many attempts: random, up to a limit that doubles from one second to five minutes. */
export function retryDelay(attempts: number, random: () => number): number {
  return exponential(attempts, { first: FIRST, most: MOST, random });
}
