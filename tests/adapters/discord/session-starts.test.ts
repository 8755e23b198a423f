import { beforeEach, describe, expect, test } from 'vitest';
import { waitBeforeSession } from '../../../src/adapters/discord/session-starts.ts';
import type { StartStore } from '../../../src/core/bot/start-store.ts';

const HOUR = 3_600_000; // milliseconds
const BEGIN = Date.UTC(2026, 10, 24);

let starts: StartStore;
let times: number[];

beforeEach(() => {
  times = [];
  starts = {
    record: async (_, at) => void times.push(at.valueOf()),
    count: async (_, since) => times.filter((time) => time >= since.valueOf()).length,
  };
});

/** A program that is started every so often, and killed before the next start; returns how many sessions it began. */
async function startEvery(milliseconds: number, count: number): Promise<number> {
  for (let start = 0; start < count; start++) {
    const at = BEGIN + start * milliseconds;
    const wait = await waitBeforeSession(starts, new Date(at));
    if (wait < milliseconds) await starts.record('discord', new Date(at + wait));
  }
  return times.length;
}

describe('sessions', () => {
  test('are begun at once the first ten times in an hour', async () => {
    for (let start = 0; start < 10; start++) {
      expect(await waitBeforeSession(starts, new Date(BEGIN + start))).toBe(0);
      await starts.record('discord', new Date(BEGIN + start));
    }
    expect(await waitBeforeSession(starts, new Date(BEGIN + 10))).toBeGreaterThan(0);
  });

  test('wait ever longer, but never longer than a quarter of an hour', async () => {
    let last = 0;
    for (let start = 0; start < 200; start++) {
      const wait = await waitBeforeSession(starts, new Date(BEGIN));
      expect(wait).toBeGreaterThanOrEqual(last);
      expect(wait).toBeLessThanOrEqual(HOUR / 4);
      last = wait;
      await starts.record('discord', new Date(BEGIN));
    }
    expect(last).toBe(HOUR / 4);
  });

  test('are begun at once again after an hour', async () => {
    for (let start = 0; start < 30; start++) await starts.record('discord', new Date(BEGIN));
    expect(await waitBeforeSession(starts, new Date(BEGIN + HOUR + 1))).toBe(0);
  });

  // 2,000 starts in a day begin at most 200 sessions; 500 starts in an hour, at most 60.
  test.each([
    ['2,000 starts in a day, each killed at the next', (24 * HOUR) / 2000, 2000, 200],
    ['500 starts in an hour, each killed at the next', HOUR / 500, 500, 60],
    ['2,000 starts in a day, killed at once', 1, 2000, 200],
  ])('are few though a program is started very often: %s', async (_, every, count, most) => {
    expect(await startEvery(every, count)).toBeLessThanOrEqual(most);
  });

  test('are few though every start waits as long as it is told to', async () => {
    let at = BEGIN;
    for (; at < BEGIN + 24 * HOUR; at += 1000) {
      at += await waitBeforeSession(starts, new Date(at));
      await starts.record('discord', new Date(at));
    }
    expect(times.filter((time) => time < BEGIN + 24 * HOUR).length).toBeLessThanOrEqual(200);
    expect(times.filter((time) => time < BEGIN + HOUR).length).toBeLessThanOrEqual(60);
  });
});
