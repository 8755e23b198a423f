/** How long to wait between attempts. */
export interface Backoff {
  /** Milliseconds to wait after the first failure. */
  readonly first: number;
  /** The longest wait, in milliseconds. */
  readonly most: number;
  /** Returns a number from 0 to 1 by which the wait is multiplied; without it, the wait is not random. */
  random?(): number;
}

/** Returns the milliseconds to wait after so many failures. The wait doubles with each, up to a limit. */
export function exponential(failures: number, { first, most, random = () => 1 }: Backoff): number {
  return Math.ceil(random() * Math.min(most, first * 2 ** Math.max(0, failures - 1)));
}
