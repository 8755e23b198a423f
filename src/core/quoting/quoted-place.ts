import type { DocumentId } from '../library/document.ts';
import type { Slice } from '../text/slice.ts';

/** A place in a document that was quoted in this conversation. */
export interface QuotedPlace extends Slice {
  readonly document: DocumentId;
}
