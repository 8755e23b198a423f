import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Scheduler, startScheduler } from '../../src/app/scheduler.ts';

const BEGIN = new Date('2026-11-24T07:59:30Z');

describe('a scheduler', () => {
  let scheduler: Scheduler;
  let runs: Date[];
  let waits: (number | null)[];
  let failing: boolean;
  let reports: string[];

  beforeEach(() => {
    vi.useFakeTimers({ now: BEGIN });
    [runs, waits, failing, reports] = [[], [], false, []];
    scheduler = startScheduler({
      delivery: {
        run: async () => {
          runs.push(new Date());
          if (failing) throw new Error('The store is away.');
        },
        untilNext: async () => waits.shift() ?? null,
        stop: async () => {},
      },
      tickSeconds: 60,
      now: () => new Date(),
      report: ({ message }) => reports.push(message),
    });
  });
  afterEach(async () => {
    await scheduler.stop(0);
    vi.useRealTimers();
  });

  test('looks at once, and then every minute on the minute', async () => {
    await vi.advanceTimersByTimeAsync(180_000);
    expect(runs[0]).toEqual(BEGIN);
    const minutes = runs.slice(1).map((run) => run.toISOString().slice(11, 16));
    expect([...new Set(minutes)]).toEqual(['08:00', '08:01', '08:02']);
  });

  test('looks again as soon as something can be done', async () => {
    await scheduler.stop(0);
    runs = [];
    waits = [10_000];
    scheduler = startScheduler({
      delivery: {
        run: async () => void runs.push(new Date()),
        untilNext: async () => waits.shift() ?? null,
        stop: async () => {},
      },
      tickSeconds: 60,
      now: () => new Date(),
      report: () => {},
    });
    await vi.advanceTimersByTimeAsync(11_000);
    expect(runs.length).toBe(2);
  });

  test.each(['2026-11-24T06:59:00Z', '2026-11-25T09:00:00Z', '2026-12-24T07:00:00Z'])(
    'goes on looking when the clock is set to %s',
    async (jump) => {
      await vi.advanceTimersByTimeAsync(1000);
      const before = runs.length;
      vi.setSystemTime(new Date(jump));
      await vi.advanceTimersByTimeAsync(10_000);
      expect(runs.length).toBeGreaterThan(before);
      const then = runs.length;
      await vi.advanceTimersByTimeAsync(180_000);
      expect(runs.length).toBeGreaterThanOrEqual(then + 2);
    },
  );

  test('goes on after a failure, and tells of it once', async () => {
    failing = true;
    await vi.advanceTimersByTimeAsync(180_000);
    expect(reports.length).toBe(1);
    failing = false;
    await vi.advanceTimersByTimeAsync(60_000);
    failing = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reports.length).toBe(2);
  });

  test('stops', async () => {
    await scheduler.stop(0);
    const before = runs.length;
    await vi.advanceTimersByTimeAsync(300_000);
    expect(runs.length).toBe(before);
  });
});
