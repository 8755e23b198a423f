import type { SoughtPhrases } from '../../text/word-filter.ts';
import type { AcronymCounts } from '../acronyms/acronym-counts.ts';
import type { CollectionId, DocumentId, DocumentSummary } from '../documents/document.ts';
import type { Count } from '../documents/document-counts.ts';
import type { DocumentFilter } from '../documents/document-filter.ts';
import type { DocumentGroup } from '../documents/filtered-count.ts';
import type { IndexedDocument } from '../documents/indexed-document.ts';
import type { CorpusSettings } from '../following/corpus-settings.ts';
import type { VersionSum } from '../following/corpus-version.ts';
import type { FileEntry } from '../following/followed-corpus.ts';
import type { Refusal, UnreadCounts } from '../library.ts';

/** What is counted of a collection, so that no request counts documents. */
export interface StoredCount extends Count {
  readonly collection: CollectionId;
}

/** All that is known of the corpus as a whole: small, however large the corpus is. */
export interface StoredCorpus {
  /** Grows with every change. */
  readonly revision: number;
  /** No folder was ever stored. */
  readonly isEmpty: boolean;
  readonly settings: CorpusSettings;
  /** The stamp of each settings file when it was applied, by path. */
  readonly stamps: Readonly<Record<string, string>>;
  readonly refused: readonly Refusal[];
  /** How many files are still to be read. */
  readonly unread: UnreadCounts;
  readonly counts: readonly StoredCount[];
  /** The sum over the documents of each collection. */
  readonly versions: ReadonlyMap<CollectionId, VersionSum>;
}

/** What is known besides documents and files. */
export type StoredFrame = Pick<StoredCorpus, 'settings' | 'stamps' | 'refused' | 'unread'>;

/** How many documents of a folder have some lines at an edge. */
export interface FolderLines {
  readonly documents: number;
  /** By the line's key. */
  readonly lines: ReadonlyMap<number, number>;
}

/** A page of a list. */
export interface StoredPage {
  readonly limit: number;
  readonly after: DocumentId | null;
  readonly filter: DocumentFilter | null;
  /** As in ListPage; null: all. */
  readonly having: SoughtPhrases | null;
}

/** Reads the documents of a corpus, and what is counted of them; each change is seen whole. */
export interface DocumentStore {
  revision(): Promise<number>;
  read(): Promise<StoredCorpus>;
  /** Loads documents; those that are not there are absent. */
  load(ids: readonly DocumentId[]): Promise<readonly IndexedDocument[]>;
  /**
   * Returns the lines that stand at an edge of at least LEAST documents, and a fifth, of each folder; folders with fewer
   * documents are absent.
   */
  frames(folders: readonly string[]): Promise<ReadonlyMap<string, FolderLines>>;
  /** Lists documents by id; a filter may let through more than it admits. */
  list(collections: readonly CollectionId[], page: StoredPage): Promise<readonly DocumentSummary[]>;
  /** Groups documents by what a filter looks at. */
  groups(collections: readonly CollectionId[], filter: DocumentFilter): Promise<readonly DocumentGroup[]>;
  /** Finds by a key of the id, by one of the title, or by the beginning of either. */
  find(
    collections: readonly CollectionId[],
    key: DocumentKey,
    limit: number,
  ): Promise<readonly DocumentSummary[]>;
  /** Finds documents that have one of some keys of numberKeys, in any order. */
  numbered(
    collections: readonly CollectionId[],
    keys: readonly string[],
    limit: number,
  ): Promise<readonly DocumentSummary[]>;
  /** Finds documents whose id or heading contains something, in small letters; first those that begin with it. */
  fitting(
    collections: readonly CollectionId[],
    typed: string,
    limit: number,
  ): Promise<readonly DocumentSummary[]>;
  withText(collections: readonly CollectionId[], sha256: string): Promise<readonly DocumentSummary[]>;
  acronyms(collections: readonly CollectionId[]): Promise<AcronymCounts>;
  /** Returns the file that each document was read from. */
  origins(ids: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, Origin>>;
}

/**
 * Stores the documents of a corpus, and which files they were read from. One process writes. Every implementation runs
 * tests/contracts/corpus-store.ts.
 */
export interface CorpusStore extends DocumentStore {
  /** Adds documents, or replaces those with the same id. */
  put(documents: readonly StoredDocument[]): Promise<void>;
  remove(ids: readonly DocumentId[]): Promise<void>;
  /** Replaces some of what is known besides documents and files; what files refuse is recorded with them. */
  frame(parts: Partial<StoredFrame>): Promise<void>;
  /** Files that were read by another version are to be read again; what they gave stays until then, and their keys are empty. */
  readBy(version: string): Promise<void>;
  /** Lists the files that were read, a page at a time. */
  files(after: string | null, limit: number): Promise<readonly KnownFile[]>;
  /** Returns the records of files; those that were never read are absent. */
  records(files: readonly string[]): Promise<readonly FileRecord[]>;
  /** Records files that were read, and forgets those that are gone. */
  record(read: readonly FileRecord[], gone: readonly string[]): Promise<void>;
}

/** The file that a document was read from. */
export interface Origin {
  /** Its full path. */
  readonly file: string;
  /** Its path in the corpus. */
  readonly path: string;
}

/** A document, and the file that it was read from. */
export interface StoredDocument {
  readonly indexed: IndexedDocument;
  readonly origin: Origin;
}

/** What a document is found by. */
export interface DocumentKey {
  readonly by: 'id' | 'title';
  readonly key: string;
  /** The key is only the beginning. */
  readonly begins?: true;
}

/** What has to be known of every file to follow the folder. */
export interface KnownFile extends FileEntry {
  /** Its full path. */
  readonly file: string;
  /** Those of what was read that another file's document keeps out, having the same id. */
  readonly clashes: readonly DocumentId[];
}

/** A file as it was last read. */
export interface FileRecord extends KnownFile {
  /** The documents that were read from it and are stored. */
  readonly documents: readonly DocumentId[];
  /** What of it is not. */
  readonly refused: readonly Refusal[];
}
