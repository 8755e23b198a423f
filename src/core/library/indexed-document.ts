import type { Document, DocumentId } from './document.ts';
import type { Passage } from './passages.ts';

/** A document ready to be indexed. */
export interface IndexedDocument {
  readonly document: Document;
  readonly passages: readonly Passage[];
}

/** The document of an id, as it was when the index was saved. */
export type FindDocument = (id: DocumentId) => IndexedDocument | null;
