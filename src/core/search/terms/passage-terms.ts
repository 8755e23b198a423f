/** The terms of one passage in order, with repetitions. */
export interface PassageTerms {
  /** Those of the document's title, then those of the passage. */
  readonly text: readonly string[];
  /** Those of the title again in a document's first passage, none in others. */
  readonly title: readonly string[];
}

/** Counts how often each term occurs. */
export function countTerms(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
