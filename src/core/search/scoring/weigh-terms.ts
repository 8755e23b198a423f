import { informativeness, inverseFrequency, type TermStatistics } from '../term-statistics.ts';
import type { Totals } from './directory.ts';
import type { TermCounts } from './term-counts.ts';

/** A term of a search, and what it weighs in everything searched. */
export interface SoughtTerm {
  readonly term: string;
  readonly weight: number;
}

/**
 * Orders the terms of a search by their weights, heaviest first: the rare ones find passages, to which the others may only
 * add. `all` are the terms' statistics in everything searched.
 */
export function weighTerms(weights: ReadonlyMap<string, number>, all: TermStatistics): readonly SoughtTerm[] {
  return [...weights]
    .map(([term, weight]) => ({ term, weight: weight * informativeness(all, term) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
}

/** Returns what a term weighs in whole documents of a collection. */
export function documentWeight(weight: number, counts: TermCounts, totals: Totals): number {
  const passageIdf = inverseFrequency(counts.passages, totals.passages);
  return (weight / passageIdf) * inverseFrequency(counts.documents, totals.documents);
}
