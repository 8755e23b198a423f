import { allSentences, type IndexedDocument } from '../../core/library/indexed-document.ts';
import type { Slice } from '../../core/text/slice.ts';
import { fingerprint, type LinkedQuotation } from './page-links.ts';

/** Where something quoted stands now: where it stood, elsewhere, or no longer. */
export interface FoundQuotation {
  readonly state: 'there' | 'moved' | 'gone';
  /** Null if it is gone. */
  readonly slice: Slice | null;
}

/** Finds what a link quoted by its words, where it stood and then wherever a sentence begins. */
export function findQuotation(indexed: IndexedDocument, quoted: LinkedQuotation): FoundQuotation {
  const { text } = indexed.document;
  const stands = ({ start, end }: Slice) =>
    end <= text.length && fingerprint(text.slice(start, end)) === quoted.as;
  if (stands(quoted)) return { state: 'there', slice: { start: quoted.start, end: quoted.end } };
  const length = quoted.end - quoted.start;
  const moved = allSentences(indexed)
    .map(({ start }) => ({ start, end: start + length }))
    .find(stands);
  return moved ? { state: 'moved', slice: moved } : { state: 'gone', slice: null };
}
