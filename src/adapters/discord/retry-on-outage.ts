import { setTimeout as sleep } from 'node:timers/promises';
import { retry } from '../../core/text/retry.ts';
import { isOutage } from './api-errors.ts';

const DELAYS = [1000, 4000, 15_000, 45_000]; // milliseconds; discord.js itself tries four times without a delay

/** Repeats an attempt during an outage. What Discord refuses stays refused. The attempt must be safe to make twice. */
export function retryOnOutage<Result>(attempt: () => Promise<Result>): Promise<Result> {
  return retry(attempt, {
    attempts: DELAYS.length + 1,
    delay: (failures) => DELAYS[failures - 1] ?? 0,
    isRetryable: isOutage,
    wait: (milliseconds) => sleep(milliseconds),
  });
}
