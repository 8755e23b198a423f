/** How long something may take. */
export interface TimeLimitOptions {
  /** Of the time that `meter` counts. On the clock, it may be four times as many. */
  readonly seconds: number;
  /** Counts milliseconds from any point on. */
  meter(): number;
  /** Called once, when the time is up. */
  late(): void;
}

const WAITING = 4; // times the limit: the most that it may take by the clock, however little of that was counted
const LEAST = 50; // milliseconds between two looks at the meter

/** Starts a time limit; returns what stops it. What the meter counts never counts for more than the clock does. */
export function startTimeLimit({ seconds, meter, late }: TimeLimitOptions): () => void {
  const limit = seconds * 1000;
  const [started, counted] = [performance.now(), meter()];
  const left = () => Math.min(limit - (meter() - counted), limit * WAITING - (performance.now() - started));
  let look: NodeJS.Immediate | undefined;
  const check = () => {
    const more = left();
    // The main thread may have been busy for as long; an outcome that has arrived meanwhile counts.
    if (more <= 0) look = setImmediate(late);
    else timer = setTimeout(check, Math.max(LEAST, more));
  };
  let timer = setTimeout(check, limit);
  return () => {
    clearTimeout(timer);
    clearImmediate(look);
  };
}
