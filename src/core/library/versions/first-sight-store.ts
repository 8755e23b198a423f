import type { DocumentId } from '../documents/document.ts';

/** A version of a document, identified by the hash of its text. */
export interface DocumentVersion {
  readonly id: DocumentId;
  readonly sha256: string;
}

/** When a document was first seen, and when in this version. */
export interface FirstSight {
  readonly firstSeen: Date;
  readonly changed: Date;
}

/** Stores when documents were first seen; the first writer wins. */
export interface FirstSightStore {
  /** Records versions that are not recorded yet; of several writers the first wins. */
  see(versions: readonly DocumentVersion[], at: Date): Promise<void>;
  /**
   * Records versions of files that may be as they were, read anew by another build: each as of when the last one of its
   * document was first seen, so that it is no news; as of an instant if none is known.
   */
  seeAgain(versions: readonly DocumentVersion[], at: Date): Promise<void>;
  /** The versions first seen after an instant, in that order. */
  seenAfter(at: Date): Promise<readonly (DocumentVersion & FirstSight)[]>;
}
