const LONGEST = 900_000; // milliseconds; a platform that asks for more is asked again all the same

/** No lease and no wait is longer than this; one that seems to be was written by a clock that was ahead. */
export function longestWait({ lease, settle }: { lease: number; settle: number }): number {
  return Math.max(lease, settle, LONGEST);
}
