import { expect, test } from 'vitest';
import { findStampedDay } from '../../../src/readers/clean/stamped-day.ts';

test.each([
  ['one moment', 'The lamp was lit.\n2024-05-03 10:20:00\nGazette', '2024-05-03'],
  ['publication and the last change', '2024-05-03T10:20:00+02:00\n2025-06-25 16:20:52', '2024-05-03'],
  ['those of messages', '2024-05-03 10:20:00\nThe lamp is out.\n2024-05-04 11:30:00\nIt burns.', null],
  ['more than two', '2024-05-03 10:20\n2024-05-04 10:20\n2024-05-05 10:20', null],
  ['a day alone', '2024-05-03', null],
  ['no day', '2024-13-40 10:20:00', null],
])('the day that a page keeps for programs: %s', (_what, text, day) => {
  expect(findStampedDay(text)).toBe(day);
});
