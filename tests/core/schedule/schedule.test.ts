import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localTimeOf } from '../../../src/core/schedule/local-time.ts';
import {
  formatDays,
  formatLocal,
  formatSchedule,
  nextSlots,
  parseDays,
  parseTime,
  parseZone,
  slotsUpTo,
} from '../../../src/core/schedule/schedule.ts';
import type { Schedule, Weekday } from '../../../src/core/schedule/subscription.ts';
import { UserError } from '../../../src/core/text/user-error.ts';
import { zones } from '../../fakes/zones.ts';

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const days = fc.subarray([...WEEK], { minLength: 1 });
const times = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
const instants = fc
  .integer({ min: Date.parse('1972-02-01'), max: Date.parse('2037-12-01') })
  .map((at) => new Date(at));

describe('a time', () => {
  test.each([
    ['8:00', '08:00'],
    ['08:00', '08:00'],
    [' 23:59 ', '23:59'],
    ['0:00', '00:00'],
    ['8am', '08:00'],
    ['8:30 PM', '20:30'],
    ['12am', '00:00'],
    ['12:15pm', '12:15'],
  ])('%s is read as %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time);
  });

  test.each(['24:00', '8', '08:60', '8:0', '13pm', '0am', '', '-1:00', '08:00:00', 'noon', '٨:٠٠'])(
    '"%s" is none',
    (typed) => {
      expect(() => parseTime(typed)).toThrow(UserError);
    },
  );

  test('that is none is told how to be written', () => {
    expect(() => parseTime('25:00')).toThrow('"25:00" is not a time. Use 24-hour hh:mm, for example 08:00.');
  });
});

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
      '"someday" does not name days. Write for example mon-fri, daily or mon,wed,fri.',
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

describe('a zone', () => {
  test('is read in any case', () => {
    expect(parseZone('europe/london')).toBe('Europe/London');
  });

  test('that was mistyped is answered with what may have been meant', () => {
    expect(() => parseZone('London')).toThrow('"London" is not a time zone. Did you mean Europe/London?');
    expect(() => parseZone('London')).toThrow(expect.objectContaining({ suggestions: ['Europe/London'] }));
  });

  test('that is an offset is answered with an example', () => {
    expect(() => parseZone('+02:00')).toThrow(
      '"+02:00" is not a time zone. Name a place, for example Europe/London, or UTC.',
    );
  });
});

describe('a schedule', () => {
  test('is said in one line', () => {
    const schedule: Schedule = { at: '08:00', days: [1, 2, 3, 4, 5], zone: 'Europe/London' };
    expect(formatSchedule(schedule)).toBe('08:00 mon-fri Europe/London');
  });

  test('an instant is said as clocks there show it, with the year only where it is another', () => {
    const now = new Date('2026-11-20T12:00:00Z');
    expect(formatLocal(new Date('2026-11-24T08:00:00Z'), 'Europe/London', now)).toBe('Tue 24 Nov 08:00');
    expect(formatLocal(new Date('2026-12-31T18:00:00Z'), 'Asia/Tokyo', now)).toBe('Fri 1 Jan 2027 03:00');
    expect(formatLocal(new Date('2026-12-31T18:00:00Z'), 'Europe/London', now)).toBe('Thu 31 Dec 18:00');
  });
});

describe('the next slots', () => {
  test.each([
    ['over a weekend', [1, 2, 3, 4, 5], '2026-11-20T09:00:00Z', ['2026-11-23', '2026-11-24', '2026-11-25']],
    ['of an instant before the first', WEEK, '2026-11-20T07:59:59Z', ['2026-11-20', '2026-11-21']],
    ['of the very instant of one', WEEK, '2026-11-20T08:00:00Z', ['2026-11-21', '2026-11-22']],
    ['over a leap day', WEEK, '2028-02-28T09:00:00Z', ['2028-02-29', '2028-03-01']],
    ['over the end of a year and week 53', [5], '2026-12-26T00:00:00Z', ['2027-01-01', '2027-01-08']],
  ] as const)('%s', (_, on, after, dates) => {
    const schedule: Schedule = { at: '08:00', days: on, zone: 'Europe/London' };
    expect(nextSlots(schedule, new Date(after), dates.length).map(({ slot }) => slot)).toEqual(dates);
  });

  test('leave out a day that does not exist', () => {
    const slots = (on: readonly Weekday[]) =>
      nextSlots({ at: '08:00', days: on, zone: 'Pacific/Apia' }, new Date('2011-12-29T20:00:00Z'), 2);
    expect(slots(WEEK).map(({ slot }) => slot)).toEqual(['2011-12-31', '2012-01-01']);
    expect(slots([5]).map(({ slot }) => slot)).toEqual(['2012-01-06', '2012-01-13']);
  });

  test('are none where no day is ordered', () => {
    const schedule: Schedule = { at: '08:00', days: [], zone: 'Europe/London' };
    expect(nextSlots(schedule, new Date(0), 3)).toEqual([]);
    expect([...slotsUpTo(schedule, new Date(0))]).toEqual([]);
  });

  test('come after now in order, on ordered days, at the time ordered unless it is left out', () => {
    fc.assert(
      fc.property(zones, times, days, instants, (zone, at, on, after) => {
        let last = after;
        for (const { slot, due } of nextSlots({ at, days: on, zone }, after, 9)) {
          expect(due.getTime()).toBeGreaterThan(last.getTime());
          expect(on).toContain(new Date(slot).getUTCDay() || 7);
          const shown = localTimeOf(due, zone);
          const before = localTimeOf(new Date(due.getTime() - 1000), zone);
          const wanted = `${slot} ${at}`;
          expect(`${before.date} ${before.time}` < wanted).toBe(true);
          if (`${shown.date} ${shown.time}` !== wanted)
            expect(`${shown.date} ${shown.time}` > wanted).toBe(true);
          last = due;
        }
      }),
      { numRuns: 300 },
    );
  });

  test('are the last slots of later, backwards', () => {
    fc.assert(
      fc.property(zones, times, days, instants, (zone, at, on, after) => {
        const schedule = { at, days: on, zone };
        const slots = nextSlots(schedule, after, 9);
        const back = slotsUpTo(schedule, slots.at(-1)?.due ?? after);
        expect(slots.map(() => back.next().value).reverse()).toEqual(slots);
        expect(back.next().value?.due.getTime()).toBeLessThanOrEqual(after.getTime());
      }),
      { numRuns: 300 },
    );
  });
});
