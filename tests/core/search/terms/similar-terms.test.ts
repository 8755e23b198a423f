import fc from 'fast-check';
import { expect, test } from 'vitest';
import { similarTerms } from '../../../../src/core/search/terms/similar-terms.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 13 });

test('similar terms are the same as found by measuring every term', () => {
  fc.assert(
    fc.property(word, fc.uniqueArray(word, { maxLength: 60 }), (term, known) => {
      const near = known.filter((other) => isSimilar(term, other));
      expect(similarTerms(term, known).sort()).toEqual(near.sort());
    }),
    { numRuns: 500 },
  );
});

test('similar terms are no more than can be compared, however many are alike', () => {
  const many = Array.from({ length: 100_000 }, (_, at) => `harbour${at.toString(36)}`);
  expect(similarTerms('harbour', many).length).toBeLessThanOrEqual(5000);
});

function isSimilar(term: string, other: string): boolean {
  if (term.length < 4 || term.charAt(0) !== other.charAt(0)) return false;
  const [root, form] = term.length < other.length ? [term, other] : [other, term];
  const isForm = root.length >= 5 && form.startsWith(root) && form.length - root.length <= 4;
  return isForm || distance(term, other) <= (term.length < 8 ? 1 : 2);
}

/** How many letters have to be put in, left out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
