import { type Document, type DocumentId, displayTitle } from '../library/document.ts';
import type { Point, Source } from '../replies/reply.ts';
import { citationLink } from './citation-link.ts';
import type { Excerpt } from './excerpts.ts';
import { speakerOf } from './speaker.ts';

/** An excerpt with what a reply says about it. */
export interface Quotation {
  readonly excerpt: Excerpt;
  readonly label: string | null;
  readonly weak: boolean;
  /** When it was, in a timeline. */
  readonly date?: string | null;
  /** The text states no date; the one given is its document's. */
  readonly dateIsRelative?: boolean;
}

/**
 * Numbers documents in the order in which their first excerpt is read; a document keeps its number. `copies` are
 * near-identical documents, by the one that is quoted for them.
 */
export function cite(
  quotations: readonly Quotation[],
  copies: ReadonlyMap<DocumentId, readonly DocumentId[]> = new Map(),
): { points: Point[]; sources: Source[] } {
  const numbers = new Map<DocumentId, number>();
  const sources: Source[] = [];
  const points = quotations.map(({ excerpt, label, weak, date = null, dateIsRelative = false }) => {
    const { document, slice, text } = excerpt;
    const citation = numbers.get(document.id) ?? numbers.size + 1;
    if (!numbers.has(document.id)) sources.push(toSource(document, citation, copies.get(document.id)));
    numbers.set(document.id, citation);
    const point = toPoint(document, slice, citation);
    return { ...point, text, label, weak, date, dateIsRelative, speaker: speakerOf(text) };
  });
  return { points, sources };
}

/** A document as one line of a reply's list of sources. */
export function toSource(document: Document, number: number, copies: readonly DocumentId[] = []): Source {
  const { id, publisher, published, url, sha256 } = document;
  return {
    number,
    document: id,
    title: displayTitle(document),
    publisher,
    published,
    url,
    sha256,
    copies,
  };
}

/** A plain point: a slice of a document under a number. */
export function toPoint(
  document: Document,
  { start, end }: { start: number; end: number },
  citation: number,
): Point {
  return {
    text: document.text.slice(start, end),
    citation,
    label: null,
    speaker: null,
    weak: false,
    document: document.id,
    start,
    end,
    url: citationLink(document, { start, end }),
    date: null,
    dateIsRelative: false,
    group: null,
  };
}
