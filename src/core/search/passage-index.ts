import type { CollectionId, DocumentId } from '../library/documents/document.ts';
import type { DocumentFilter } from '../library/documents/document-filter.ts';
import type { IndexedDocument } from '../library/documents/indexed-document.ts';
import type { Query } from './query.ts';
import type { TermFrequency, TermStatistics } from './term-statistics.ts';

/** A passage that was found. Scores are comparable within one search only. */
export interface Hit {
  readonly document: DocumentId;
  /** The passage's position in its document, from 0. */
  readonly passage: number;
  readonly score: number;
  /** The score of the whole document, 0 or more. */
  readonly documentScore: number;
}

/**
 * Finds passages. A request names collections; others affect neither hits nor scores nor statistics. Requests are few
 * and large, so that an implementation can use a database. Changes are made one after the other, in small steps between
 * which requests are answered; a document is found once all of it is indexed. Every implementation runs
 * tests/contracts/passage-index.ts.
 */
export interface PassageIndex {
  /** The number of passages. */
  readonly size: number;
  /** Adds documents, or replaces those with the same id. */
  add(documents: readonly IndexedDocument[]): Promise<void>;
  remove(ids: readonly DocumentId[]): Promise<void>;
  /** Returns the statistics of all given terms. */
  statistics(terms: Iterable<string>, collections: readonly CollectionId[]): Promise<TermStatistics>;
  /** For each term, returns indexed terms that it may be a misspelling or another form of, most frequent first. */
  similarTerms(
    terms: readonly string[],
    collections: readonly CollectionId[],
  ): Promise<ReadonlyMap<string, readonly TermFrequency[]>>;
  /**
   * Returns the best passages, best first; equal scores are ordered by document and passage. A filter leaves out whole
   * documents and changes no score.
   */
  search(
    query: Query,
    collections: readonly CollectionId[],
    limit: number,
    filter?: DocumentFilter,
  ): Promise<readonly Hit[]>;
}
