import { expect, test } from 'vitest';
import { startStopwatch, startTimer } from './fair-time.ts';

test('a stopwatch shows no more than the clock, and all of what was worked', () => {
  const clock = performance.now();
  const elapsed = startStopwatch(() => performance.now());
  const { user } = process.cpuUsage();
  while (process.cpuUsage().user - user < 50_000);
  const shown = elapsed();
  expect(shown).toBeLessThanOrEqual(performance.now() - clock);
  expect(shown).toBeGreaterThan(10);
});

test('a timer calls back once, and leaves nothing', async () => {
  const timers = new Set<NodeJS.Timeout>();
  await new Promise<void>((resolve) => startTimer(timers, 5, resolve));
  expect(timers.size).toBe(0);
});

test('a timer that was stopped never calls back', async () => {
  const timers = new Set<NodeJS.Timeout>();
  let calls = 0;
  startTimer(timers, 5, () => calls++)();
  await new Promise<void>((resolve) => startTimer(timers, 30, resolve));
  expect([calls, timers.size]).toEqual([0, 0]);
});
