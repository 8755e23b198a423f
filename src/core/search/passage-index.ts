import type { CollectionId, DocumentId } from '../library/document.ts';
import type { FindDocument, IndexedDocument } from '../library/indexed-document.ts';
import type { Query } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A passage found, best first. Scores compare within one search only. */
export interface Hit {
  readonly document: DocumentId;
  /** The passage's place in its document, from 0. */
  readonly passage: number;
  readonly score: number;
  /** The score of the whole document, at least that of nothing: 0. */
  readonly documentScore: number;
}

/**
 * Finds passages. A search looks at the named collections only: what others hold
 * changes neither the hits nor their scores nor the vocabulary. Changes are made
 * one after the other, in small steps that let searches come in between; a document
 * is found from the moment that all of it is indexed.
 */
export interface PassageIndex {
  readonly size: number;
  add(documents: readonly IndexedDocument[]): Promise<void>;
  remove(ids: readonly DocumentId[]): Promise<void>;
  search(query: Query, collections: readonly CollectionId[], limit: number): Hit[];
  vocabulary(collections: readonly CollectionId[]): Vocabulary;
  /** The index as of now, in lines of ASCII to be written with newlines between. */
  save(): Iterable<string>;
  /** Holds what was saved instead of what it held; throws, and changes nothing, if lines or documents don't fit. */
  load(lines: Iterable<string>, document: FindDocument): Promise<void>;
  /** Terms in these collections that may be `term` misspelt or in another form, most frequent first. */
  similarTerms(term: string, collections: readonly CollectionId[]): string[];
}
