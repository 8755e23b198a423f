import type { CollectionId } from '../../library/documents/document.ts';
import { addTotals, type Directory, type Totals } from '../scoring/directory.ts';
import type { TermCounts } from '../scoring/term-counts.ts';
import { totalsOf, unpackDirectory, withoutDocuments } from './packed-directory.ts';
import type { Deletions, SegmentHead, SegmentId, SegmentReader } from './segment-store.ts';
import { VarintReader, VarintWriter } from './varints.ts';

/** A segment as of one moment. */
export interface Segment {
  readonly id: SegmentId;
  readonly collection: CollectionId;
  /** Whether its postings are one piece. */
  readonly isPacked: boolean;
  /** Without deleted documents. */
  readonly directory: Directory;
  readonly totals: Totals;
  /** The first passages of deleted documents. */
  readonly deleted: ReadonlySet<number>;
  /** Counts of terms, kept as they take decoding if documents are deleted. */
  readonly counts: Map<string, TermCounts>;
}

/** All live segments as of one moment. */
export interface Snapshot {
  readonly revision: number;
  readonly erasures: number;
  readonly segments: readonly Segment[];
}

/** No segments, before anything is read. */
export const NOTHING: Snapshot = { revision: -1, erasures: 0, segments: [] };

const HEADS = 8; // read together

/** Reads the live segments; those known already, with the same deletions, are not read again. */
export async function loadSnapshot(reader: SegmentReader, ...known: readonly Snapshot[]): Promise<Snapshot> {
  const { revision, erasures, segments: live } = await reader.live();
  const former = new Map(known.flatMap(({ segments }) => segments).map((each) => [each.id, each]));
  const missing = live.map(({ segment }) => segment).filter((id) => !former.has(id));
  for (let at = 0; at < missing.length; at += HEADS)
    for (const head of await reader.heads(missing.slice(at, at + HEADS)))
      former.set(head.segment, toSegment(head));
  const segments = live.map(({ segment, deleted }) => {
    const found = former.get(segment);
    if (!found) throw new Error(`Segment ${segment} of the index has no head`);
    return withDeleted(found, unpackNumbers(deleted));
  });
  return { revision, erasures, segments };
}

/** Adds up the totals of segments. */
export function totalsAmong(segments: readonly Segment[]): Totals {
  return addTotals(segments.map(({ totals }) => totals));
}

/** Returns a segment's deletions with further documents among them. */
export function deleteFrom({ id, deleted }: Segment, firsts: Iterable<number>): Deletions {
  return { segment: id, deleted: packNumbers(new Set([...deleted, ...firsts])) };
}

/** Packs the first passages of deleted documents. */
export function packNumbers(numbers: ReadonlySet<number>): Uint8Array {
  const writer = new VarintWriter();
  let last = 0;
  for (const number of [...numbers].sort((a, b) => a - b)) {
    writer.write(number - last);
    last = number;
  }
  return writer.bytes();
}

function unpackNumbers(bytes: Uint8Array): readonly number[] {
  const read = new VarintReader(bytes);
  const numbers: number[] = [];
  let last = 0;
  for (let step = read.next(); !Number.isNaN(step); step = read.next()) {
    last += step;
    numbers.push(last);
  }
  return numbers;
}

function toSegment({ segment, collection, isPacked, directory: packed }: SegmentHead): Segment {
  const directory = unpackDirectory(packed);
  const totals = totalsOf(directory);
  return { id: segment, collection, isPacked, directory, totals, deleted: new Set(), counts: new Map() };
}

function withDeleted(segment: Segment, deleted: readonly number[]): Segment {
  if (deleted.length === segment.deleted.size) return segment;
  const directory = withoutDocuments(segment.directory, deleted);
  const totals = totalsOf(directory);
  return { ...segment, directory, totals, deleted: new Set(deleted), counts: new Map() };
}
