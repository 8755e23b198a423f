import { expect, test } from 'vitest';
import { parseRetryAfter } from '../../../src/core/text/retry-after.ts';

const NOW = new Date('2026-11-24T12:00:00Z');

test.each([
  ['a number of seconds', { 'retry-after': '1.5' }, 1.5],
  [
    'a date by the sender’s clock',
    { 'retry-after': 'Tue, 24 Nov 2026 12:01:00 GMT', date: 'Tue, 24 Nov 2026 12:00:50 GMT' },
    10,
  ],
  ['a date', { 'retry-after': 'Tue, 24 Nov 2026 12:00:30 GMT' }, 30],
  ['a date that has passed', { 'retry-after': 'Tue, 24 Nov 2026 11:00:00 GMT' }, 0],
  ['nothing', {}, null],
  ['something else', { 'retry-after': 'soon' }, null],
])('the seconds to wait are parsed from %s', (_what, headers: Record<string, string>, seconds) => {
  expect(parseRetryAfter(new Headers(headers), NOW)).toBe(seconds);
});
