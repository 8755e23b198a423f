import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localTimeOf } from '../../../src/core/schedule/local-time.ts';
import { nextSlots, slotsUpTo } from '../../../src/core/schedule/slots.ts';
import type { Schedule, Weekday } from '../../../src/core/schedule/subscription.ts';
import { zones } from '../../fakes/zones.ts';

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const days = fc.subarray([...WEEK], { minLength: 1 });
const times = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
const instants = fc
  .integer({ min: Date.parse('1972-02-01'), max: Date.parse('2037-12-01') })
  .map((at) => new Date(at));

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
