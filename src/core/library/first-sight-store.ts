import type { DocumentId } from './document.ts';

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
  /** The versions first seen after an instant, in that order. */
  seenAfter(at: Date): Promise<readonly (DocumentVersion & FirstSight)[]>;
}
