import { describe, expect, test } from 'vitest';
import { type RetryOptions, retry } from '../../../src/core/text/retry.ts';
import { UserError } from '../../../src/core/text/user-error.ts';

/** An attempt that fails a number of times, and the waits between its repetitions. */
function failing(times: number, options: Partial<RetryOptions> = {}) {
  const waits: number[] = [];
  let made = 0;
  const outcome = retry(
    async () => {
      if (++made <= times) throw new Error(`failure ${made}`);
      return `done at attempt ${made}`;
    },
    {
      attempts: 3,
      delay: (failures) => failures * 100,
      isRetryable: () => true,
      wait: async (milliseconds) => {
        waits.push(milliseconds);
      },
      ...options,
    },
  );
  return { outcome, waits, made: () => made };
}

describe('an attempt', () => {
  test('that succeeds is made once', async () => {
    const { outcome, waits } = failing(0);
    expect([await outcome, waits]).toEqual(['done at attempt 1', []]);
  });

  test('that fails is repeated after a delay', async () => {
    const { outcome, waits } = failing(2);
    expect([await outcome, waits]).toEqual(['done at attempt 3', [100, 200]]);
  });

  test('that fails too often throws its last error', async () => {
    const { outcome, waits } = failing(3);
    await expect(outcome).rejects.toThrow('failure 3');
    expect(waits).toEqual([100, 200]);
  });

  test('that fails for good is not repeated', async () => {
    const { outcome, made } = failing(2, { isRetryable: () => false });
    await expect(outcome).rejects.toThrow('failure 1');
    expect(made()).toBe(1);
  });

  test('may say itself how long to wait', async () => {
    const delay = (_failures: number, error: unknown) => (error instanceof Error ? error.message.length : 0);
    const { outcome, waits } = failing(1, { delay });
    await outcome;
    expect(waits).toEqual(['failure 1'.length]);
  });

  test('is repeated without end, unless a person has to fix something first', async () => {
    const wait = async () => undefined;
    let made = 0;
    const attempt = async () => {
      if (++made < 100) throw new Error('An outage.');
      throw new UserError('Copy the token again.', { code: 'no-token' });
    };
    await expect(retry(attempt, { delay: () => 0, wait })).rejects.toThrow('Copy the token again.');
    expect(made).toBe(100);
  });
});
