import type { DocumentId } from '../documents/document.ts';

/** Returns those of some documents that are there. */
export type FindPresent = (ids: readonly DocumentId[]) => Promise<ReadonlySet<DocumentId>>;
