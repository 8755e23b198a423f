import type { Candidate } from './candidate.ts';
import { strengthAmong } from './excerpt-ranking.ts';

/** The least relevance of a sentence that is on a topic, even if it names none of its words itself. */
export const ON_TOPIC = 0.36;

/**
 * Creates a measure of how far a candidate is on the topic that all were found for, 0 to 1: half of it what its document
 * scores next to the best, a quarter each what its sentence and its passage cover.
 */
export function relevanceAmong(all: readonly Candidate[]): (candidate: Candidate) => number {
  const strength = strengthAmong(all);
  const mostPassage = Math.max(Number.EPSILON, ...all.map(({ passageCovered }) => passageCovered));
  return (candidate) =>
    strength(candidate) / 4 +
    candidate.passageCovered / mostPassage / 4 +
    (candidate.features?.document ?? 0) / 2;
}
