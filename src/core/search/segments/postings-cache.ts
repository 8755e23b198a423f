import { BoundedCache } from '../../text/bounded-cache.ts';
import type { Pack } from './pack.ts';
import { PackCache } from './pack-cache.ts';
import type { Segment } from './segment.ts';
import type { PostingsRow, SegmentId, SegmentReader, TermReader } from './segment-store.ts';

const OVERHEAD = 300; // bytes of memory that a row takes besides its postings
const ABSENT = 30; // bytes, to know that a segment doesn't have a term

/** The postings of a term by segment; segments without it are absent, and there may be more segments than were asked for. */
export type RowsBySegment = ReadonlyMap<SegmentId, PostingsRow>;

/** Reads postings, and keeps those of the terms used last in memory: segments never change. */
export class PostingsCache {
  readonly #reader: TermReader;
  readonly packs: PackCache;
  readonly #terms: BoundedCache<string, Known>;
  #forgotten = 0; // how often segments were

  constructor(reader: TermReader & Pick<SegmentReader, 'pack'>, bytes: number) {
    this.#reader = reader;
    this.packs = new PackCache(reader, bytes / 2);
    this.#terms = new BoundedCache(bytes / 2, ({ weight }) => weight);
  }

  /** Returns the postings of each term, in one reading of whatever is not kept. */
  async read(
    segments: readonly Segment[],
    terms: readonly string[],
  ): Promise<ReadonlyMap<string, RowsBySegment>> {
    const asked = terms.map((term) => [term, this.#terms.get(term) ?? NOTHING] as const);
    const missing = new Map(asked.map(([term, known]) => [term, unknownOf(segments, known)]));
    for (const [term, unknown] of missing) if (unknown.length === 0) missing.delete(term);
    if (missing.size === 0) return new Map(asked.map(([term, { rows }]) => [term, rows]));
    const forgotten = this.#forgotten;
    const read = await this.#read(missing);
    const found = asked.map(
      ([term, known]) => [term, joined(known, missing.get(term), read.get(term))] as const,
    );
    // What was forgotten meanwhile would be kept for good.
    if (forgotten === this.#forgotten) for (const [term, known] of found) this.#terms.set(term, known);
    return new Map(found.map(([term, { rows }]) => [term, rows]));
  }

  /** Forgets segments that are no longer live. */
  forget(segments: ReadonlySet<SegmentId>): void {
    this.#forgotten++;
    for (const [term, known] of this.#terms.entries()) {
      if (![...segments].some((id) => known.segments.has(id))) continue;
      const rows = [...known.rows.values()].filter(({ segment }) => !segments.has(segment));
      this.#terms.set(
        term,
        toKnown(
          [...known.segments].filter((id) => !segments.has(id)),
          rows,
        ),
      );
    }
  }

  async #read(missing: ReadonlyMap<string, readonly Segment[]>): Promise<Map<string, PostingsRow[]>> {
    const rows = new Map([...missing.keys()].map((term) => [term, [] as PostingsRow[]]));
    const inRows = { segments: new Set<SegmentId>(), terms: new Set<string>() };
    const packs = await this.#packsOf(missing.values());
    for (const [term, segments] of missing) {
      for (const { id, isPacked } of segments) {
        if (!isPacked) inRows.segments.add(id);
        if (!isPacked) inRows.terms.add(term);
        const row = packs.get(id)?.get(term);
        if (row) rows.get(term)?.push(copyOf(row));
      }
    }
    const { segments, terms } = inRows;
    const read = terms.size > 0 ? await this.#reader.postings([...segments], [...terms]) : [];
    for (const row of read) rows.get(row.term)?.push(row);
    return rows;
  }

  async #packsOf(asked: Iterable<readonly Segment[]>): Promise<ReadonlyMap<SegmentId, Pack>> {
    const packs = new Map<SegmentId, Pack>();
    for (const segments of asked)
      for (const { id, isPacked } of segments)
        if (isPacked && !packs.has(id)) packs.set(id, await this.packs.of(id));
    return packs;
  }
}

/** What is known of a term. */
interface Known {
  /** Where it was looked for. */
  readonly segments: ReadonlySet<SegmentId>;
  readonly rows: RowsBySegment;
  readonly weight: number;
}

const NOTHING: Known = { segments: new Set(), rows: new Map(), weight: 0 };

function unknownOf(segments: readonly Segment[], known: Known): readonly Segment[] {
  return segments.filter(({ id }) => !known.segments.has(id));
}

function joined(
  known: Known,
  unknown: readonly Segment[] | undefined,
  rows: readonly PostingsRow[] = [],
): Known {
  if (!unknown) return known;
  return toKnown([...known.segments, ...unknown.map(({ id }) => id)], [...known.rows.values(), ...rows]);
}

function toKnown(segments: readonly SegmentId[], rows: readonly PostingsRow[]): Known {
  const bytes = rows.reduce((sum, { texts, titles }) => sum + texts.length + (titles?.length ?? 0), 0);
  return {
    segments: new Set(segments),
    rows: new Map(rows.map((row) => [row.segment, row])),
    weight: OVERHEAD * (1 + rows.length) + ABSENT * segments.length + bytes,
  };
}

/** A row that doesn't keep the pack in memory. */
function copyOf(row: PostingsRow): PostingsRow {
  return { ...row, texts: new Uint8Array(row.texts), titles: row.titles && new Uint8Array(row.titles) };
}
