import { describe, expect, test } from 'vitest';
import { parseStatedDate } from '../../../src/core/text/stated-date.ts';

describe('a stated date', () => {
  test.each([
    ['2024-07-10', '2024-07-10'],
    ['2024-07', '2024-07'],
    ['2024', '2024'],
    ['2024-07-10T23:30:00-04:00', '2024-07-10'],
    ['2024-07-10 08:15', '2024-07-10'],
    ['20240710', '2024-07-10'],
    ['20240710T081500Z', '2024-07-10'],
    ['2024/7/1', '2024-07-01'],
    ['Wed, 10 Jul 2024 08:15:00 GMT', '2024-07-10'],
    ['10th July 2024', '2024-07-10'],
    ['July 1, 2024 8:15 a.m.', '2024-07-01'],
    ['  Wednesday, Sept. 10,\n2024 ', '2024-09-10'],
  ])('is read: %j', (written, date) => {
    expect(parseStatedDate(written)).toBe(date);
  });

  test.each([
    ...['', 'yesterday', '7/10/2024', '10.07.2024', '2024-02-31', '2024-13', '1970-01-01T00:00:00Z'],
    ...[
      '0001-01-01',
      '1720598400',
      '2024-07-10-minutes',
      '99999999',
      'July 2024 or so',
      '1'.repeat(1_000_000),
    ],
  ])('is not made up: %.20j', (written) => {
    expect(parseStatedDate(written)).toBeNull();
  });
});
