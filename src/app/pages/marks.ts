import type { IndexedDocument } from '../../core/library/documents/indexed-document.ts';
import type { Point } from '../../core/replies/reply.ts';
import type { Slice } from '../../core/text/slice.ts';
import { findQuotation } from './find-quotation.ts';
import { fingerprint } from './page-links.ts';

/** A place in a document's text that is marked. */
export interface Mark extends Slice {
  /** Its anchor in the page. */
  readonly id: string;
  /** The number under which it is cited; null if the answer that cites it is not known. */
  readonly number: number | null;
  /** It is what the page was opened for. */
  readonly isAsked: boolean;
}

/** What is marked of a document: the excerpt that was asked for, and the others of the same answer as far as they still stand. */
export function marksIn(
  indexed: IndexedDocument,
  asked: Slice | null,
  excerpts: readonly Pick<Point, 'start' | 'end' | 'text' | 'citation'>[],
): readonly Mark[] {
  const places = excerpts.flatMap(({ start, end, text, citation }) => {
    const { slice } = findQuotation(indexed, { start, end, as: fingerprint(text) });
    return slice ? [{ ...slice, number: citation }] : [];
  });
  const number = places.find((place) => asked !== null && touch(place, asked))?.number ?? null;
  const marks: Mark[] = asked ? [{ ...asked, id: 'quote', number, isAsked: true }] : [];
  for (const place of places)
    if (!marks.some((mark) => touch(mark, place)))
      marks.push({ ...place, id: `also-${marks.length}`, isAsked: false });
  return marks.sort((a, b) => a.start - b.start);
}

function touch(one: Slice, other: Slice): boolean {
  return one.start < other.end && other.start < one.end;
}
