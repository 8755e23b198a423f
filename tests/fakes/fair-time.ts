import { readFileSync } from 'node:fs';

/** Returns a stopwatch: milliseconds by the clock, less those for which this thread waited for a processor. */
export function startStopwatch(now: () => number = Date.now): () => number {
  const [began, waited] = [now(), processorWait()];
  return () => now() - began - (processorWait() - waited);
}

/** Calls back when a stopwatch shows some milliseconds, unless the function that it returns is called before. */
export function startTimer(timers: Set<NodeJS.Timeout>, within: number, run: () => void): () => void {
  const elapsed = startStopwatch();
  let timer: NodeJS.Timeout;
  const waitFor = (milliseconds: number) => {
    timer = setTimeout(look, milliseconds);
    timers.add(timer);
  };
  const look = () => {
    timers.delete(timer);
    const left = within - elapsed();
    if (left > 1) waitFor(left);
    else run();
  };
  waitFor(within);
  return () => {
    clearTimeout(timer);
    timers.delete(timer);
  };
}

/** The milliseconds for which this thread was ready and had no processor, as Linux counts them; elsewhere 0. */
function processorWait(): number {
  try {
    const [, waited] = readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ');
    return Number(waited) / 1_000_000;
  } catch {
    return 0;
  }
}
