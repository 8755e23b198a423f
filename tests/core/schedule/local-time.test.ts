import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  addDays,
  instantOf,
  localTimeOf,
  UnknownZoneError,
  weekdayOf,
} from '../../../src/core/schedule/local-time.ts';
import { zones } from '../../fakes/zones.ts';

const HOUR = 3_600_000;
const instants = fc
  .integer({ min: Date.parse('1972-02-01') / 1000, max: Date.parse('2037-12-01') / 1000 })
  .map((seconds) => new Date(seconds * 1000));
const times = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));

describe('a local time on a date', () => {
  test.each([
    ['an ordinary one', '2026-11-24', '08:00', 'Europe/London', '2026-11-24T08:00:00.000Z'],
    ['in summer', '2026-07-24', '08:00', 'Europe/London', '2026-07-24T07:00:00.000Z'],
    ['in a gap of an hour', '2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['at the start of a gap', '2026-03-08', '02:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['at the end of a gap', '2026-03-08', '03:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['in an hour that is repeated', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['in a gap of 30 minutes', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    [
      'in 30 minutes that are repeated',
      '2026-04-05',
      '01:45',
      'Australia/Lord_Howe',
      '2026-04-04T14:45:00.000Z',
    ],
    ['in a gap at midnight in Cairo', '2026-04-24', '00:00', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    ['in a gap at midnight in Beirut', '2026-03-29', '00:30', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
    [
      'in a gap at midnight in Santiago',
      '2026-09-06',
      '00:00',
      'America/Santiago',
      '2026-09-06T04:00:00.000Z',
    ],
    ['in a gap at midnight in Havana', '2026-03-08', '00:30', 'America/Havana', '2026-03-08T05:00:00.000Z'],
    [
      'in a gap before midnight, that ends on the next day',
      ...['2024-03-30', '23:30', 'America/Nuuk', '2024-03-31T01:00:00.000Z'],
    ],
    ['of an offset with seconds', '1971-06-01', '08:00', 'Africa/Monrovia', '1971-06-01T08:44:30.000Z'],
  ])('%s', (_, date, time, zone, instant) => {
    expect(instantOf(date, time, zone)?.toISOString()).toBe(instant);
  });

  test.each([
    ['2011-12-30', 'Pacific/Apia'],
    ['1993-08-21', 'Pacific/Kwajalein'],
  ])('does not exist on %s in %s, a day that was left out', (date, zone) => {
    expect(['00:00', '08:00', '23:59'].map((time) => instantOf(date, time, zone))).toEqual([
      null,
      null,
      null,
    ]);
    expect(instantOf(addDays(date, -1), '08:00', zone)).not.toBeNull();
    expect(instantOf(addDays(date, 1), '00:00', zone)).not.toBeNull();
  });

  test('is shown by clocks there at that instant, or leapt over by them', () => {
    fc.assert(
      fc.property(zones, instants, times, (zone, near, time) => {
        const { date } = localTimeOf(near, zone);
        const instant = instantOf(date, time, zone);
        if (instant === null) return;
        const shown = localTimeOf(instant, zone);
        const before = localTimeOf(new Date(instant.getTime() - 1000), zone);
        const wanted = `${date} ${time}`;
        if (`${shown.date} ${shown.time}` === wanted)
          expect(`${before.date} ${before.time}` < wanted).toBe(true);
        else {
          expect(`${before.date} ${before.time}` < wanted).toBe(true);
          expect(`${shown.date} ${shown.time}` > wanted).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('is never later than the instant at which it was read', () => {
    fc.assert(
      fc.property(zones, instants, (zone, read) => {
        const { date, time } = localTimeOf(read, zone);
        const instant = instantOf(date, time, zone)?.getTime() ?? Number.NaN;
        const minute = read.getTime();
        expect(instant).toBeLessThanOrEqual(minute);
        expect(minute - instant).toBeLessThan(3 * HOUR + 60_000);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the local time at an instant', () => {
  test.each([
    ['2026-11-24T08:00:00Z', 'Europe/London', { date: '2026-11-24', time: '08:00', weekday: 2 }],
    ['2024-02-29T23:30:00Z', 'Asia/Tokyo', { date: '2024-03-01', time: '08:30', weekday: 5 }],
    ['2026-12-31T23:59:59.999Z', 'UTC', { date: '2026-12-31', time: '23:59', weekday: 4 }],
    ['2027-01-01T00:00:00Z', 'UTC', { date: '2027-01-01', time: '00:00', weekday: 5 }],
    ['2026-11-22T12:00:00Z', 'Pacific/Kiritimati', { date: '2026-11-23', time: '02:00', weekday: 1 }],
    ['2026-11-22T10:00:00Z', 'Pacific/Pago_Pago', { date: '2026-11-21', time: '23:00', weekday: 6 }],
  ])('%s in %s', (instant, zone, shown) => {
    expect(localTimeOf(new Date(instant), zone)).toEqual(shown);
  });

  test('is what another way of asking Intl says', () => {
    fc.assert(
      fc.property(zones, instants, (timeZone, instant) => {
        const { date, time } = localTimeOf(instant, timeZone);
        const said = instant.toLocaleString('sv-SE', { timeZone });
        expect(`${date} ${time}`).toBe(said.slice(0, 16));
      }),
      { numRuns: 300 },
    );
  });
});

describe('dates', () => {
  test('are counted over leap days and ends of years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  });

  test('have days of the week from 1 to 7, in week 53 too', () => {
    expect(['2026-12-28', '2027-01-01', '2027-01-03', '2027-01-04'].map(weekdayOf)).toEqual([1, 5, 7, 1]);
  });
});

describe('a zone that is not in the time zone data', () => {
  test.each(['Europe/Atlantis', '', 'not a zone'])('%s is told by its error', (zone) => {
    expect(() => localTimeOf(new Date(0), zone)).toThrow(UnknownZoneError);
    expect(() => instantOf('2026-11-24', '08:00', zone)).toThrow(
      expect.objectContaining({ name: 'UnknownZoneError', zone }),
    );
  });
});

describe('the zone of the machine', () => {
  const own = process.env.TZ;
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  test('makes no difference', () => {
    const results = ['UTC', 'America/St_Johns', 'Pacific/Kiritimati', 'Australia/Lord_Howe'].map((zone) => {
      process.env.TZ = zone;
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      const dates = ['2026-03-07', '2026-03-08', '2026-10-04', '2026-11-01', '2024-02-29'];
      const found = dates.map((date) => instantOf(date, '02:30', 'America/New_York')?.toISOString());
      return [
        ...found,
        localTimeOf(new Date(0), 'Asia/Tokyo'),
        addDays('2026-03-08', 1),
        weekdayOf('2026-03-08'),
      ];
    });
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  });
});
