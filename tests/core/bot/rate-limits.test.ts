import { beforeEach, describe, expect, test } from 'vitest';
import { createRateLimits, formatRefused, type RateLimits } from '../../../src/core/bot/rate-limits.ts';
import type { Audience } from '../../../src/core/library/audience.ts';
import { NOW } from '../../fakes/local-chat.ts';

const ADA: Audience = {
  platform: 'chat',
  workspace: 'W1',
  channel: 'C1',
  user: 'ada',
  private: false,
  local: false,
};
const at = (seconds: number) => new Date(NOW.valueOf() + seconds * 1000);

let limits: RateLimits;

beforeEach(() => {
  limits = createRateLimits();
});

/** How many of so many requests are taken. */
const taken = (count: number, audience: (nth: number) => Audience, seconds = 0) =>
  Array.from({ length: count }, (_, nth) => limits.take(audience(nth), at(seconds))).filter((each) => !each)
    .length;

describe('within a minute', () => {
  test('a person is taken ten times', () => expect(taken(30, () => ADA)).toBe(10));

  test('a channel is taken thirty times', () =>
    expect(taken(50, (nth) => ({ ...ADA, user: `u${nth}` }))).toBe(30));

  test('a workspace is taken 120 times', () =>
    expect(taken(200, (nth) => ({ ...ADA, user: `u${nth}`, channel: `C${nth}` }))).toBe(120));

  test('others are not in each other’s way', () => {
    taken(30, () => ADA);
    expect(taken(1, () => ({ ...ADA, user: 'tom' }))).toBe(1);
    expect(taken(10, () => ({ ...ADA, workspace: 'W2' }))).toBe(10);
    expect(taken(10, () => ({ ...ADA, platform: 'talk' }))).toBe(10);
  });

  test('names that look alike are kept apart', () => {
    taken(30, () => ({ ...ADA, user: 'a","b' }));
    expect(taken(1, () => ({ ...ADA, user: 'a' }))).toBe(1);
  });
});

describe('who has to wait', () => {
  test('is told how long, and for whose sake', () => {
    taken(10, () => ADA);
    expect(limits.take(ADA, at(0))).toEqual({ seconds: 6, whose: 'person', most: 10 });
    expect(limits.take(ADA, at(4))).toEqual({ seconds: 2, whose: 'person', most: 10 });
    expect(limits.take(ADA, at(6))).toBeNull();
  });

  test('is told of the longest wait', () => {
    taken(120, (nth) => ({ ...ADA, user: `u${nth}`, channel: `C${nth}` }));
    taken(10, () => ({ ...ADA, workspace: 'W2' }));
    expect(limits.take({ ...ADA, channel: 'C9' }, at(0))).toEqual({
      seconds: 1,
      whose: 'workspace',
      most: 120,
    });
  });

  test('does not wait longer for having asked too early', () => {
    taken(10, () => ADA);
    for (let nth = 0; nth < 50; nth++) limits.take(ADA, at(5));
    expect(limits.take(ADA, at(6))).toBeNull();
  });

  test('has all of it again after a minute, and no more than that after an hour', () => {
    taken(10, () => ADA);
    expect(taken(20, () => ADA, 60)).toBe(10);
    expect(taken(20, () => ADA, 3600)).toBe(10);
  });

  test('is not wronged by a clock that was put back', () => {
    taken(10, () => ADA);
    expect(limits.take(ADA, at(-3600))).not.toBeNull();
    expect(limits.take(ADA, at(-3600 + 6))).toBeNull();
  });

  test('may be allowed more', () => {
    limits = createRateLimits({ person: 12, channel: 30, workspace: 120 });
    expect(taken(20, () => ADA)).toBe(12);
  });

  test('reads it in a sentence', () => {
    expect(formatRefused({ seconds: 1, whose: 'person', most: 10 })).toBe(
      'Too many requests: you have asked 10 times in a minute. Try again in 1 second.',
    );
    expect(formatRefused({ seconds: 2, whose: 'channel', most: 30 })).toMatch(
      /this channel has asked 30 times.*2 seconds/,
    );
  });
});

test('those who asked long ago are forgotten, those who wait are not', () => {
  taken(10, () => ADA);
  for (let nth = 0; nth < 3_500; nth++) limits.take({ ...ADA, workspace: `W${nth}` }, at(1));
  expect(limits.take(ADA, at(1))).not.toBeNull();
});
