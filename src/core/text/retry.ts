import { UserError } from './user-error.ts';

/** When an attempt is repeated, and how often. */
export interface RetryOptions {
  /** How many attempts to make, the first included; unlimited if absent. */
  readonly attempts?: number;
  /** Milliseconds to wait after so many failures, 1 or more. */
  delay(failures: number, error: unknown): number;
  /** Whether another attempt may succeed; if absent, so it is after anything but a UserError. */
  isRetryable?(error: unknown): boolean;
  wait(milliseconds: number): Promise<void>;
}

/** Repeats an attempt until it succeeds, fails for good or was made often enough; then its last error is thrown. */
export async function retry<T>(
  attempt: () => Promise<T>,
  { attempts = Number.POSITIVE_INFINITY, delay, isRetryable = isNoUserError, wait }: RetryOptions,
): Promise<T> {
  for (let failures = 1; failures < attempts; failures++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isRetryable(error)) throw error;
      await wait(delay(failures, error));
    }
  }
  return attempt();
}

function isNoUserError(error: unknown): boolean {
  return !(error instanceof UserError);
}
