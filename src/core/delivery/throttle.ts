import { exponential } from '../text/backoff.ts';
import { createSerialQueue } from '../text/queue.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import type { Posted } from './poster.ts';

/** Keeps Dossier within a platform's limits: it slows down, waits and stops as the platform says. */
export interface Throttle {
  /** When the platform can be sent something again, in milliseconds of `elapsed`; null if never. */
  opensAt(): number | null;
  /** How many posts may be under way at once. */
  readonly concurrency: number;
  /** Resolves when the next post may be sent. */
  acquire(): Promise<void>;
  /** Learns from the outcome of a post. */
  record(posted: Posted): void;
}

const SPACING = 25; // milliseconds between posts: 40 per second, of the 50 that the strictest platform allows
const CONCURRENCY = 8;
const PATIENCE = 3; // rate limits in a row, on different channels, after which all channels wait
const MOST_WAIT = 120_000; // milliseconds between attempts while a platform accepts nothing
const JITTER = 1000; // milliseconds
const INVALID = { most: 50, within: 600_000 }; // responses that count against a bot, far below what platforms forgive

type Ports = Pick<DeliveryPorts, 'elapsed' | 'wait' | 'random'>;

/** Creates an open throttle. */
export function createThrottle(ports: Ports): Throttle {
  const { elapsed, random } = ports;
  const countInvalid = createInvalidCounter(ports);
  let closedUntil: number | null = 0;
  let inRow = 0;
  const close = (until: number) => {
    if (closedUntil !== null) closedUntil = Math.max(closedUntil, until);
  };
  const recordLater = ({ seconds, everywhere }: Extract<Posted, { kind: 'later' }>) => {
    inRow++;
    const least = (seconds ?? 0) * 1000;
    if (everywhere) close(elapsed() + least);
    if (inRow < PATIENCE) return;
    const growing = exponential(inRow - PATIENCE + 1, { first: 1000, most: MOST_WAIT });
    close(elapsed() + Math.max(least, growing + Math.ceil(random() * JITTER)));
  };
  return {
    opensAt: () => closedUntil,
    get concurrency() {
      return inRow > 0 ? 1 : CONCURRENCY;
    },
    acquire: createPacer(ports),
    record(posted) {
      if (posted.kind === 'later') recordLater(posted);
      else if (posted.kind !== 'unknown') inRow = 0;
      if (countsAgainst(posted)) close(countInvalid());
      if (posted.kind === 'stopped') closedUntil = null;
    },
  };
}

/** Spaces posts. A delay is made up for by one turn, not by all that wait, so that other work comes in between. */
function createPacer({ elapsed, wait }: Ports): () => Promise<void> {
  const inTurn = createSerialQueue();
  let nextTurn = 0;
  const takeTurn = async () => {
    const now = elapsed();
    if (nextTurn > now) await wait(nextTurn - now);
    nextTurn = Math.max(nextTurn, elapsed() - SPACING) + SPACING;
  };
  return () => inTurn(takeTurn);
}

/** Whether a platform counts an outcome as an invalid request. */
function countsAgainst(posted: Posted): boolean {
  return posted.kind === 'later' ? posted.seconds !== null : posted.kind === 'refused';
}

/** Counts invalid requests; returns until when the next must wait, in milliseconds of `elapsed`. */
function createInvalidCounter({ elapsed }: Ports): () => number {
  let counted: number[] = [];
  return () => {
    const now = elapsed();
    counted = [...counted.filter((at) => now - at < INVALID.within), now];
    return counted.length < INVALID.most ? 0 : (counted[0] ?? now) + INVALID.within;
  };
}
