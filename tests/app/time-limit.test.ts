import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startTimeLimit } from '../../src/app/time-limit.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Starts a limit of 4.5 seconds for a thread that has a share of a processor; returns when the time was up, in seconds. */
async function endOf(share: () => number, seconds = 100): Promise<number | null> {
  const late = vi.fn(() => performance.now());
  const started = performance.now();
  let counted = 0;
  let before = started;
  const meter = () => {
    counted += (performance.now() - before) * share();
    before = performance.now();
    return counted;
  };
  startTimeLimit({ seconds: 4.5, meter, late });
  await vi.advanceTimersByTimeAsync(seconds * 1000);
  expect(late.mock.calls.length).toBeLessThanOrEqual(1);
  const [at] = late.mock.results;
  return at ? (Number(at.value) - started) / 1000 : null;
}

test.each([
  ['a processor of its own', 1, 4.5],
  ['several processors', 3, 4.5],
  ['half a processor', 0.5, 9],
  ['a third of one', 1 / 3, 13.5],
  ['hardly any', 0.01, 18],
  ['none', 0, 18],
  ['less than none, as the other threads are counted too high', -1, 18],
])(
  'a thread with %s is late once it has had its time, and after four times as much at the latest',
  async (_name, share, expected) => {
    expect(await endOf(() => share)).toBeCloseTo(expected, 1);
  },
);

test('a thread is not late before', async () => {
  expect(await endOf(() => 0.5, 8.9)).toBeNull();
});

test('a thread that gets its processor later is late soon after', async () => {
  const started = performance.now();
  expect(await endOf(() => (performance.now() - started > 6000 ? 1 : 0))).toBeLessThan(11);
});

test('a limit that was stopped says nothing', async () => {
  const late = vi.fn();
  const stop = startTimeLimit({ seconds: 1, meter: () => performance.now(), late });
  await vi.advanceTimersByTimeAsync(999);
  stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(late).not.toHaveBeenCalled();
});
