import { yieldToEvents } from '../text/yield-to-events.ts';

const SLICE = 20; // passages; indexing one takes about half a millisecond

/** Yields to the event loop between slices of long work. Work is measured in passages indexed in the same time. */
export class Pace {
  #taken = 0;

  /** Call before doing some work, and wait if it returns a promise. */
  take(passages: number): Promise<void> | null {
    const pause = this.before(passages);
    this.#taken += passages;
    return pause;
  }

  /** Yields if so much work would not fit into this slice, so that it can then be done in one go. */
  before(passages: number): Promise<void> | null {
    if (this.#taken === 0 || this.#taken + passages <= SLICE) return null;
    this.#taken = 0;
    return yieldToEvents();
  }
}
