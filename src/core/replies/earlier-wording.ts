import type { DocumentId } from '../library/documents/document.ts';
import type { Slice } from '../text/slice.ts';

/** A sentence as a channel was shown it before it was corrected, or as a document had it before it was replaced. */
export interface EarlierWording {
  /** A slice of what was shown, or of the version that had it. */
  readonly text: string;
  /** The document that it was quoted from. */
  readonly document: DocumentId;
  /** The local date on which it was shown, or replaced. */
  readonly date: string;
  /** Where it stood; absent of what was shown. */
  readonly replaced?: ReplacedPlace;
}

/** A place in a version that is no more. */
export interface ReplacedPlace extends Slice {
  /** The hash of that version's text. */
  readonly sha256: string;
}
