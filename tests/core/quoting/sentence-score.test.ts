import { describe, expect, test } from 'vitest';
import { type SentenceFeatures, sentenceScore } from '../../../src/core/quoting/sentence-score.ts';

const NONE: SentenceFeatures = {
  ...{ own: 0, withPrevious: 0, withNext: 0, heading: 0, facts: 0, factsAndPassage: 0, factsAndOwn: 0 },
  ...{
    passage: 0,
    document: 0,
    neighbours: 0,
    verbatim: 0,
    together: 0,
    answerType: 0,
    question: 0,
    ended: 0,
  },
  ...{ announces: 0, item: 0, short: 0, long: 0, repeated: 0 },
  ...{
    contextPassage: 0,
    contextDocument: 0,
    recent: 0,
    newness: 0,
    latest: 0,
    period: 0,
    numbered: 0,
    foreign: 0,
  },
};
const HALF = Object.fromEntries(Object.keys(NONE).map((name) => [name, 0.5])) as unknown as SentenceFeatures;

describe.each([
  ['nothing else', NONE],
  ['something of everything', HALF],
])('beside %s', (_what, others) => {
  const gain = (feature: keyof SentenceFeatures) =>
    sentenceScore({ ...others, [feature]: 1 }) - sentenceScore({ ...others, [feature]: 0 });

  test.each([
    ...(['own', 'withPrevious', 'withNext', 'heading', 'facts', 'factsAndPassage', 'factsAndOwn'] as const),
    ...([
      'passage',
      'document',
      'neighbours',
      'verbatim',
      'together',
      'answerType',
      'ended',
      'announces',
    ] as const),
    ...(['contextPassage', 'contextDocument', 'recent', 'newness', 'latest'] as const),
  ])('%s raises a score', (feature) => {
    expect(gain(feature)).toBeGreaterThan(0);
  });

  test.each(['question', 'item', 'short', 'long', 'repeated', 'foreign'] as const)(
    '%s lowers a score',
    (feature) => {
      expect(gain(feature)).toBeLessThan(0);
    },
  );
});

test('a sentence of which nothing is known scores 0', () => {
  expect(sentenceScore(NONE)).toBe(0);
});
