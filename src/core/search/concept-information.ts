import type { Concept, Query, Wording } from './query.ts';
import { frequencyOf, informativeness, type TermStatistics } from './term-statistics.ts';

const LEAST_SPECIFIC = { known: 0.6, unknown: 0.15 };

/** Returns every term in any wording of some concepts: those whose statistics are needed. */
export function termsOf(concepts: Iterable<Concept>): Set<string> {
  const terms = new Set<string>();
  for (const { wordings } of concepts) {
    for (const wording of wordings) for (const term of wording.terms) terms.add(term);
  }
  return terms;
}

/** Whether every term of at least one wording occurs in the documents. */
export function isKnown({ wordings }: Concept, statistics: TermStatistics): boolean {
  return wordings.some(({ terms }) => terms.every((term) => frequencyOf(statistics, term) > 0));
}

/** Returns the essential concepts of a query that occur in no document. */
export function unknownConcepts({ concepts }: Query, statistics: TermStatistics): readonly Concept[] {
  return concepts.filter((concept) => concept.essential && !isKnown(concept, statistics));
}

/**
 * Returns how much of a query's information a concept carries: the rarer in these documents, the more. Ordinary words
 * of the language count less, and least if no document contains them: the person only put it differently.
 */
export function conceptInformation(concept: Concept, statistics: TermStatistics): number {
  const here = Math.min(
    ...tellingWordings(concept, statistics).map(({ terms }) => rarest(terms, statistics)),
  );
  const least = isKnown(concept, statistics) ? LEAST_SPECIFIC.known : LEAST_SPECIFIC.unknown;
  return concept.weight * here * Math.max(least, concept.specificity);
}

/** Names count in all their wordings; other words as written, unless no document has them so. */
function tellingWordings({ wordings, aliased }: Concept, statistics: TermStatistics): readonly Wording[] {
  if (aliased) return wordings;
  const own = wordings.filter(({ weight }) => weight === 1);
  return own.some(({ terms }) => terms.every((term) => frequencyOf(statistics, term) > 0)) ? own : wordings;
}

function rarest(terms: readonly string[], statistics: TermStatistics): number {
  return Math.max(0, ...terms.map((term) => informativeness(statistics, term)));
}
