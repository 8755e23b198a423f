import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDateScale } from '../../../../src/app/pages/pictures/date-scale.ts';

const ticksOf = (...dates: readonly string[]) => createDateScale(dates).ticks.map(({ date }) => date);

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const dates = fc.array(
  fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length)),
  {
    ...{ minLength: 1, maxLength: 12 },
  },
);

test('dates stand along the line in their order, whatever is known of them', () => {
  fc.assert(
    fc.property(dates, (all) => {
      const { place, ticks } = createDateScale(all);
      for (const date of all) {
        expect(place(date)).toBeGreaterThanOrEqual(0);
        expect(place(date)).toBeLessThanOrEqual(1);
      }
      const days = all.filter(({ length }) => length === 10).sort();
      const placed = days.map(place);
      expect(placed).toEqual(placed.toSorted((a, b) => a - b));
      expect(ticks.length).toBeLessThanOrEqual(7);
      const at = ticks.map((tick) => tick.at);
      expect(at).toEqual(at.toSorted((a, b) => a - b));
    }),
  );
});

test('ticks are years, months or days, as the line is long', () => {
  expect(ticksOf('2022', '2024-07-10')).toEqual(['2022', '2023', '2024']);
  expect(ticksOf('2024-03-01', '2024-06-20')).toEqual(['2024-03', '2024-04', '2024-05', '2024-06']);
  expect(ticksOf('2024-03-01', '2024-03-03')).toEqual(['2024-03-01', '2024-03-02', '2024-03-03']);
  expect(ticksOf('2024-03-01')).toEqual(['2024-03-01']);
});

test('a first tick that would overlap the second is left out', () => {
  expect(ticksOf('2022-12-20', '2026-01-01')).toEqual(['2023', '2024', '2025', '2026']);
});
