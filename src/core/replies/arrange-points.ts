import { formatDate, formatKnownDate } from '../text/format-date.ts';
import { openingWords } from '../text/opening-words.ts';
import { joinKnown } from './block-lines.ts';
import type { Block } from './message.ts';
import type { Point, Source } from './reply.ts';

/** A quotation with what is said of it. */
export type QuoteBlock = Extract<Block, { kind: 'quote' }>;

/** A quotation, or a line above some. */
export type ArrangedBlock = Extract<Block, { kind: 'quote' | 'group' | 'note' }>;

/** Whether the points of a brief are arranged by date. */
export function isTimeline({ points }: { readonly points: readonly Point[] }): boolean {
  return points.some(({ date, group }) => date !== null && !group);
}

/** What is quoted, and the documents it is quoted from. */
interface Quoting {
  readonly points: readonly Point[];
  readonly sources: readonly Source[];
}

/** Arranges the points of a brief for reading: by date, under what they stand under, or one after another. */
export function arrangePoints(brief: Quoting): ArrangedBlock[] {
  if (isTimeline(brief)) return timeline(brief);
  return brief.points.some(({ group }) => group) ? grouped(brief) : quotes(brief);
}

/** Puts a line above the points of each group; what differs says when it was said. */
function grouped({ points, sources }: Quoting): ArrangedBlock[] {
  return points.flatMap((point, at) => {
    const { group } = point;
    const opens = group && group.text !== points[at - 1]?.group?.text;
    const isDated = group?.speaker === null;
    const label = isDated ? formatPointDate(point) : point.label;
    const quote = group ? { ...point, label, speaker: null } : point;
    return [...(opens ? [groupLine(group.text)] : []), toQuote(quote, sources, { isDated })];
  });
}

/** Labels each point with its date; undated points follow under a line of their own. */
function timeline({ points, sources }: Quoting): ArrangedBlock[] {
  const dated = points
    .filter(({ date }) => date !== null)
    .map((point) => toQuote({ ...point, label: formatPointDate(point) }, sources, { isDated: true }));
  const undated = points.filter(({ date }) => date === null);
  if (undated.length === 0) return dated;
  return [...dated, { kind: 'note', text: 'Undated:' }, ...quotes({ points: undated, sources })];
}

function formatPointDate({ date, dateIsRelative }: Point): string {
  return `${formatDate(date)}${dateIsRelative ? ' (reported)' : ''}`;
}

/** Makes points quotations one after another. */
export function quotes({ points, sources }: Quoting): QuoteBlock[] {
  return points.map((point) => toQuote(point, sources));
}

/** Puts the title of each document above what is quoted from it, if there are several. */
export function quotesByDocument({ points, sources }: Quoting): ArrangedBlock[] {
  if (sources.length < 2) return quotes({ points, sources });
  return sources.flatMap((source) => {
    const own = points.filter(({ citation }) => citation === source.number);
    return own.length === 0 ? [] : [groupLine(source.title), ...quotes({ points: own, sources })];
  });
}

function groupLine(text: string): ArrangedBlock {
  return { kind: 'group', text };
}

const MAX_PUBLISHER = 40; // characters; the list of sources has the whole name

const MAX_BOTH = 1500; // characters of both wordings; a longer earlier one stands among the sources alone

/** Makes a point a quotation. One whose label is a date says nothing of its document's. */
function toQuote(point: Point, sources: readonly Source[], { isDated = false } = {}): QuoteBlock {
  const { text, start, citation, url, place, label, speaker, weak, quoted, earlier } = point;
  const source = sources.find(({ number }) => number === citation);
  const published = isDated ? null : formatKnownDate(source?.published ?? null);
  const publisher = source?.publisher == null ? null : openingWords(source.publisher, MAX_PUBLISHER);
  const from = joinKnown([publisher, published, source?.grade ?? null]);
  const isAlone = quoted?.some((slice) => slice.end - slice.start === text.length);
  const marked = isAlone
    ? undefined
    : quoted?.map((slice) => ({ start: slice.start - start, end: slice.end - start }));
  return {
    kind: 'quote',
    ...{ text, citation, url, label, weak },
    ...(marked && { marked }),
    ...{ from: from === '' ? null : from, place },
    speaker: speaker !== null && text.includes(speaker) ? null : speaker,
    ...(earlier && text.length + earlier.text.length <= MAX_BOTH && { earlier: earlier.text }),
  };
}
