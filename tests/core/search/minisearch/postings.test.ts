import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countPacked,
  PACKED,
  type Postings,
  packPostings,
  renumberPacked,
  visitPacked,
} from '../../../../src/core/search/minisearch/postings.ts';

const postings = fc
  .uniqueArray(fc.tuple(fc.nat(2_000_000), fc.integer({ min: 1, max: 5000 })), {
    selector: ([passage]) => passage,
  })
  .map((each) => new Map(each.sort(([a], [b]) => a - b)));

test('packed postings are the same postings', () => {
  fc.assert(
    fc.property(postings, (each) => {
      const packed = packPostings(each);
      expect(packed).toMatch(PACKED);
      expect(countPacked(packed)).toBe(each.size);
      expect([...unpack(packed)]).toEqual([...each]);
    }),
  );
});

test('postings packed behind others are as if packed together', () => {
  fc.assert(
    fc.property(postings, fc.nat(), (each, share) => {
      const all = [...each];
      const middle = share % (all.length + 1);
      const before = packPostings(new Map(all.slice(0, middle)));
      expect(packPostings(new Map(all.slice(middle)), before)).toBe(packPostings(each));
    }),
  );
});

test('passages that get no new number are left out', () => {
  const packed = packPostings(new Map([3, 70, 90].map((passage) => [passage, 1])));
  const renumbered = renumberPacked(packed, new Map([3, 90].map((passage, at) => [passage, at])));
  expect(renumbered).toBe(packPostings(new Map([0, 1].map((passage) => [passage, 1]))));
  expect(renumberPacked(packed, new Map())).toBeNull();
});

test.each(['00', '9999', 'ooooooooooo', '1p', 'zz', 'o0o0'])(
  'damaged postings come to an end: %s',
  (packed) => {
    expect(unpack(packed).size).toBeLessThan(10);
  },
);

function unpack(packed: string): Postings {
  const found = new Map<number, number>();
  visitPacked(packed, (passage, times) => found.set(passage, times));
  return found;
}
