import { describe, expect, test } from 'vitest';
import {
  type LookedWell,
  MOST_FAILURES,
  nextLook,
  nextTry,
  typicalGap,
} from '../../../src/core/collecting/next-look.ts';

const NOW = new Date('2024-05-06T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const dated = (...hours: readonly number[]) =>
  hours.map((hour) => ({ at: new Date(NOW.valueOf() - hour * HOUR) }) as never);
const look = (of: Partial<LookedWell>) => {
  const feed = { ttl: null, items: [] };
  const fetched = { maxAge: null, retryAfter: null };
  const { interval, next } = nextLook({
    ...{ now: NOW, interval: HOUR, changed: false, feed, fetched, every: null, random: 0 },
    ...of,
  });
  return [interval / MINUTE, (next.valueOf() - NOW.valueOf()) / MINUTE];
};

describe('after a look that went well, the next one comes', () => {
  test.each([
    [
      'after half of the usual gap, at first',
      { interval: null, feed: { ttl: null, items: dated(0, 8, 16, 24) } },
      [240, 240],
    ],
    [
      'after an hour, at first, if there is no usual gap',
      { interval: null, feed: { ttl: null, items: dated(0, 8) } },
      [60, 60],
    ],
    ['sooner, if there was something new', { changed: true }, [30, 30]],
    ['later, if there was not', {}, [90, 90]],
    ['a quarter of an hour later at least', { interval: 20 * MINUTE, changed: true }, [15, 15]],
    ['a day later at most', { interval: 20 * HOUR }, [1440, 1440]],
    ['as somebody has set', { every: 10 * MINUTE }, [10, 10]],
    ['no sooner than the feed asks', { changed: true, feed: { ttl: 120, items: [] } }, [30, 120]],
    [
      'no sooner than Cache-Control says',
      { every: 10 * MINUTE, fetched: { maxAge: 1800, retryAfter: null } },
      [10, 30],
    ],
    ['within a day, whatever is asked', { feed: { ttl: 99_999, items: [] } }, [90, 1440]],
    ['up to a tenth later, so that not all come at once', { random: 1 }, [90, 99]],
  ] as const)('%s', (_, of, expected) => {
    expect(look(of)).toEqual(expected);
  });
});

describe('after a look that failed, the next one comes', () => {
  const wait = (failures: number, retryAfter: number | null = null) => {
    const next = nextTry(failures, { now: NOW, retryAfter, random: 0 });
    return next && (next.valueOf() - NOW.valueOf()) / HOUR;
  };

  test('after twice the wait each time, a day at most, and then no more', () => {
    expect([1, 2, 3, 4, 5, 6, 9].map((failures) => wait(failures))).toEqual([1, 2, 4, 8, 16, 24, 24]);
    expect(wait(MOST_FAILURES)).toBeNull();
  });

  test('no sooner than the server says, within a week', () => {
    expect([wait(1, 7200), wait(1, 60), wait(1, 10 ** 9)]).toEqual([2, 1, (7 * DAY) / HOUR]);
  });
});

test('the typical gap is the median of those between items with dates', () => {
  expect([
    typicalGap(dated(1, 0, 30, 3)),
    typicalGap(dated(1, 0)),
    typicalGap([{ at: null }] as never),
  ]).toEqual([2 * HOUR, null, null]);
});
