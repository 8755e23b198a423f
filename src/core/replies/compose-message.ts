import { echo } from '../text/echo.ts';
import { formatDate } from '../text/format-date.ts';
import { countUnread, coverageLine, nothingAnswers } from './coverage.ts';
import type { Block, Message } from './message.ts';
import { plainText } from './plain-text.ts';
import type {
  AnswerReply,
  BriefReply,
  DigestReply,
  ListReply,
  NoteReply,
  NothingReply,
  Point,
  Reply,
  SearchReply,
} from './reply.ts';

/** Arranges a reply for reading. */
export function composeMessage(reply: Reply): Message {
  const blocks = blocksOf(reply);
  return { text: plainText(blocks), blocks, reply };
}

function blocksOf(reply: Reply): Block[] {
  switch (reply.kind) {
    case 'brief':
      return briefBlocks(reply);
    case 'answer':
      return [...hitBlocks(reply), steps(reply)];
    case 'search':
      return hitBlocks(reply);
    case 'digest':
      return digestBlocks(reply);
    case 'nothing':
      return nothingBlocks(reply);
    case 'list':
      return listBlocks(reply);
    case 'note':
      return [...heading(reply.headline), ...items(reply), ...notes(reply.note)];
    case 'error':
      return notes(reply.note);
  }
}

function briefBlocks(reply: BriefReply): Block[] {
  const { headline, coverage, note, sources } = reply;
  return [
    ...heading(headline),
    ...notes(coverageLine(coverage)),
    ...arrange(reply),
    ...notes(note),
    { kind: 'sources', sources },
    steps(reply),
  ];
}

function hitBlocks({ coverage, points, unknownWords, note, sources }: AnswerReply | SearchReply): Block[] {
  return [
    ...notes(coverageLine(coverage)),
    ...quotes(points),
    ...notes(formatUnknown(unknownWords), note),
    { kind: 'sources', sources },
  ];
}

/** New material, between a line on the time it covers and lines on the editions around it. */
function digestBlocks(reply: DigestReply): Block[] {
  const { id, headline, window, points, sources, footer } = reply;
  const top = [...heading(headline), ...notes(window)];
  if (points.length === 0) return [...top, ...notes(...footer)];
  return [
    ...top,
    ...quotes(points),
    { kind: 'sources', sources },
    ...notes(...footer),
    ...(id === null ? [] : [steps(reply)]),
  ];
}

/** "Nothing in 5 documents answers this", the words found nowhere, and at most the nearest passages. */
function nothingBlocks({ coverage, unknownWords, nearest, sources, note }: NothingReply): Block[] {
  const unread = countUnread(coverage);
  const sentences = [
    note ?? nothingAnswers(coverage),
    unread === null ? null : `${unread}.`,
    formatUnknown(unknownWords),
    nearest.length > 0 ? 'Nearest:' : null,
  ];
  const text = sentences.filter((sentence) => sentence !== null).join(' ');
  return nearest.length === 0
    ? notes(text)
    : [...notes(text), ...quotes(nearest), { kind: 'sources', sources }];
}

function listBlocks(reply: ListReply): Block[] {
  const { headline, points, note, sources } = reply;
  return [
    ...heading(headline),
    ...quotes(points),
    ...items(reply),
    ...notes(note),
    ...(points.length > 0 ? [{ kind: 'sources', sources } as const] : []),
  ];
}

function heading(text: string | null): Block[] {
  return text === null ? [] : [{ kind: 'heading', text }];
}

function notes(...lines: readonly (string | null)[]): Block[] {
  return lines.filter((text) => text !== null).map((text) => ({ kind: 'note', text }));
}

function items({ items: all }: ListReply | NoteReply): Block[] {
  return all.length === 0 ? [] : [{ kind: 'items', items: all }];
}

function steps({ more }: { readonly more: boolean }): Block {
  return { kind: 'actions', ids: more ? ['more', 'sources'] : ['sources'] };
}

const MAX_UNKNOWN = 8; // words named; a pasted text may have hundreds

function formatUnknown(words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const named = words.slice(0, MAX_UNKNOWN).map((word) => `‘${echo(word)}’`);
  const more = words.length - named.length;
  return `Not found anywhere: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

/** Whether the points of a brief are arranged by date. */
export function isTimeline({ points }: BriefReply): boolean {
  return points.some(({ date, group }) => date !== null && !group);
}

function arrange(reply: BriefReply): Block[] {
  const { points } = reply;
  if (isTimeline(reply)) return timeline(points);
  return points.some(({ group }) => group) ? grouped(points) : quotes(points);
}

/** Puts a line above the points of each group; what differs says when it was said. */
function grouped(points: readonly Point[]): Block[] {
  return points.flatMap((point, at) => {
    const { group } = point;
    const opens = group && group.text !== points[at - 1]?.group?.text;
    const label = group?.speaker === null ? formatPointDate(point) : point.label;
    const quote = group ? { ...point, label, speaker: null } : point;
    return [...(opens ? [{ kind: 'group', text: group.text } as const] : []), ...quotes([quote])];
  });
}

/** Labels each point with its date; undated points follow under a line of their own. */
function timeline(points: readonly Point[]): Block[] {
  const dated = points.filter(({ date }) => date !== null);
  const undated = points.filter(({ date }) => date === null);
  const blocks = quotes(dated.map((point) => ({ ...point, label: formatPointDate(point) })));
  return undated.length === 0 ? blocks : [...blocks, ...notes('Undated:'), ...quotes(undated)];
}

function formatPointDate({ date, dateIsRelative }: Point): string {
  return `${formatDate(date)}${dateIsRelative ? ' (reported)' : ''}`;
}

function quotes(points: readonly Point[]): Block[] {
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
