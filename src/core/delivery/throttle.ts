import { backoff } from '../text/backoff.ts';
import type { Posted } from './poster.ts';

/** Keeps a platform from being asked too much: it slows down, waits, and stops as the platform says. */
export interface Throttle {
  /** When the platform may be sent something again, in the milliseconds of `elapsed`; null: never again. */
  opensAt(): number | null;
  /** How many posts may be under way at once. */
  readonly concurrency: number;
  /** Waits for the next place in the row. */
  acquire(): Promise<void>;
  /** Takes to heart what came of a post. */
  record(posted: Posted): void;
}

/** What a gate measures time with. */
export interface ThrottleOptions {
  /** Milliseconds that only ever grow. */
  elapsed(): number;
  wait(milliseconds: number): Promise<void>;
  random(): number;
}

const SPACING = 25; // milliseconds between posts: 40 a second, of the 50 that the strictest platform allows
const WIDTH = 8;
const PATIENT = 3; // refusals in a row, of different channels, after which all wait
const MOST_WAIT = 120_000; // milliseconds between tries while a platform takes nothing
const INVALID = { most: 50, within: 600_000 }; // answers that a platform counts against us, far below what it forgives

/** A gate that is open. */
export function createThrottle({ elapsed, wait, random }: ThrottleOptions): Throttle {
  let turns: Promise<void> = Promise.resolve();
  let nextTurn = 0;
  let closedUntil: number | null = 0;
  let inRow = 0;
  let invalid: number[] = [];
  const close = (until: number) => {
    if (closedUntil !== null) closedUntil = Math.max(closedUntil, until);
  };
  const noteInvalid = () => {
    const now = elapsed();
    invalid = [...invalid.filter((at) => now - at < INVALID.within), now];
    if (invalid.length >= INVALID.most) close((invalid[0] ?? now) + INVALID.within);
  };
  const noteLater = ({ seconds, everywhere }: Extract<Posted, { kind: 'later' }>) => {
    inRow++;
    const least = (seconds ?? 0) * 1000;
    if (everywhere) close(elapsed() + least);
    if (inRow < PATIENT) return;
    const growing = Math.min(MOST_WAIT, 1000 * 2 ** Math.min(inRow - PATIENT, 10));
    close(elapsed() + Math.max(least, growing + backoff(1, random)));
  };
  // What a hold-up made late is made up for by one turn, not by all that wait: other things come in between.
  const takeTurn = async () => {
    const now = elapsed();
    if (nextTurn > now) await wait(nextTurn - now);
    nextTurn = Math.max(nextTurn, elapsed() - SPACING) + SPACING;
  };
  return {
    opensAt: () => closedUntil,
    get concurrency() {
      return inRow > 0 ? 1 : WIDTH;
    },
    acquire() {
      turns = turns.then(takeTurn);
      return turns;
    },
    record(posted) {
      if (posted.kind === 'later') noteLater(posted);
      else if (posted.kind !== 'unknown') inRow = 0;
      if (posted.kind === 'later' ? posted.seconds !== null : posted.kind === 'refused') noteInvalid();
      if (posted.kind === 'stopped') closedUntil = null;
    },
  };
}
