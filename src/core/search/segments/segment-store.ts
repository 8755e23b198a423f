import type { CollectionId, DocumentId } from '../../library/documents/document.ts';
import type { TermCounts } from '../scoring/term-counts.ts';
import type { TermFrequency } from '../term-statistics.ts';
import type { SimilarPattern } from '../terms/similar-terms.ts';

/** The number of a segment; never used again. */
export type SegmentId = number;

/** A document of a segment, by the number of its first passage there. */
export interface Place {
  readonly segment: SegmentId;
  readonly first: number;
}

/** A document, and where it is. */
export interface PlacedDocument extends Place {
  readonly id: DocumentId;
}

/** What a segment consists of besides postings; packed by this folder, opaque to a store. */
export interface SegmentHead {
  readonly segment: SegmentId;
  readonly collection: CollectionId;
  /** The lengths of its passages and documents. */
  readonly directory: Uint8Array;
  /** Whether its postings are one piece, a pack; otherwise they are rows. */
  readonly isPacked: boolean;
}

/** A head as it is written. */
export interface WrittenHead extends Omit<SegmentHead, 'collection' | 'isPacked'> {
  /** All postings of a small segment; null if they are rows. */
  readonly pack: Uint8Array | null;
  /** What is known of its documents, for filters. */
  readonly filed: Uint8Array;
}

/** Documents of a segment that searches no longer find. */
export interface Deletions {
  readonly segment: SegmentId;
  /** The numbers of their first passages, packed. */
  readonly deleted: Uint8Array;
}

/** The live segments, all as of one moment. */
export interface LiveSegments {
  /** Grows with every change. */
  readonly revision: number;
  /** Grows whenever segments begin to be erased that were live before. */
  readonly erasures: number;
  readonly segments: readonly Deletions[];
}

/** The postings of a term in a segment, packed, and in how many of its passages and documents it occurs. */
export interface PostingsRow extends TermCounts {
  readonly segment: SegmentId;
  readonly term: string;
  readonly texts: Uint8Array;
  /** Null if no title has it. */
  readonly titles: Uint8Array | null;
}

/** Reads which segments there are, and what is stored of one as one piece. */
export interface SegmentReader {
  live(): Promise<LiveSegments>;
  /** The revision and the erasures alone. */
  revision(): Promise<Pick<LiveSegments, 'revision' | 'erasures'>>;
  heads(segments: readonly SegmentId[]): Promise<readonly SegmentHead[]>;
  /** The postings of a segment that is packed. */
  pack(segment: SegmentId): Promise<Uint8Array>;
  /** What is known of a segment's documents, for filters. */
  filed(segment: SegmentId): Promise<Uint8Array>;
}

/** Reads the terms of segments. */
export interface TermReader {
  postings(segments: readonly SegmentId[], terms: readonly string[]): Promise<readonly PostingsRow[]>;
  /** In how many passages of all given segments terms occur, deleted ones included; those that occur in none are left out. */
  frequencies(segments: readonly SegmentId[], terms: readonly string[]): Promise<readonly TermFrequency[]>;
  /** Terms like a pattern, at most so many. */
  termsLike(
    segments: readonly SegmentId[],
    pattern: SimilarPattern,
    limit: number,
  ): Promise<readonly string[]>;
}

/** Reads where segments have documents. */
export interface PlaceReader {
  /** The ids of documents. */
  ids(places: readonly Place[]): Promise<readonly PlacedDocument[]>;
  /** Where live segments have, or had, documents. */
  places(ids: readonly DocumentId[]): Promise<readonly PlacedDocument[]>;
}

/**
 * Reads all that is stored. Segments are immutable but for their deletions, so several readings need no common moment. Whatever can't
 * be read whole is an error, never a shorter answer.
 */
export interface StoredIndexReader extends SegmentReader, TermReader, PlaceReader {}

/** One change, all or nothing. */
export interface SegmentChange {
  /** The revision that it was made for. */
  readonly revision: number;
  /** Segments that become live, all of whose rows were written. */
  readonly added: readonly SegmentId[];
  /** Live segments that others replace, or of which nothing is left. */
  readonly retired: readonly SegmentId[];
  /** All deletions of segments that have further ones. */
  readonly deletions: readonly Deletions[];
}

/** Writes segments. One process writes at a time; what it began and left unfinished, another one erases. */
export interface SegmentWriter {
  /** Begins a segment, which nobody reads before it is live. */
  begin(collection: CollectionId, now: Date): Promise<SegmentId>;
  writePostings(rows: readonly PostingsRow[]): Promise<void>;
  writeDocuments(documents: readonly PlacedDocument[]): Promise<void>;
  writeHead(head: WrittenHead): Promise<void>;
  /** Makes a change; false, having changed nothing, if there was another one since. */
  commit(change: SegmentChange, now: Date): Promise<boolean>;
  /** The postings of a segment whose terms come after one, by code points, at most so many. */
  postingsAfter(segment: SegmentId, term: string, count: number): Promise<readonly PostingsRow[]>;
  documentsAfter(segment: SegmentId, first: number, count: number): Promise<readonly PlacedDocument[]>;
  /** Erases some rows of segments retired, or begun and never finished, before the given times; true if there are more. */
  erase(before: { readonly retired: Date; readonly begun: Date }): Promise<boolean>;
}

/** Where segments are stored: rows of a database. */
export interface SegmentStore {
  readonly read: StoredIndexReader;
  readonly write: SegmentWriter;
  /** Reads what was written, where `read` may be a copy that follows behind. */
  readonly written: StoredIndexReader;
}
