import { yieldToEvents } from '../../text/yield-to-events.ts';
import { PackBuilder } from './pack.ts';
import type { PlacedDocument, PostingsRow, SegmentWriter } from './segment-store.ts';

const MOST_PACKED = 256; // passages of a segment whose postings are one piece, kept in memory; those of a larger one are rows

/** Rows written or read together, in some milliseconds. */
export const ROWS = 400;

/** The postings of a segment to be written, in the order of their terms. */
export interface WrittenPostings {
  /** The number of passages. */
  readonly size: number;
  readonly rows: AsyncIterable<PostingsRow> | Iterable<PostingsRow>;
  /** Asked now and then. */
  isWanted(): boolean;
}

/**
 * Writes the postings of a segment in small steps, between which other work goes on. Returns those of a small one as a
 * pack for its head; null if they are not wanted any more.
 */
export async function writePostings(
  { size, rows, isWanted }: WrittenPostings,
  writer: SegmentWriter,
): Promise<{ readonly pack: Uint8Array | null } | null> {
  const pack = size > MOST_PACKED ? null : new PackBuilder();
  let some: PostingsRow[] = [];
  const take = async () => {
    if (pack) pack.add(some);
    else await writer.writePostings(some);
    some = [];
    await yieldToEvents();
  };
  for await (const row of rows) {
    some.push(row);
    if (some.length < ROWS) continue;
    await take();
    if (!isWanted()) return null;
  }
  if (some.length > 0) await take();
  return { pack: pack?.bytes() ?? null };
}

/** Writes where the documents of a segment are. */
export async function writeDocuments(
  documents: readonly PlacedDocument[],
  writer: SegmentWriter,
): Promise<void> {
  for (let at = 0; at < documents.length; at += ROWS) {
    await writer.writeDocuments(documents.slice(at, at + ROWS));
    await yieldToEvents();
  }
}
