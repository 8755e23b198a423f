import { expect, test } from 'vitest';
import { confidenceOf, ENOUGH, type Evidence } from '../../../src/core/quoting/confidence.ts';

const NOTHING: Evidence = {
  ...{ found: 0, factsAndPassage: 0, strength: 0, words: 0, unknown: 1 },
  ...{ verbatim: 0, together: 0, typed: 0, fits: 0, missingFigures: 0, recent: 0 },
};
const EVERYTHING: Evidence = {
  ...{ found: 20, factsAndPassage: 1, strength: 3, words: 1, unknown: 0 },
  ...{ verbatim: 1, together: 1, typed: 1, fits: 1, missingFigures: 0, recent: 1 },
};
const SOME: Evidence = {
  ...{ found: 8, factsAndPassage: 0.6, strength: 1, words: 0.5, unknown: 0.3 },
  ...{ verbatim: 0.5, together: 0.5, typed: 0, fits: 0, missingFigures: 0, recent: 0 },
};
const PASSAGES = [1, 30, 10_000];

test.each(PASSAGES)('confidence lies between 0 and 1, among %i passages', (passages) => {
  const [least = 0, some = 0, most = 0] = [NOTHING, SOME, EVERYTHING].map((each) =>
    confidenceOf(each, passages),
  );
  expect(least).toBeGreaterThan(0);
  expect(least).toBeLessThan(ENOUGH);
  expect(some).toBeGreaterThan(least);
  expect(most).toBeGreaterThan(Math.max(some, ENOUGH));
  expect(most).toBeLessThan(1);
});

test.each([
  'found',
  'factsAndPassage',
  'strength',
  'words',
  'verbatim',
  'together',
  'fits',
  'recent',
] as const)('confidence grows with %s', (sign) => {
  for (const passages of PASSAGES) {
    const more = confidenceOf({ ...SOME, [sign]: SOME[sign] + 0.2 }, passages);
    expect(more).toBeGreaterThan(confidenceOf(SOME, passages));
  }
});

test('confidence falls with what no document contains', () => {
  const shares = [0, 0.25, 0.5, 0.75, 1].map((unknown) => confidenceOf({ ...SOME, unknown }, 30));
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  expect(new Set(shares).size).toBe(5);
});

test('confidence falls with figures that are missing', () => {
  expect(confidenceOf({ ...SOME, missingFigures: 1 }, 30)).toBeLessThan(confidenceOf(SOME, 30));
});

test('confidence falls if the kind of fact that was asked for is missing', () => {
  expect(confidenceOf({ ...SOME, typed: 1 }, 30)).toBeLessThan(confidenceOf(SOME, 30));
  expect(confidenceOf({ ...SOME, typed: 1, fits: 1 }, 30)).toBeGreaterThan(
    confidenceOf({ ...SOME, typed: 1 }, 30),
  );
});
