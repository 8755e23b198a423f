import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Weekday } from '../../../src/core/schedule/subscription.ts';
import { formatDays, parseDays } from '../../../src/core/schedule/weekdays.ts';
import { UserError } from '../../../src/core/text/user-error.ts';

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const days = fc.subarray([...WEEK], { minLength: 1 });

describe('days', () => {
  test.each([
    ['mon-fri', [1, 2, 3, 4, 5], 'mon-fri'],
    ['Weekdays', [1, 2, 3, 4, 5], 'mon-fri'],
    ['daily', WEEK, 'daily'],
    ['mon-sun', WEEK, 'daily'],
    ['weekends', [6, 7], 'sat, sun'],
    ['mon,wed,fri', [1, 3, 5], 'mon, wed, fri'],
    ['fri, mon wed', [1, 3, 5], 'mon, wed, fri'],
    ['fri-mon', [1, 5, 6, 7], 'fri-mon'],
    ['monday', [1], 'mon'],
    ['Tuesdays', [2], 'tue'],
    ['mon - wed, sat', [1, 2, 3, 6], 'mon-wed, sat'],
    ['sun-mon, wed', [1, 3, 7], 'mon, wed, sun'],
    ['tues-thurs', [2, 3, 4], 'tue-thu'],
    ['mon-mon', [1], 'mon'],
    ['mon, mon', [1], 'mon'],
  ])('%s are read, and said in turn', (typed, read, said) => {
    expect(parseDays(typed)).toEqual(read);
    expect(formatDays(parseDays(typed))).toBe(said);
  });

  test.each(['', 'someday', 'm', 'mon-', '-fri', 'mon-wed-fri', 'mon,', 'constructor', '__proto__', '1-5'])(
    '"%s" are none',
    (typed) => {
      expect(() => parseDays(typed)).toThrow(UserError);
    },
  );

  test('that are none are told how to be written', () => {
    expect(() => parseDays('someday')).toThrow(
      '"someday" is not a list of days. Use for example mon-fri, daily or mon,wed,fri.',
    );
  });

  test('are said in words that are read as the same days', () => {
    fc.assert(
      fc.property(days, (some) => {
        expect(parseDays(formatDays(some))).toEqual(some);
      }),
    );
  });
});
