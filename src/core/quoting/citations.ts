import { type Document, type DocumentId, displayTitle } from '../library/documents/document.ts';
import type { EarlierWording } from '../replies/earlier-wording.ts';
import type { Point, Source } from '../replies/reply.ts';
import type { Slice } from '../text/slice.ts';
import { citationLink } from './citation-link.ts';
import { citedPages } from './cited-pages.ts';
import type { Excerpt } from './excerpts.ts';
import { groupSpeaker, type QuotationGroup, toPointGroup } from './point-group.ts';
import { speakerOf } from './speaker.ts';

/** An excerpt with what a reply says about it in Dossier's own voice. */
export interface Quotation {
  readonly excerpt: Excerpt;
  readonly label?: string | null;
  /** It is only near the question. */
  readonly weak?: boolean;
  /** Its date in a timeline. */
  readonly date?: string | null;
  /** The date is its document's: the text states none. */
  readonly dateIsRelative?: boolean;
  /** What it corrects. */
  readonly earlier?: EarlierWording;
  /** What it stands under. */
  readonly group?: QuotationGroup;
}

/** A quotation as far as citing it needs. */
type Citable = Omit<Quotation, 'excerpt'> & {
  readonly excerpt: Pick<Excerpt, 'document' | 'slice'>;
};

/** Numbers the documents in the order of their first excerpts. `copies`: the near-identical copies of those quoted. */
export function cite(
  quotations: readonly Citable[],
  copies: ReadonlyMap<DocumentId, readonly DocumentId[]> = new Map(),
): { points: Point[]; sources: Source[] } {
  const numbers = new Map<DocumentId, number>();
  const sources: Source[] = [];
  const points = quotations.map(({ excerpt: { document, slice }, group, ...said }) => {
    const citation = numbers.get(document.id) ?? numbers.size + 1;
    if (!numbers.has(document.id)) sources.push(toSource(document, citation, copies.get(document.id)));
    numbers.set(document.id, citation);
    const point = toPoint(document, slice, citation);
    if (!group) return { ...point, ...said, speaker: speakerOf(point.text) };
    return { ...point, ...said, speaker: groupSpeaker(group.document, group), group: toPointGroup(group) };
  });
  return { points, sources };
}

/** Makes a document a source of a reply. */
export function toSource(document: Document, number: number, copies: readonly DocumentId[] = []): Source {
  const { id, publisher, published, url, sha256, tags, grade } = document;
  const title = displayTitle(document);
  const filed = { ...(tags && { tags }), ...(grade && { grade }) };
  return { number, document: id, title, publisher, published, url, sha256, copies, ...filed };
}

/** Makes a slice of a document a point, without label, speaker or date. */
export function toPoint(document: Document, { start, end }: Slice, citation: number): Point {
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
    ...citedPages(document, { start, end }),
  };
}
