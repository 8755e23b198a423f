import { expect, test } from 'vitest';
import { formatAge } from '../../../src/core/text/format-age.ts';
import { formatDate, formatInstant } from '../../../src/core/text/format-date.ts';

test.each([
  ['2024-07-01', '1 Jul 2024'],
  ['2024-07', 'Jul 2024'],
  ['2024', '2024'],
  [null, 'date unknown'],
])('the date %s is written "%s"', (date, written) => {
  expect(formatDate(date)).toBe(written);
});

test('an instant is written in UTC', () => {
  expect(formatInstant(new Date('2026-11-24T14:05:59+01:00'))).toBe('24 Nov 2026 13:05 UTC');
});

test.each([
  [-1, 'just now'],
  [59, 'just now'],
  [60, '1 minute ago'],
  [119 * 60, '119 minutes ago'],
  [120 * 60, '2 hours ago'],
  [47 * 3600, '47 hours ago'],
  [48 * 3600, '2 days ago'],
])('%d seconds are "%s"', (seconds, written) => {
  const now = new Date('2026-11-24T12:00:00Z');
  expect(formatAge(new Date(now.valueOf() - seconds * 1000), now)).toBe(written);
});
