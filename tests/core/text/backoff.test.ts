import { expect, test } from 'vitest';
import { exponential } from '../../../src/core/text/backoff.ts';

const BOUNDS = { first: 1000, most: 60_000 };

test('the wait doubles with each failure, up to a limit', () => {
  const waits = [0, 1, 2, 3, 6, 7, 5000].map((failures) => exponential(failures, BOUNDS));
  expect(waits).toEqual([1000, 1000, 2000, 4000, 32_000, 60_000, 60_000]);
});

test('a random wait is a share of the doubled one, in whole milliseconds', () => {
  const waits = [0, 0.0001, 0.5, 1].map((share) => exponential(3, { ...BOUNDS, random: () => share }));
  expect(waits).toEqual([0, 1, 2000, 4000]);
});
