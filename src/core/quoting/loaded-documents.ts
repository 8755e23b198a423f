import type { DocumentId } from '../library/document.ts';
import type { IndexedDocument } from '../library/indexed-document.ts';
import type { Tokenize } from './retriever.ts';

/** The documents that one reply reads, loaded at once, and a tokenizer for their texts. */
export interface LoadedDocuments {
  readonly documents: ReadonlyMap<DocumentId, IndexedDocument>;
  readonly tokenize: Tokenize;
}
