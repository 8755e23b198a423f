import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pagesOf } from '../../../../src/core/library/documents/pages.ts';

const pages = {
  format: 'pdf',
  starts: [
    { at: 10, label: 'i', index: 1 },
    { at: 20, label: 'ii', index: 2 },
    { at: 20, label: '1', index: 3 },
    { at: 30, label: '2', index: 4 },
  ],
};
const labels = (start: number, end: number) => pagesOf(pages, { start, end }).map(({ label }) => label);

describe('the pages of a slice', () => {
  test('begin with that of its first character', () => {
    expect([labels(10, 12), labels(19, 20), labels(30, 99)]).toEqual([['i'], ['i'], ['2']]);
  });

  test('end with that of its last', () => {
    expect([labels(12, 30), labels(12, 31)]).toEqual([
      ['i', 'ii', '1'],
      ['i', 'ii', '1', '2'],
    ]);
  });

  test('are those with text, where one without it starts at the same place', () => {
    expect(labels(20, 25)).toEqual(['1']);
  });

  test('are none before the first', () => {
    expect(labels(9, 12)).toEqual([]);
  });

  test('are those on which its characters are, one by one', () => {
    const starts = fc
      .uniqueArray(fc.nat(50), { minLength: 1 })
      .map((places) =>
        places.sort((a, b) => a - b).map((at, nth) => ({ at, label: `${nth}`, index: nth + 1 })),
      );
    fc.assert(
      fc.property(starts, fc.nat(60), fc.integer({ min: 1, max: 60 }), (made, start, length) => {
        const pageAt = (place: number) => made.filter(({ at }) => at <= place).at(-1);
        const expected = Array.from({ length }, (_, nth) => pageAt(start + nth));
        const found = pagesOf({ format: 'pdf', starts: made }, { start, end: start + length });
        expect(found).toEqual(expected[0] ? [...new Set(expected)] : []);
      }),
    );
  });
});
