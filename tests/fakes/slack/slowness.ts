import type { ServerResponse } from 'node:http';
import { holdUp } from '../trouble.ts';

/** How slow calls are; which of them are lost follows from the seed, in the order they come. */
export interface Slowness {
  readonly method: string;
  /** Milliseconds at most that a call is on its way, and as many that its answer is. */
  readonly most: number;
  readonly seed: number;
}

/** The way of one call there and back. */
export interface Way {
  /** False where its client has gone and the call is lost, as about half of those are. */
  there(response: ServerResponse): Promise<boolean>;
  back(response: ServerResponse): Promise<void>;
}

/** Gives each call a way; null to those that are quick. */
export function createWays(
  slowness: Slowness | undefined,
  timers: Set<NodeJS.Timeout>,
): (method: string) => Way | null {
  if (!slowness) return () => null;
  const random = createRandom(slowness.seed);
  return (method) => {
    if (method !== slowness.method) return null;
    const [there, back, isLost] = [random() * slowness.most, random() * slowness.most, random() < 0.5];
    return {
      there: async (response) =>
        !(await hold(there, { response, timers, whenClientIsGone: isLost ? 'drop' : 'apply' })),
      back: async (response) => void (await hold(back, { response, timers, whenClientIsGone: 'apply' })),
    };
  };
}

function hold(
  milliseconds: number,
  given: { response: ServerResponse; timers: Set<NodeJS.Timeout>; whenClientIsGone: 'drop' | 'apply' },
): Promise<boolean> {
  const { response, timers, whenClientIsGone } = given;
  return holdUp({ kind: 'delay', milliseconds, whenClientIsGone }, response, timers);
}

/** Numbers from 0 to below 1 that look random (a linear congruential generator). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
