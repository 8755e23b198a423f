import type { DocumentId } from './document.ts';

/** One version of a document, known by the hash of its text. */
export interface DocumentVersion {
  readonly id: DocumentId;
  readonly sha256: string;
}

/** When a document was first seen at all, and when in its present version. */
export interface FirstSight {
  readonly firstSeen: Date;
  readonly changed: Date;
}

/** When documents were first seen; the first writer wins. */
export interface FirstSightStore {
  see(versions: readonly DocumentVersion[], at: Date): Promise<void>;
  /** What was never seen is absent. */
  sights(versions: readonly DocumentVersion[]): Promise<ReadonlyMap<DocumentId, FirstSight>>;
  /** The versions first seen after a moment, in the order in which they were. */
  seenAfter(at: Date): Promise<readonly (DocumentVersion & FirstSight)[]>;
}
