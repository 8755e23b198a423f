import type { Slice } from '../../text/slice.ts';
import type { DocumentId } from '../documents/document.ts';
import type { SentenceKey } from '../documents/sentence-key.ts';
import type { FindPresent } from './find-present.ts';

/** A sentence that a version had and the next one lacks. */
export interface LostSentence extends Slice {
  readonly key: SentenceKey;
  /** The slice of that version's text; null if it is long, or too much was lost at once. */
  readonly text: string | null;
}

/** What a new version of a document changed. */
export interface Revision {
  readonly id: DocumentId;
  /** The SHA-256 of the version that was replaced. */
  readonly before: string;
  readonly now: string;
  readonly at: Date;
  readonly lost: readonly LostSentence[];
  /** What the version before lacked. */
  readonly gained: readonly SentenceKey[];
}

/** Stores what versions of documents changed. */
export interface RevisionStore {
  /** Records revisions that are not recorded yet; of several writers the first wins. Of one document, the latest 200 are kept. */
  record(revisions: readonly Revision[]): Promise<void>;
  /** The revisions of some documents, in the order in which they were recorded, as far as they can be compared with what is read now. */
  of(ids: Iterable<DocumentId>): Promise<readonly Revision[]>;
  /** Deletes those of documents that are gone. */
  dropGone(present: FindPresent): Promise<void>;
}
