import type { DocumentId } from '../library/documents/document.ts';
import type { IndexedDocument } from '../library/documents/indexed-document.ts';
import type { Tokenize } from './retriever.ts';

/** The documents that one reply reads, loaded at once, and a tokenizer for their texts. */
export interface LoadedDocuments {
  readonly documents: ReadonlyMap<DocumentId, IndexedDocument>;
  readonly tokenize: Tokenize;
}
