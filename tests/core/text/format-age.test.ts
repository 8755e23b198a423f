import { expect, test } from 'vitest';
import { formatAge } from '../../../src/core/text/format-age.ts';

const NOW = new Date('2026-11-24T14:00:00Z');

test.each([
  [0, 'now'],
  [59_999, 'now'],
  [60_000, '1 minute ago'],
  [119 * 60_000, '119 minutes ago'],
  [5 * 3_600_000, '5 hours ago'],
  [72 * 3_600_000, '3 days ago'],
])('%d ms are %s', (age, said) => {
  expect(formatAge(new Date(NOW.valueOf() - age), NOW)).toBe(said);
});
