import { expect, test } from 'vitest';
import type { Candidate } from '../../../src/core/quoting/candidate.ts';
import { demoteShown } from '../../../src/core/quoting/demote-shown.ts';
import { placeOf } from '../../../src/core/quoting/excerpts.ts';
import { contextScore, type SentenceFeatures } from '../../../src/core/quoting/sentence-score.ts';
import { createCandidates } from '../../fakes/candidates.ts';

// Only what the conversation says for a sentence is asked for here.
const FEATURES = { contextPassage: 1, contextDocument: 1, recent: 1 } as SentenceFeatures;
const SPOKEN_FOR = contextScore(FEATURES);

const ferry = (text: string): readonly Candidate[] =>
  createCandidates('harbour/ferry', text).map((each) => ({ ...each, score: 10, features: FEATURES }));

test('what was said before speaks less for the rest of a document that was quoted almost whole', () => {
  const [first, second] = ferry('The council sold the old ferry to Ada Lund on Tuesday. It sank.');
  if (!first || !second) throw new Error('There are two sentences.');
  const [rest] = demoteShown([second], [placeOf(first)]);
  expect(rest?.score).toBeLessThan(10 - SPOKEN_FOR / 2);
});

test('it speaks as loud as before for one of which less than half was quoted', () => {
  const [first, ...others] = ferry('It sank. The council had sold the old ferry to Ada Lund on Tuesday.');
  if (!first) throw new Error('There are two sentences.');
  expect(demoteShown(others, [placeOf(first)])).toEqual(others);
});

test('next to one that was quoted whole, others count by the best of them', () => {
  const [quoted] = ferry('The council sold the old ferry to Ada Lund on Tuesday.');
  const found = (file: string, share: number) =>
    createCandidates(file, 'The ferry sank.').map((each) => {
      const features = { ...FEATURES, contextPassage: share, contextDocument: share, recent: 0 };
      return { ...each, score: contextScore(features), features };
    });
  const others = [...found('harbour/best', 0.8), ...found('harbour/next', 0.6), ...found('harbour/far', 0.1)];
  if (!quoted) throw new Error('There is a sentence.');
  const whole = contextScore({ ...FEATURES, recent: 0 });
  const ranked = demoteShown([quoted, ...others], [placeOf(quoted)]);
  const scoreOf = (file: string) => ranked.find(({ document: { id } }) => id === file)?.score ?? Number.NaN;
  expect(scoreOf('harbour/best')).toBeCloseTo(whole);
  expect(scoreOf('harbour/next')).toBeCloseTo(0.75 * whole);
  expect(demoteShown(others, []).map(({ score }) => score)).toEqual(others.map(({ score }) => score));
});

test('what hardly matches what was said does not come to match it well', () => {
  const [quoted] = ferry('The council sold the old ferry to Ada Lund on Tuesday.');
  const features = { ...FEATURES, contextPassage: 0.2, contextDocument: 0.2, recent: 0 };
  const far = createCandidates('harbour/far', 'It sank.').map((each) => ({ ...each, score: 0, features }));
  if (!quoted) throw new Error('There is a sentence.');
  const gained = demoteShown([quoted, ...far], [placeOf(quoted)]).find(
    ({ document }) => document.id === 'harbour/far',
  );
  expect(gained?.score).toBeCloseTo(contextScore(features));
});
