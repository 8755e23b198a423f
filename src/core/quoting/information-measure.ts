import { conceptInformation, unknownConcepts } from '../search/concept-information.ts';
import { type Concept, coverage, type Query } from '../search/query.ts';
import type { TermStatistics } from '../search/term-statistics.ts';

/** How far some terms express each concept of a query, in its order: 0 to 1. */
export type Expressed = readonly number[];

/** Measures what texts say of a query. */
export interface InformationMeasure {
  /** Reads the terms of one text. */
  express(terms: ReadonlySet<string>): Expressed;
  /** Returns the share of the query's information in some texts together, 0 to 1. */
  share(...texts: readonly Expressed[]): number;
}

/** Creates a measure of the share of a query's information that texts contain. */
export function informationMeasure({ concepts }: Query, statistics: TermStatistics): InformationMeasure {
  const information = concepts.map((concept) => conceptInformation(concept, statistics));
  const total = information.reduce((sum, each) => sum + each, 0);
  return {
    express: (terms) => concepts.map((concept) => coverage(concept, terms)),
    share(...texts) {
      if (total === 0) return 0;
      let sum = 0;
      for (let at = 0; at < information.length; at++) sum += (information[at] ?? 0) * mostOf(texts, at);
      return sum / total;
    },
  };
}

function mostOf(texts: readonly Expressed[], at: number): number {
  let most = 0;
  for (const text of texts) most = Math.max(most, text[at] ?? 0);
  return most;
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
