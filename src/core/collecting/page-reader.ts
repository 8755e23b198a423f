import type { CollectionId } from '../library/documents/document.ts';
import type { ReadOutcome } from '../library/reading/read-outcome.ts';
import type { SourceNote } from '../library/sources/source-notes.ts';

/** A file that is no part of the corpus yet. */
export interface Draft {
  /** With its dot. */
  readonly ending: string;
  readonly bytes: Uint8Array;
  readonly collection: CollectionId;
  /** What would stand in `sources.yaml`. */
  readonly note: SourceNote;
  /** Read everything in it as text, what readers leave out too. */
  readonly whole?: true;
}

/** Reads a file as if it were in the corpus. What is wrong with it is an outcome. */
export type ReadDraft = (draft: Draft) => Promise<ReadOutcome>;
