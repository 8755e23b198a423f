import { describe, expect, test } from 'vitest';
import { parseDateLimit } from '../../../src/core/text/date-limit.ts';

const NOW = new Date('2024-03-31T23:30:00Z');

describe('a date that limits a search', () => {
  test.each([
    ['2024-07-10', '2024-07-10'],
    ['2024-07', '2024-07'],
    ['2024', '2024'],
    ['10 July 2024', '2024-07-10'],
    ['0d', '2024-03-31'],
    ['7d', '2024-03-24'],
    ['2W', '2024-03-17'],
    ['1m', '2024-02-29'],
    ['13m', '2023-02-28'],
    ['1y', '2023-03-31'],
  ])('is a date, or how long ago: %s', (written, date) => {
    expect(parseDateLimit(written, NOW)).toBe(date);
  });

  test.each(['July', '10/07/2024', '2024-02-30', 'd', '-7d', '7', '9999y', ''])('is not %j', (written) => {
    expect(parseDateLimit(written, NOW)).toBeNull();
  });
});
