import { conceptInformation, unknownConcepts } from '../search/concept-information.ts';
import { type Concept, coverage, type Query } from '../search/query.ts';
import type { TermStatistics } from '../search/term-statistics.ts';

/** Returns the share of a query's information that a set of terms contains, 0 to 1. */
export type Measure = (terms: ReadonlySet<string>) => number;

/** Creates a measure of the share of a query's information that a set of terms contains. */
export function informationMeasure({ concepts }: Query, statistics: TermStatistics): Measure {
  const weighted = concepts.map((concept) => ({
    concept,
    information: conceptInformation(concept, statistics),
  }));
  const total = weighted.reduce((sum, { information }) => sum + information, 0);
  if (total === 0) return () => 0;
  return (terms) =>
    weighted.reduce((sum, { concept, information }) => sum + information * coverage(concept, terms), 0) /
    total;
}

/** What a question asks for. */
export interface AskedInformation {
  /** Its essential concepts. */
  readonly concepts: readonly Concept[];
  /** Their information, in nats, more than 0. */
  readonly information: number;
  /** The share of it that no document contains. */
  readonly unknown: number;
}

/** Measures what a question asks for. */
export function askedInformation(asked: Query, statistics: TermStatistics): AskedInformation {
  const concepts = asked.concepts.filter(({ essential }) => essential);
  const sum = (some: readonly Concept[]) =>
    some.reduce((total, concept) => total + conceptInformation(concept, statistics), 0);
  const information = Math.max(Number.EPSILON, sum(concepts));
  return { concepts, information, unknown: sum(unknownConcepts(asked, statistics)) / information };
}
