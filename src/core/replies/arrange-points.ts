import { formatDate } from '../text/format-date.ts';
import type { Block } from './message.ts';
import type { Point } from './reply.ts';

/** A quotation with what is said of it. */
export type QuoteBlock = Extract<Block, { kind: 'quote' }>;

/** A quotation, or a line above some. */
export type ArrangedBlock = Extract<Block, { kind: 'quote' | 'group' | 'note' }>;

/** Whether the points of a brief are arranged by date. */
export function isTimeline({ points }: { readonly points: readonly Point[] }): boolean {
  return points.some(({ date, group }) => date !== null && !group);
}

/** Arranges the points of a brief for reading: by date, under what they stand under, or one after another. */
export function arrangePoints(points: readonly Point[]): ArrangedBlock[] {
  if (isTimeline({ points })) return timeline(points);
  return points.some(({ group }) => group) ? grouped(points) : quotes(points);
}

/** Puts a line above the points of each group; what differs says when it was said. */
function grouped(points: readonly Point[]): ArrangedBlock[] {
  return points.flatMap((point, at) => {
    const { group } = point;
    const opens = group && group.text !== points[at - 1]?.group?.text;
    const label = group?.speaker === null ? formatPointDate(point) : point.label;
    const quote = group ? { ...point, label, speaker: null } : point;
    return [...(opens ? [{ kind: 'group', text: group.text } as const] : []), ...quotes([quote])];
  });
}

/** Labels each point with its date; undated points follow under a line of their own. */
function timeline(points: readonly Point[]): ArrangedBlock[] {
  const dated = points.filter(({ date }) => date !== null);
  const undated = points.filter(({ date }) => date === null);
  const blocks = quotes(dated.map((point) => ({ ...point, label: formatPointDate(point) })));
  return undated.length === 0 ? blocks : [...blocks, { kind: 'note', text: 'Undated:' }, ...quotes(undated)];
}

function formatPointDate({ date, dateIsRelative }: Point): string {
  return `${formatDate(date)}${dateIsRelative ? ' (reported)' : ''}`;
}

/** Makes points quotations one after another. */
export function quotes(points: readonly Point[]): QuoteBlock[] {
  return points.map(({ text, citation, url, place, label, speaker, weak }) => ({
    kind: 'quote',
    text,
    citation,
    url,
    place,
    label,
    speaker: speaker !== null && text.includes(speaker) ? null : speaker,
    weak,
  }));
}
