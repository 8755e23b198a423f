import { BoundedCache } from '../../text/bounded-cache.ts';
import type { TermFrequency } from '../term-statistics.ts';
import type { PostingsCache, RowsBySegment } from './postings-cache.ts';
import type { Segment } from './segment.ts';
import type { SegmentId, TermReader } from './segment-store.ts';

const KEPT = 4_000_000; // bytes, about
const GROUPS = 100;
const FEW = 100; // terms, as a question has: their postings are read, which a search needs next

/** Reads in how many passages of segments terms occur, and keeps what was asked last: segments never change. */
export class FrequencyCache {
  readonly #reader: TermReader;
  readonly #postings: PostingsCache;
  readonly #known = new BoundedCache<string, { readonly key: string; readonly frequency: number }>(
    KEPT,
    ({ key }) => 100 + 2 * key.length,
  );
  readonly #groups = new BoundedCache<string, number>(GROUPS, () => 1); // numbers of the segments asked for together
  #group = 0;

  constructor(reader: TermReader, postings: PostingsCache) {
    this.#reader = reader;
    this.#postings = postings;
  }

  /** Deleted documents are counted, too. */
  async of(segments: readonly Segment[], terms: readonly string[]): Promise<readonly TermFrequency[]> {
    if (segments.length === 0) return [];
    const group = this.#groupOf(segments);
    const keyOf = (term: string) => `${group} ${term}`;
    const found = new Map(terms.map((term) => [term, this.#known.get(keyOf(term))?.frequency]));
    const missing = terms.filter((term) => found.get(term) === undefined);
    const read = missing.length > 0 ? await this.#read(segments, missing) : [];
    for (const { term, frequency } of read) found.set(term, frequency);
    for (const term of missing)
      this.#known.set(keyOf(term), { key: keyOf(term), frequency: found.get(term) ?? 0 });
    return terms.map((term) => ({ term, frequency: found.get(term) ?? 0 }));
  }

  async #read(segments: readonly Segment[], terms: readonly string[]): Promise<readonly TermFrequency[]> {
    const ids = segments.map(({ id }) => id);
    if (terms.length > FEW) return this.#reader.frequencies(ids, terms);
    const among = new Set(ids);
    const read = await this.#postings.read(segments, terms);
    return [...read].map(([term, rows]) => ({ term, frequency: frequencyIn(among, rows) }));
  }

  #groupOf(segments: readonly Segment[]): number {
    const key = segments.map(({ id }) => id).join(' ');
    const group = this.#groups.get(key) ?? this.#group++;
    this.#groups.set(key, group);
    return group;
  }
}

function frequencyIn(segments: ReadonlySet<SegmentId>, rows: RowsBySegment): number {
  let sum = 0;
  for (const { segment, passages } of rows.values()) if (segments.has(segment)) sum += passages;
  return sum;
}
