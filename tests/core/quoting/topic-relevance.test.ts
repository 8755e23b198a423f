import { expect, test } from 'vitest';
import type { Candidate } from '../../../src/core/quoting/candidate.ts';
import { ON_TOPIC, relevanceAmong } from '../../../src/core/quoting/topic-relevance.ts';
import { createCandidate } from '../../fakes/candidates.ts';

const candidate = (covered: number, passageCovered: number, document: number) => {
  const features = { document } as NonNullable<Candidate['features']>;
  return createCandidate('harbour/a', 'The ferry is old.', { covered, passageCovered, features });
};
const BEST = candidate(0.8, 0.9, 1);

test('a sentence that covers most, of the best document, is wholly on the topic', () => {
  expect(relevanceAmong([BEST])(BEST)).toBeCloseTo(1);
});

test('one without any word of the topic is on it if its document is', () => {
  const relevance = relevanceAmong([BEST]);
  expect(relevance(candidate(0, 0, 0.9))).toBeGreaterThan(ON_TOPIC);
  expect(relevance(candidate(0, 0, 0.3))).toBeLessThan(ON_TOPIC);
});
