import type { TermFrequency } from '../term-statistics.ts';
import { BoundedCache } from './bounded-cache.ts';
import type { SegmentId, SegmentReader } from './segment-store.ts';

const KEPT = 4_000_000; // bytes, about

/** Reads in how many passages of segments terms occur, and keeps what was asked last: segments never change. */
export class FrequencyCache {
  readonly #reader: SegmentReader;
  readonly #known = new BoundedCache<string, { readonly key: string; readonly frequency: number }>(
    KEPT,
    ({ key }) => 100 + 2 * key.length,
  );

  constructor(reader: SegmentReader) {
    this.#reader = reader;
  }

  /** Deleted documents are counted, too. */
  async of(segments: readonly SegmentId[], terms: readonly string[]): Promise<readonly TermFrequency[]> {
    if (segments.length === 0) return [];
    const among = segments.join(' ');
    const keyOf = (term: string) => `${term} ${among}`;
    const found = new Map(terms.map((term) => [term, this.#known.get(keyOf(term))?.frequency]));
    const missing = terms.filter((term) => found.get(term) === undefined);
    const read = missing.length > 0 ? await this.#reader.frequencies(segments, missing) : [];
    for (const { term, frequency } of read) found.set(term, frequency);
    for (const term of missing)
      this.#known.set(keyOf(term), { key: keyOf(term), frequency: found.get(term) ?? 0 });
    return terms.map((term) => ({ term, frequency: found.get(term) ?? 0 }));
  }
}
