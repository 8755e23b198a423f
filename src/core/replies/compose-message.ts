import { echo } from '../text/echo.ts';
import { readableDate } from '../text/readable-date.ts';
import { countDocuments, coverageLine } from './coverage.ts';
import type { Block, Message } from './message.ts';
import { plainText } from './plain-text.ts';
import type { Point, Reply } from './reply.ts';

/** Arranges a reply for reading. */
export function composeMessage(reply: Reply): Message {
  const blocks = BLOCKS[reply.kind === 'nothing' || reply.kind === 'digest' ? reply.kind : 'other'](reply);
  return { text: plainText(blocks), blocks, reply };
}

function replyBlocks(reply: Reply): Block[] {
  const blocks: Block[] = [];
  if (reply.headline !== null) blocks.push({ kind: 'heading', text: reply.headline });
  const answers = reply.kind !== 'list' && reply.points.length > 0;
  if (answers) blocks.push({ kind: 'note', text: coverageLine(reply.coverage) });
  blocks.push(...(isTimeline(reply) ? timeline(reply.points) : quotes(reply.points)));
  if (reply.items.length > 0) blocks.push({ kind: 'items', items: reply.items });
  if (answers && reply.unknownWords.length > 0)
    blocks.push({ kind: 'note', text: formatUnknown(reply.unknownWords) });
  if (reply.note !== null) blocks.push({ kind: 'note', text: reply.note });
  if (reply.points.length > 0) blocks.push({ kind: 'sources', sources: reply.sources });
  if (answers && reply.kind !== 'search') {
    blocks.push({ kind: 'actions', ids: reply.more ? ['more', 'sources'] : ['sources'] });
  }
  return blocks;
}

/** "Nothing in 5 documents answers this": what is missing, and at most the nearest there is. */
function nothingBlocks({ coverage, unknownWords, nearest, sources, note }: Reply): Block[] {
  const sentences = [note ?? `Nothing in ${countDocuments(coverage)} answers this.`];
  if (unknownWords.length > 0) sentences.push(formatUnknown(unknownWords));
  if (nearest.length > 0) sentences.push('Nearest:');
  const blocks: Block[] = [{ kind: 'note', text: sentences.join(' ') }, ...quotes(nearest)];
  return nearest.length > 0 ? [...blocks, { kind: 'sources', sources }] : blocks;
}

/** What is new, between a line on the time it covers and those on the editions around it. */
function digestBlocks({ id, headline, points, sources, note, more }: Reply): Block[] {
  const [first = '', ...rest] = (note ?? '').split('\n');
  const last: Block[] = rest.length > 0 ? [{ kind: 'note', text: rest.join('\n') }] : [];
  const heading: Block[] = headline === null ? [] : [{ kind: 'heading', text: headline }];
  const top: Block[] = [...heading, { kind: 'note', text: first }];
  if (points.length === 0) return [...top, ...last];
  const actions: Block[] =
    id === null ? [] : [{ kind: 'actions', ids: more ? ['more', 'sources'] : ['sources'] }];
  return [...top, ...quotes(points), { kind: 'sources', sources }, ...last, ...actions];
}

const BLOCKS = { nothing: nothingBlocks, digest: digestBlocks, other: replyBlocks } as const;

function formatUnknown(words: readonly string[]): string {
  const named = words.slice(0, MAX_UNKNOWN).map((word) => `‘${echo(word)}’`);
  const more = words.length - named.length;
  return `Not found anywhere: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

const MAX_UNKNOWN = 8; // words named; a long text pasted may hold hundreds

function isTimeline({ points }: Reply): boolean {
  return points.some(({ date }) => date !== null);
}

/** Each point after its date; what has none stands apart. */
function timeline(points: readonly Point[]): Block[] {
  const dated = points.filter(({ date }) => date !== null);
  const undated = points.filter(({ date }) => date === null);
  const blocks = quotes(dated.map((point) => ({ ...point, label: formatDate(point) })));
  return undated.length === 0
    ? blocks
    : [...blocks, { kind: 'note', text: 'Without a date:' }, ...quotes(undated)];
}

function formatDate({ date, dateIsRelative }: Point): string {
  return `${readableDate(date)}${dateIsRelative ? ' (reported)' : ''}`;
}

function quotes(points: readonly Point[]): Block[] {
  return points.map(({ text, citation, url, label, speaker, weak }) => ({
    kind: 'quote',
    text,
    citation,
    url,
    label,
    speaker: speaker !== null && text.includes(speaker) ? null : speaker,
    weak,
  }));
}
