import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestNames, wordsWithin } from '../../../src/core/text/nearest-names.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 10 });

test('the words within some edits are the same as found by measuring every word', () => {
  fc.assert(
    fc.property(fc.nat(3), word, fc.array(word, { maxLength: 40 }), (edits, typed, words) => {
      const near = words.map((each) => [each, editsBetween(typed, each)] as const);
      expect(wordsWithin(edits, typed, words)).toEqual(new Map(near.filter(([, count]) => count <= edits)));
    }),
    { numRuns: 500 },
  );
});

test('the nearest names are up to three that resemble the typed one', () => {
  const names = ['nato-asia', 'tides', 'boats', 'piers', 'tide-tables', 'tidal-power', 'tidings'];
  expect(nearestNames('nato-asai', names)).toEqual(['nato-asia']);
  expect(nearestNames('tide', names)).toHaveLength(3);
  expect(nearestNames('qqqq', names)).toEqual([]);
});

/** The number of letters to insert, delete or replace. */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
