import type { DocumentId } from '../library/document.ts';
import type { DocumentVersion } from '../library/first-sight-store.ts';

/** An excerpt that a channel was shown: where it is, and what tells that another says the same. No text. */
export interface ShownExcerpt {
  readonly document: DocumentId;
  readonly sha256: string;
  readonly start: number;
  readonly end: number;
  readonly publisher: string | null;
  /** Hashes of its terms. */
  readonly terms: readonly number[];
  /** Hashes of the numbers, dates and names in it. */
  readonly facts: readonly number[];
}

/** What an edition holds. */
export interface EditionContent {
  /** The versions of documents that were new in it, quoted or not. */
  readonly documents: readonly DocumentVersion[];
  readonly shown: readonly ShownExcerpt[];
  /** It was a brief, since nothing had been told before. */
  readonly first?: true;
}
