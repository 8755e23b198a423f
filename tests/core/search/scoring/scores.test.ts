import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BestHits } from '../../../../src/core/search/scoring/best-hits.ts';
import type { Directory } from '../../../../src/core/search/scoring/directory.ts';
import { PostingList } from '../../../../src/core/search/scoring/posting-list.ts';
import { type Scored, Scores } from '../../../../src/core/search/scoring/scores.ts';
import {
  packDirectory,
  totalsOf,
  unpackDirectory,
} from '../../../../src/core/search/segments/packed-directory.ts';

const ROUNDING = 1e-9;
const occurrence = fc.record({ passage: fc.nat(59), times: fc.integer({ min: 1, max: 4 }) });
const term = fc.record({
  weight: fc.double({ min: 0.01, max: 10, noNaN: true }),
  share: fc.double({ min: 0.1, max: 1, noNaN: true }),
  occurrences: fc.uniqueArray(occurrence, { maxLength: 60, selector: ({ passage }) => passage }),
});
type Term = typeof term extends fc.Arbitrary<infer Value> ? Value : never;

test('the best hits of a search are those of scoring everything', () => {
  const scores = new Scores();
  const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(term, { minLength: 1, maxLength: 6 }), sizes, fc.nat(8), (terms, parts, limit) => {
      const directory = unpackDirectory(
        packDirectory(parts.map((size) => ({ length: size * 3, lengths: fill(size) }))),
      );
      const ordered = terms.toSorted((a, b) => b.weight - a.weight);
      const all = found(scores, scoredOf(directory, ordered), 1000);
      const best = found(scores, scoredOf(directory, ordered), limit);
      expect(best).toEqual(all.slice(0, limit));
      for (const { first, passage, score } of all)
        expect(Math.abs(score - naive(directory, ordered, first + passage))).toBeLessThan(ROUNDING);
    }),
    { numRuns: 400 },
  );
});

function found(scores: Scores, scored: Scored<number>, limit: number) {
  const best = new BestHits<number>(limit);
  scores.score(scored, best);
  return best.candidates
    .map(({ owner: first, passage, score }) => ({ first, passage, score }))
    .sort((a, b) => b.score - a.score || a.first - b.first || a.passage - b.passage)
    .slice(0, limit);
}

function scoredOf(directory: Directory, terms: readonly Term[]): Scored<number> {
  return {
    ...{ directory, totals: totalsOf(directory), owner: (first) => first, admits: () => true },
    terms: terms.map(({ weight, share, occurrences }) => ({
      ...{ weight, documentWeight: weight * share },
      postings: () => ({ texts: listOf(directory, occurrences), titles: new PostingList() }),
    })),
  };
}

function listOf({ firsts }: Directory, occurrences: Term['occurrences']): PostingList {
  const list = new PostingList();
  list.begin(occurrences.length);
  for (const { passage, times } of occurrences.toSorted((a, b) => a.passage - b.passage))
    if (passage < firsts.length) list.push(passage, times);
  return list;
}

/** BM25 of a passage and of its document, as written in docs/answers.md. */
function naive(directory: Directory, terms: readonly Term[], passage: number): number {
  const totals = totalsOf(directory);
  const first = directory.firsts[passage] ?? 0;
  const bm25 = (times: number, length: number) => (times * 2.2) / (times + 1.2 * (0.25 + 0.75 * length));
  let sum = 0;
  for (const { weight, share, occurrences } of terms) {
    const within = occurrences.filter((each) => directory.firsts[each.passage] === first);
    const own = within.find((each) => each.passage === passage)?.times ?? 0;
    const length = (directory.lengths[passage] ?? 0) / (totals.lengths / totals.passages);
    if (own > 0) sum += 0.6 * weight * bm25(own, length);
    const times = within.reduce((all, each) => all + each.times, 0);
    const documentLength =
      (directory.documentLengths[first] ?? 0) / (totals.documentLengths / totals.documents);
    if (times > 0) sum += 0.4 * weight * share * bm25(times, documentLength);
  }
  return sum;
}

function fill(size: number): number[] {
  return Array.from({ length: size }, (_, at) => 3 + ((at * 5) % 7));
}
