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
