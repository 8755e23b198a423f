import { echo } from '../text/echo.ts';
import { arrangePoints, quotes, quotesByDocument } from './arrange-points.ts';
import { countUnread, coverageLine, nothingAnswers } from './coverage.ts';
import type { Block, Message } from './message.ts';
import { plainText } from './plain-text.ts';
import type {
  AnswerReply,
  BriefReply,
  DigestReply,
  Item,
  ListReply,
  NoteReply,
  NothingReply,
  Reply,
  SearchReply,
} from './reply.ts';

/** How a reply is shown. */
interface Shown {
  /** How to go on from it where that is neither a word nor a button. */
  readonly goOn?: string | undefined;
  /** The same reply with the links that its readers get. */
  readonly shown?: Reply;
}

/** Arranges a reply for reading. */
export function composeMessage(reply: Reply, { goOn, shown = reply }: Shown = {}): Message {
  const blocks = blocksOf(shown).map((block) =>
    block.kind === 'actions' && block.text === undefined && goOn !== undefined
      ? { ...block, text: goOn }
      : block,
  );
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
      return [...heading(reply.headline), ...items(reply), ...notes(reply.note), ...confirmation(reply)];
    case 'error':
      return notes(reply.note);
  }
}

function briefBlocks(reply: BriefReply): Block[] {
  const { headline, coverage, note, sources } = reply;
  return [
    ...heading(headline),
    ...notes(coverageLine(coverage)),
    ...arrangePoints(reply),
    ...notes(note),
    { kind: 'sources', sources },
    steps(reply),
  ];
}

function hitBlocks({ coverage, points, unknownWords, note, sources }: AnswerReply | SearchReply): Block[] {
  return [
    ...notes(coverageLine(coverage)),
    ...quotes({ points, sources }),
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
    ...quotes({ points, sources }),
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
    : [...notes(text), ...quotes({ points: nearest, sources }), { kind: 'sources', sources }];
}

function listBlocks(reply: ListReply): Block[] {
  const { headline, points, note, sources } = reply;
  return [
    ...heading(headline),
    ...quotesByDocument({ points, sources }),
    ...items(reply.byTitle ? { items: reply.items.map(titled) } : reply),
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

function items({ items: all }: Pick<ListReply, 'items'>): Block[] {
  return all.length === 0 ? [] : [{ kind: 'items', items: all }];
}

/** An item under its title. One whose title another has too keeps its id. */
function titled(item: Item, _at: number, all: readonly Item[]): Item {
  const { id, title } = item;
  return all.some((other) => other !== item && other.title === title)
    ? { ...item, id: title, title: `(${id})` }
    : { ...item, id: title, title: '' };
}

function confirmation({ confirm }: NoteReply): Block[] {
  return confirm === null ? [] : [{ kind: 'actions', ids: [], text: confirm.how }];
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
