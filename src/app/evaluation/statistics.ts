/** A mean with its 95 % confidence interval. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 1000;

/** Estimates a mean by the percentile bootstrap; `random` returns numbers in [0, 1). */
export function estimate(values: readonly number[], random: () => number): Estimate {
  const resample = () => mean(values.map(() => values[Math.floor(random() * values.length)] ?? 0));
  const means = Array.from({ length: RESAMPLES }, resample).sort((a, b) => a - b);
  return { mean: mean(values), low: means[RESAMPLES * 0.025] ?? 0, high: means[RESAMPLES * 0.975 - 1] ?? 0 };
}

/** Creates a repeatable source of numbers in [0, 1) (a linear congruential generator), for resampling only. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
