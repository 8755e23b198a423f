import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../../src/core/quoting/candidate.ts';
import { leadScore, rankExcerpts, strengthAmong } from '../../../src/core/quoting/excerpt-ranking.ts';
import { placeOf } from '../../../src/core/quoting/excerpts.ts';
import type { SentenceFeatures } from '../../../src/core/quoting/sentence-score.ts';
import { createCandidate, createCandidates } from '../../fakes/candidates.ts';

const LATE = { passage: 5 }; // far from the opening of its document

/** The quality of each text, if all cover the same share of the topic. */
function qualities(...texts: readonly string[]): readonly number[] {
  const terms = new Set(['ferry']);
  const all = texts.map((text, at) =>
    createCandidate(`harbour/${at}`, text, { ...LATE, terms, covered: 1, passageCovered: 1 }),
  );
  return rankExcerpts(all, { all, shown: [] }).map(({ quality }) => quality);
}

describe('the quality of an excerpt', () => {
  test.each([
    ['refers back', 'He sold the ferry.'],
    ['starts with a connective', 'However, the council sold the ferry.'],
    ['is a question', 'Will the council sell the ferry?'],
    ['is very long', `The council sold the ferry ${'and the lamp '.repeat(20)}on Monday.`],
  ])('is lower if it %s', (_what, text) => {
    const [plain = 0, awkward = 0] = qualities('The council sold the ferry.', text);
    expect(awkward).toBeLessThan(plain);
  });

  test('is lower still if what follows its connective refers back', () => {
    const [plain = 0, twice = 0] = qualities('But the council sold the ferry.', 'But he sold the ferry.');
    expect(twice).toBeLessThan(plain);
  });

  test('is higher for a sentence whose words are common on the topic', () => {
    const measures = { ...LATE, covered: 1, passageCovered: 1 };
    const all = ['ferry island council', 'ferry island harbour', 'lamp keeper storm'].map((words, at) =>
      createCandidate(`harbour/${at}`, 'The council met.', { ...measures, terms: new Set(words.split(' ')) }),
    );
    const [first = 0, second = 0, odd = 0] = rankExcerpts(all, { all, shown: [] }).map(
      (each) => each.quality,
    );
    expect(first).toBe(second);
    expect(odd).toBeLessThan(first);
  });

  test('is higher for newer documents, and lower for what somebody puts as a question or many documents repeat', () => {
    const all = [{}, { newness: 1 }, { question: 1 }, { repeated: 1 }].map((features, at) =>
      createCandidate(`harbour/${at}`, 'The council sold the ferry.', {
        ...LATE,
        features: features as Partial<SentenceFeatures> as SentenceFeatures,
      }),
    );
    const [plain = 0, newest = 0, put = 0, repeated = 0] = rankExcerpts(all, { all, shown: [] }).map(
      (each) => each.quality,
    );
    expect(newest).toBeGreaterThan(plain);
    expect(Math.max(put, repeated)).toBeLessThan(plain);
  });

  test('is measured against all candidates, not only those ranked', () => {
    const best = createCandidate('harbour/best', 'The ferry to the island sank.', { covered: 0.8 });
    const weak = createCandidate('harbour/weak', 'The ferry sank.', { covered: 0.2 });
    const [ranked] = rankExcerpts([weak], { all: [best, weak], shown: [] });
    expect(ranked?.strength).toBe(0.25);
    expect(strengthAmong([best, weak])(best)).toBe(1);
  });
});

describe('excerpts are ranked', () => {
  test('without those that were shown', () => {
    const all = createCandidates('harbour/a', 'The lamp was lit. The ferry sank.');
    const shown = all.slice(0, 1).map(placeOf);
    expect(rankExcerpts(all, { all, shown }).map(({ excerpt }) => excerpt.text)).toEqual(['The ferry sank.']);
  });

  test('in the order given, each with the sentence it was grown from', () => {
    const all = createCandidates('harbour/a', 'Ada Lund runs the ferry. She will sell it.');
    const ranked = rankExcerpts(all, { all, shown: [] });
    expect(ranked.map(({ candidate }) => candidate)).toEqual(all);
    expect(ranked[1]?.excerpt.text).toBe('Ada Lund runs the ferry. She will sell it.');
  });

  test('with a bonus for the opening of a document, as a lead', () => {
    const measures = { covered: 1, passageCovered: 1, terms: new Set(['ferry']) };
    const opening = createCandidate('harbour/a', 'The council sold the ferry.', measures);
    const later: Candidate = { ...opening, passage: 5 };
    const [first, last] = rankExcerpts([opening, later], { all: [opening, later], shown: [] });
    expect([first?.quality, last?.opening]).toEqual([last?.quality, 0]);
    expect(first && last && leadScore(first) > leadScore(last)).toBe(true);
  });
});
