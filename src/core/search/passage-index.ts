import type { CollectionId, Document, DocumentId } from '../corpus/document.ts';
import type { Passage } from '../corpus/passages.ts';
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

/** A document ready to be indexed. */
export interface IndexedDocument {
  readonly document: Document;
  readonly passages: readonly Passage[];
}

/**
 * Finds passages. A search looks at the named collections only: what others hold
 * changes neither the hits nor their scores nor the vocabulary.
 */
export interface PassageIndex {
  readonly size: number;
  add(documents: readonly IndexedDocument[]): Promise<void>;
  remove(ids: readonly DocumentId[]): Promise<void>;
  search(query: Query, collections: readonly CollectionId[], limit: number): Hit[];
  vocabulary(collections: readonly CollectionId[]): Vocabulary;
  /** Lines of text, none with a line break, from which `load` makes the same index. */
  save(): Iterable<string>;
  /** Takes saved lines into an empty index; `document` finds the documents, which must be as they were. Throws on other lines. */
  load(lines: Iterable<string>, document: (id: DocumentId) => IndexedDocument | null): Promise<void>;
  /** Terms in these collections that may be `term` misspelt or in another form, most frequent first. */
  similarTerms(term: string, collections: readonly CollectionId[]): string[];
}
