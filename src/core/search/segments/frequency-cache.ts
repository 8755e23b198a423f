import type { TermFrequency } from '../term-statistics.ts';
import { BoundedCache } from './bounded-cache.ts';
import type { SegmentId, TermReader } from './segment-store.ts';

const KEPT = 4_000_000; // bytes, about
const GROUPS = 100;

/** Reads in how many passages of segments terms occur, and keeps what was asked last: segments never change. */
export class FrequencyCache {
  readonly #reader: TermReader;
  readonly #known = new BoundedCache<string, { readonly key: string; readonly frequency: number }>(
    KEPT,
    ({ key }) => 100 + 2 * key.length,
  );
  readonly #groups = new BoundedCache<string, number>(GROUPS, () => 1); // numbers of the segments asked for together
  #group = 0;

  constructor(reader: TermReader) {
    this.#reader = reader;
  }

  /** Deleted documents are counted, too. */
  async of(segments: readonly SegmentId[], terms: readonly string[]): Promise<readonly TermFrequency[]> {
    if (segments.length === 0) return [];
    const group = this.#groupOf(segments);
    const keyOf = (term: string) => `${group} ${term}`;
    const found = new Map(terms.map((term) => [term, this.#known.get(keyOf(term))?.frequency]));
    const missing = terms.filter((term) => found.get(term) === undefined);
    const read = missing.length > 0 ? await this.#reader.frequencies(segments, missing) : [];
    for (const { term, frequency } of read) found.set(term, frequency);
    for (const term of missing)
      this.#known.set(keyOf(term), { key: keyOf(term), frequency: found.get(term) ?? 0 });
    return terms.map((term) => ({ term, frequency: found.get(term) ?? 0 }));
  }

  #groupOf(segments: readonly SegmentId[]): number {
    const key = segments.join(' ');
    const group = this.#groups.get(key) ?? this.#group++;
    this.#groups.set(key, group);
    return group;
  }
}
