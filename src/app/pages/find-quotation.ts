import { allSentences, type IndexedDocument } from '../../core/library/documents/indexed-document.ts';
import type { Slice } from '../../core/text/slice.ts';
import { fingerprint } from './page-links.ts';

/** What a link says of what was quoted. */
export interface LinkedQuotation {
  /** UTF-16 offsets into the text as it was. */
  readonly start: number;
  readonly end: number;
  /** The fingerprint of the words that were quoted. */
  readonly as: string;
}

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

/** What a link says was quoted; null if it says nothing that could be. */
export function quotationOf(parameters: URLSearchParams): LinkedQuotation | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(parameters.get('at') ?? '') ?? [];
  const [from, to] = [Number(start), Number(end)];
  return from < to ? { start: from, end: to, as: parameters.get('as') ?? '' } : null;
}
