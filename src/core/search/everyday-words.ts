import type { Concept } from './query.ts';

const LEAST = 0.2; // of the specificity by which any word counts

/**
 * Lowers the weights of everyday words. A question that leaves its subject unsaid has few others, and these find more of what
 * is beside the subject than of what is on it.
 */
export function lowerEverydayWords(concepts: readonly Concept[]): readonly Concept[] {
  return concepts.map((concept) => ({
    ...concept,
    weight: concept.weight * Math.sqrt(Math.max(LEAST, concept.specificity)),
  }));
}
