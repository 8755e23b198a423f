import type { SoughtPhrases } from '../text/word-filter.ts';
import type { AcronymCounts } from './acronyms/acronym-counts.ts';
import type { Audience } from './audience.ts';
import type { Collection } from './collection.ts';
import type { Coverage } from './coverage.ts';
import type { CollectionId, DocumentId, DocumentSummary } from './documents/document.ts';
import type { DocumentFilter } from './documents/document-filter.ts';
import type { FilteredCount } from './documents/filtered-count.ts';
import type { IndexedDocument } from './documents/indexed-document.ts';
import type { Topic } from './topics/topic.ts';

/** A file of the corpus that was not indexed, or a part of it, and why. */
export interface Refusal {
  readonly file: string;
  /** The end of a sentence that begins with the file. */
  readonly reason: string;
  /** The file is indexed, except for what the reason says. */
  readonly partly?: true;
}

/** How many files have not been read yet, by collection. */
export type UnreadCounts = Readonly<Record<CollectionId, number>>;

/** What one audience may read. Kept until something changes, so that no request counts documents. */
export interface Scope {
  readonly collections: readonly CollectionId[];
  readonly coverage: Coverage;
  /** The languages of its documents (ISO 639-1), English first. */
  readonly languages: readonly string[];
  /** A hash of its documents; it changes whenever anything that can be quoted from them changes. */
  readonly version: string;
  /** Which of its documents a request keeps to; absent: all. */
  readonly filter?: DocumentFilter;
}

/** A part of a list of documents. */
export interface ListPage {
  /** The most documents listed. */
  readonly limit: number;
  /** Those with later ids only; absent or null: from the beginning. */
  readonly after?: DocumentId | null;
  /** Those that it admits only; absent: all. */
  readonly filter?: DocumentFilter;
  /** Those that may have a phrase of each group in title or text; whatever surely has none may be left out. */
  readonly having?: SoughtPhrases;
}

/** The documents that a name may stand for. */
export interface FoundDocuments {
  /** Ordered by id, `MOST_FOUND` at most: those of that id, or else of that title, or else of a title that begins so. */
  readonly found: readonly DocumentSummary[];
  /** If none was found, the ids that may be meant, nearest first. */
  readonly near: readonly DocumentId[];
}

/** The most documents that are found for one name. */
export const MOST_FOUND = 100;

type Collections = Pick<Scope, 'collections'>;

/**
 * The documents as they are now. Requests are few and large, and none returns all documents, so that an implementation
 * can use a database; what is asked for without waiting is kept as documents change. Every implementation runs
 * tests/contracts/library.ts.
 */
export interface Library {
  /** Grows with every change. */
  readonly revision: number;
  /** The languages of all documents, English first; country names and synonyms are written in the first. */
  readonly languages: readonly string[];
  /** The topics of the corpus, in their file's order, whoever may read them. */
  readonly topics: readonly Topic[];
  /** Returns what an audience may read, limited to some collections if given. */
  scopeFor(audience: Audience, collections?: readonly CollectionId[] | null): Scope;
  /** Loads documents and their passages; those that no longer exist are absent. */
  load(ids: Iterable<DocumentId>): Promise<ReadonlyMap<DocumentId, IndexedDocument>>;
  /** Lists documents of a scope, ordered by id, a page at a time. */
  list(scope: Collections, page: ListPage): Promise<readonly DocumentSummary[]>;
  /** Counts what a filter leaves of a scope's documents. */
  count(scope: Collections, filter: DocumentFilter): Promise<FilteredCount>;
  /** Returns the names that documents of a scope have, in the order of their characters, each once. */
  names(scope: Collections, kind: 'publisher' | 'tag'): readonly string[];
  /** Finds the documents that a name, as somebody typed it, may stand for. */
  find(scope: Collections, name: string): Promise<FoundDocuments>;
  /** Finds the documents that have one of some keys of numberKeys, ordered by id; none if they are more than `MOST_FOUND`. */
  numbered(scope: Collections, keys: readonly string[]): Promise<readonly DocumentSummary[]>;
  /**
   * Finds documents whose id or heading fits what somebody has typed so far, in any case: first those whose id begins so,
   * then those whose heading does, then those in which a word does, each in the order of ids. What merely contains it may follow.
   */
  complete(scope: Collections, typed: string, limit: number): Promise<readonly DocumentSummary[]>;
  /** Finds the documents with exactly one text, ordered by id. */
  withText(scope: Collections, sha256: string): Promise<readonly DocumentSummary[]>;
  /** Returns the acronyms that documents of a scope explain, and how many do. */
  acronyms(scope: Collections): Promise<AcronymCounts>;
  /** Lists the files that were not indexed, or only in part: those in a scope's collections and those in none. */
  refused(scope: Collections): readonly Refusal[];
}

/** What an operator sees of a library, whoever may read it. */
export interface LibraryOverview {
  readonly collections: readonly Collection[];
  /** Every file that was not indexed, or only in part. */
  readonly refusals: readonly Refusal[];
  /** How much is indexed, of one collection or of all. */
  size(collection?: CollectionId): LibrarySize;
}

/** How much is indexed. */
export interface LibrarySize {
  readonly documents: number;
  readonly passages: number;
}
