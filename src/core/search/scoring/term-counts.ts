import { type Directory, NOWHERE } from './directory.ts';
import type { PostingList } from './posting-list.ts';

/** In how many passages and documents a term occurs. */
export interface TermCounts {
  readonly passages: number;
  readonly documents: number;
}

/** Counts the passages and documents of a posting list that searches can find. */
export function countPostings({ count, passages }: PostingList, { firsts }: Directory): TermCounts {
  const found = { passages: 0, documents: 0 };
  let last = NOWHERE;
  for (let at = 0; at < count; at++) {
    const first = firsts[passages[at] ?? 0] ?? NOWHERE;
    if (first === NOWHERE) continue;
    found.passages++;
    if (first !== last) found.documents++;
    last = first;
  }
  return found;
}

/** Adds up counts of parts of a collection. */
export function addCounts(a: TermCounts, b: TermCounts): TermCounts {
  return { passages: a.passages + b.passages, documents: a.documents + b.documents };
}
