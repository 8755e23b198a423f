/** In how many passages of some collections each of the requested terms occurs. Plain data. */
export interface TermStatistics {
  /** All passages of these collections. */
  readonly passages: number;
  /** By term; a term that occurs nowhere may be absent. */
  readonly frequencies: ReadonlyMap<string, number>;
}

/** A term, and in how many passages it occurs. */
export interface TermFrequency {
  readonly term: string;
  readonly frequency: number;
}

/** Adds the frequencies of further terms to statistics of the same collections. */
export function withFrequencies(statistics: TermStatistics, terms: Iterable<TermFrequency>): TermStatistics {
  const frequencies = new Map(statistics.frequencies);
  for (const { term, frequency } of terms) frequencies.set(term, frequency);
  return { ...statistics, frequencies };
}

/** Returns in how many passages a term occurs. */
export function frequencyOf({ frequencies }: TermStatistics, term: string): number {
  return frequencies.get(term) ?? 0;
}

const RARE = 1 / 500; // of the passages
const [FEW, MANY] = [3, 10]; // passages: rare in any collection, and in none

/** Whether a term that occurs in so many passages is rare among them. */
export function isRare(frequency: number, { passages }: TermStatistics): boolean {
  return frequency <= Math.min(MANY, Math.max(FEW, passages * RARE));
}

/** Returns how well a term tells passages apart: near 0 if all contain it, highest if none does. */
export function informativeness(statistics: TermStatistics, term: string): number {
  return inverseFrequency(frequencyOf(statistics, term), statistics.passages);
}

/** Returns BM25's inverse document frequency of a term that `having` of `all` texts contain. */
export function inverseFrequency(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}
