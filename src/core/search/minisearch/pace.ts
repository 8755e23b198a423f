import { yieldToEvents } from '../../text/yield-to-events.ts';

const SHARE = 20; // passages; indexing one takes about half a millisecond

/** Lets other work come in between shares of a long one, so that nobody waits for more than some 20 ms. */
export class Pace {
  #taken = 0;

  /** Takes on the work of some passages; where this gives a promise, after the rest that it stands for. */
  take(passages: number): Promise<void> | null {
    const rest = this.before(passages);
    this.#taken += passages;
    return rest;
  }

  /** Rests if so many passages are too many for this share, so that they can be taken without a rest between. */
  before(passages: number): Promise<void> | null {
    if (this.#taken === 0 || this.#taken + passages <= SHARE) return null;
    this.#taken = 0;
    return yieldToEvents();
  }
}
