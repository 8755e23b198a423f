import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/core/schedule/local-time.ts';
import { countEditions, DST_TIMES, DST_ZONES } from '../../faults/dst.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const FIRST = '2024-01-01';
const DAYS = 1_096; // 2024, with its leap day, 2025 and 2026

describe('when clocks change', () => {
  const runs = DST_ZONES.flatMap((zone) => DST_TIMES.map((time) => ({ zone, time })));

  test.each(runs)('$zone at $time: one edition on each of 1,096 days', ({ zone, time }) => {
    expect(countEditions({ zone, time, from: FIRST, days: DAYS, tickMinutes: 5 })).toEqual({
      ...{ once: DAYS, lost: 0, doubled: 0, misdated: 0 },
    });
  });

  test('all of them make 43,840', () => {
    expect(runs.length * DAYS).toBe(43_840);
  });

  test.each(DST_ZONES)('%s: the same where every tick plans anew', (zone) => {
    const count = { zone, time: '02:30', from: '2026-01-01', days: 365, tickMinutes: 179, always: true };
    expect(countEditions(count)).toMatchObject({ once: 365, lost: 0, doubled: 0 });
  });

  test.each(DST_ZONES)('%s: around each change, what walking minute by minute finds', (zone) => {
    const dates = changingDates(zone);
    expect(dates.length).toBeGreaterThan(11);
    for (const date of dates) {
      const walk = walkAround(date, zone);
      for (const time of [...DST_TIMES, '01:00', '02:00', '02:15', '03:00', '23:00', '23:30', '23:59'])
        expect(instantOf(date, time, zone)?.toISOString(), `${date} ${time}`).toBe(
          found(walk, `${date} ${time}`),
        );
    }
  });
});

/** The dates around each change of the clocks in the three years, found by the offsets that Intl names. */
function changingDates(zone: string): string[] {
  const named = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const offset = (at: number) => named.format(at).split(', ')[1];
  const days = Array.from({ length: DAYS }, (_, day) => Date.parse(FIRST) + day * DAY);
  const changed = days.filter((day) => offset(day) !== offset(day + DAY));
  return [...new Set(changed.flatMap((day) => [day - DAY, day, day + DAY]))].map((day) =>
    new Date(day).toISOString().slice(0, 10),
  );
}

/** Each minute around a date with what clocks show then. */
function walkAround(date: string, zone: string): { readonly at: number; readonly shown: string }[] {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  const start = Date.parse(date) - 12 * 60 * MINUTE;
  return Array.from({ length: 2_880 }, (_, index) => start + index * MINUTE).map((at) => ({
    at,
    shown: clock.format(at),
  }));
}

/** The first minute that shows this; where none does, the minute that leaps over it. */
function found(walk: readonly { readonly at: number; readonly shown: string }[], wanted: string) {
  const exact = walk.find(({ shown }) => shown === wanted);
  const leap = walk.find(({ shown }, index) => shown > wanted && (walk[index - 1]?.shown ?? wanted) < wanted);
  return new Date((exact ?? leap)?.at ?? Number.NaN).toISOString();
}
