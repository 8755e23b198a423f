/** In how many passages each term occurs. */
export interface Vocabulary {
  readonly passages: number;
  frequency(term: string): number;
  /** All terms, or those that begin with `first`. */
  terms(first?: string): Iterable<string>;
}

/** How much a term tells passages apart: 0 when it is in all of them, highest when it is in none (BM25's idf). */
export function informativeness(vocabulary: Vocabulary, term: string): number {
  return rarity(vocabulary.frequency(term), vocabulary.passages);
}

/** BM25's idf of what `having` of `all` texts have. */
export function rarity(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

/** The vocabulary of several collections taken together. */
export function mergeVocabularies(parts: readonly Vocabulary[]): Vocabulary {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return {
    passages: parts.reduce((sum, { passages }) => sum + passages, 0),
    frequency: (term) => parts.reduce((sum, part) => sum + part.frequency(term), 0),
    terms: (first) => new Set(parts.flatMap((part) => [...part.terms(first)])),
  };
}
