import type { Document, DocumentId } from '../library/documents/document.ts';
import type { Slice } from '../text/slice.ts';
import type { SentenceFeatures } from './sentence-score.ts';

/** A sentence that can be quoted, with its surroundings and how well it matches a query. */
export interface Candidate {
  readonly document: Document;
  /** The number of its passage in the document, from 0. */
  readonly passage: number;
  readonly passageSlice: Slice;
  /** All sentences of its passage, in order. */
  readonly sentences: readonly Slice[];
  /** The last sentence of the passage before, where the first of this one can't be understood without it. */
  readonly before?: Slice;
  /** Its index in `sentences`. */
  readonly at: number;
  readonly slice: Slice;
  readonly terms: ReadonlySet<string>;
  /** Share of the requested information that the sentence itself contains, 0 to 1. */
  readonly covered: number;
  /** The same share for its whole passage. */
  readonly passageCovered: number;
  /** The sentence after it goes on about the same, or has what the answer type asks for where it has not. */
  readonly continued?: boolean;
  /** How well it, or what goes on from it, has the kind of fact asked for, 0 to 1; absent where none was asked for. */
  readonly fact?: number;
  /** Comparable within one search only. */
  readonly score: number;
  /** What its score was made of; absent where nobody scored it by features. */
  readonly features?: SentenceFeatures;
  /** How likely it answers the question if it is the best, 0 to 1. */
  readonly confidence: number;
}

/** Returns the ids of the documents that candidates, excerpts or hits are from. */
export function documentsOf(from: readonly { readonly document: Document }[]): ReadonlySet<DocumentId> {
  return new Set(from.map(({ document }) => document.id));
}

/** Orders candidates by score, then by place, so that the same question always gets the same answer. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.document.id !== b.document.id) return a.document.id < b.document.id ? -1 : 1;
  return a.slice.start - b.slice.start;
}
