import { displayable } from '../text/displayable.ts';
import { openingWords } from '../text/opening-words.ts';
import { readableDate } from '../text/readable-date.ts';
import type { Block, BlockAction } from './message.ts';
import type { Item, Source } from './reply.ts';

/** How the parts of a line are set. Every function gets displayable text and returns it in a platform's own way. */
export interface Style<Part> {
  heading(line: string): Part;
  /** A line of the bot's own. */
  note(line: string): Part;
  /** What stands beside: what is known of a source, or of an item of a list. */
  detail(part: string): Part;
  /** A speaker, or what an item of a list is called. */
  name(part: string): Part;
  quote(line: string): Part;
  /** `url` opens the source at the quotation, where there is one. */
  citation(mark: string, url: string | null): Part;
  label(label: string): Part;
  /** What stands between: spaces, and words of the bot. */
  between(text: string): Part;
}

/** The lines of one block, each as its parts. */
export function blockLines<Part>(block: Block, style: Style<Part>): Part[][] {
  switch (block.kind) {
    case 'heading':
      return [[style.heading(displayable(block.text))]];
    case 'note':
      return block.text.split('\n').map((line) => [style.note(displayable(line))]);
    case 'quote':
      return [quoteLine(block, style)];
    case 'sources':
      return block.sources.map((source) => sourceLine(source, style));
    case 'items':
      return block.items.map((item) => itemLine(item, style));
    case 'actions':
      return [[style.note(`Type ${block.ids.map((id) => ACTIONS[id]).join(', or ')}.`)]];
  }
}

const ACTIONS: Readonly<Record<BlockAction, string>> = {
  more: '“more” for more',
  sources: '“sources” for the sources in full',
};

type Quote = Extract<Block, { kind: 'quote' }>;

function quoteLine<Part>({ text, citation, url, label, speaker, weak }: Quote, style: Style<Part>): Part[] {
  return [
    ...(label === null ? [] : [style.label(`${displayable(label)}:`), style.between(' ')]),
    style.quote(inQuotes(displayable(text))),
    style.between(' '),
    ...(speaker === null ? [] : [style.name(displayable(speaker)), style.between(' ')]),
    style.citation(`[${citation}]`, url),
    ...(weak ? [style.between(' (weak)')] : []),
  ];
}

/** In quotation marks, kept apart from the text's own by a narrow space. */
function inQuotes(text: string): string {
  return `“${/^[“"]/.test(text) ? NARROW_SPACE : ''}${text}${/[”"]$/.test(text) ? NARROW_SPACE : ''}”`;
}

const NARROW_SPACE = '\u202F';
const MAX_TITLE = 48; // characters; the whole title is in the list of sources

/** `[1] NATO pivots to Asia · Nawaiwaqt · date unknown · also: news/nato-in-asia` */
function sourceLine<Part>(source: Source, style: Style<Part>): Part[] {
  const { number, url, title, publisher, published, copies } = source;
  const known = [openingWords(title, MAX_TITLE), publisher, readableDate(published), formatCopies(copies)];
  const detail = displayable(known.filter((part) => part !== null).join(' · '));
  return [style.citation(`[${number}]`, url), style.between(' '), style.detail(detail)];
}

const MAX_COPIES = 3; // named; a story may have run in dozens of places

function formatCopies(copies: Source['copies']): string | null {
  if (copies.length === 0) return null;
  const named = copies.slice(0, MAX_COPIES).join(', ');
  const more = copies.length - MAX_COPIES;
  return `also: ${named}${more > 0 ? ` and ${more} more` : ''}`;
}

function itemLine<Part>({ id, title, detail }: Item, style: Style<Part>): Part[] {
  return [
    style.label(displayable(id)),
    ...(id === title || title === '' ? [] : [style.between(' '), style.name(displayable(title))]),
    ...(detail === '' ? [] : [style.between(' '), style.detail(`· ${displayable(detail)}`)]),
  ];
}
