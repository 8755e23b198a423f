import { BoundedCache } from './bounded-cache.ts';
import { PackCache } from './pack-cache.ts';
import type { Segment } from './segment.ts';
import type { PostingsRow, SegmentId, SegmentReader } from './segment-store.ts';

const OVERHEAD = 300; // bytes of memory that a row takes besides its postings

/** The postings of a term by segment; segments without it are absent. */
export type RowsBySegment = ReadonlyMap<SegmentId, PostingsRow>;

/** Reads postings, and keeps those used last in memory: they never change. */
export class PostingsCache {
  readonly #reader: SegmentReader;
  readonly packs: PackCache;
  readonly #rows: BoundedCache<string, PostingsRow | null>;

  constructor(reader: SegmentReader, bytes: number) {
    this.#reader = reader;
    this.packs = new PackCache(reader, bytes / 2);
    this.#rows = new BoundedCache(
      bytes / 2,
      (row) => OVERHEAD + (row ? row.texts.length + (row.titles?.length ?? 0) : 0),
    );
  }

  /** Returns the postings of each term, in one reading of whatever is not kept. */
  async read(
    segments: readonly Segment[],
    terms: readonly string[],
  ): Promise<ReadonlyMap<string, RowsBySegment>> {
    const found = new Map(terms.map((term) => [term, new Map<SegmentId, PostingsRow>()]));
    for (const { id } of segments.filter(({ isPacked }) => isPacked)) await this.#readPack(id, found);
    const inRows = segments.filter(({ isPacked }) => !isPacked);
    const missing = { segments: new Set<SegmentId>(), terms: new Set<string>() };
    for (const [term, rows] of found) {
      for (const { id } of inRows) {
        const row = this.#rows.get(keyOf(id, term));
        if (row) rows.set(id, row);
        if (row !== undefined) continue;
        missing.segments.add(id);
        missing.terms.add(term);
      }
    }
    if (missing.terms.size === 0) return found;
    const read = await this.#reader.postings([...missing.segments], [...missing.terms]);
    for (const row of read) found.get(row.term)?.set(row.segment, row);
    for (const term of missing.terms)
      for (const segment of missing.segments)
        this.#rows.set(keyOf(segment, term), found.get(term)?.get(segment) ?? null);
    return found;
  }

  async #readPack(
    segment: SegmentId,
    found: ReadonlyMap<string, Map<SegmentId, PostingsRow>>,
  ): Promise<void> {
    const pack = await this.packs.of(segment);
    for (const [term, rows] of found) {
      const row = pack.get(term);
      if (row) rows.set(segment, row);
    }
  }
}

function keyOf(segment: SegmentId, term: string): string {
  return `${segment} ${term}`;
}
