import type { DocumentId } from '../library/documents/document.ts';
import type { Slice } from '../text/slice.ts';

/** A place in a document that was quoted before. */
export interface QuotedPlace extends Slice {
  readonly document: DocumentId;
}
