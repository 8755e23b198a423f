const FIRST = 1000; // milliseconds
const MOST = 300_000; // milliseconds

/** How many milliseconds to wait after so many failures: at random up to a bound that doubles, from one second to five minutes. */
export function backoff(failures: number, random: () => number): number {
  return Math.ceil(random() * Math.min(MOST, FIRST * 2 ** Math.max(0, failures - 1)));
}
