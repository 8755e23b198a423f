import { openingWords } from '../corpus/document.ts';
import { readableDate } from './dates.ts';
import { displayable } from './displayable.ts';
import type { Action, Block } from './message.ts';
import type { Item, Source } from './reply.ts';

/** How the parts of a message are set. Every function gets one line, or a part of one, and returns it styled. */
export interface Style {
  heading(line: string): string;
  note(line: string): string;
  /** What stands beside: what is known of a source, or of an item of a list. */
  detail(part: string): string;
  /** A speaker, or what an item of a list is called. */
  name(part: string): string;
  quote(line: string): string;
  /** `url` opens the source at the quotation, where there is one. */
  citation(mark: string, url: string | null): string;
  label(label: string): string;
}

const PLAIN: Style = {
  heading: (line) => line,
  note: (line) => line,
  detail: (part) => part,
  name: (part) => part,
  quote: (line) => line,
  citation: (mark) => mark,
  label: (label) => label,
};

/** A message as plain text, parts apart by an empty line where that helps reading. */
export function plainText(blocks: readonly Block[], style: Style = PLAIN): string {
  return blocks
    .map((block, at) => {
      const lines = blockLines(block, style).join('\n');
      return at > 0 && startsParagraph(block, blocks[at - 1]) ? `\n${lines}` : lines;
    })
    .join('\n');
}

function startsParagraph(block: Block, before: Block | undefined): boolean {
  return block.kind !== before?.kind && !(before?.kind === 'heading' && block.kind === 'note');
}

/** The lines of one block. */
export function blockLines(block: Block, style: Style): string[] {
  switch (block.kind) {
    case 'heading':
      return [style.heading(displayable(block.text))];
    case 'note':
      return block.text.split('\n').map((line) => style.note(displayable(line)));
    case 'quote':
      return [quoteLine(block, style)];
    case 'sources':
      return block.sources.map(
        (source) => `${style.citation(`[${source.number}]`, source.url)} ${style.detail(sourceLine(source))}`,
      );
    case 'items':
      return block.items.map((item) => itemLine(item, style));
    case 'actions':
      return [style.note(`Type ${block.ids.map((id) => ACTIONS[id]).join(', or ')}.`)];
  }
}

const ACTIONS: Readonly<Record<Action, string>> = {
  more: '“more” for more',
  sources: '“sources” for the sources in full',
};

function quoteLine(
  { text, citation, url, label, speaker, weak }: Extract<Block, { kind: 'quote' }>,
  style: Style,
): string {
  const before = label === null ? '' : `${style.label(`${displayable(label)}:`)} `;
  const after = [
    speaker === null ? null : style.name(displayable(speaker)),
    style.citation(`[${citation}]`, url),
    weak ? '(weak)' : null,
  ];
  return `${before}${style.quote(inQuotes(displayable(text)))} ${after.filter((part) => part !== null).join(' ')}`;
}

/** In quotation marks, kept apart from the text's own by a narrow space. */
function inQuotes(text: string): string {
  return `“${/^[“"]/.test(text) ? NARROW_SPACE : ''}${text}${/[”"]$/.test(text) ? NARROW_SPACE : ''}”`;
}

const NARROW_SPACE = '\u202F';
const MAX_TITLE = 48; // characters; the whole title is in the list of sources

/** `NATO pivots to Asia · Nawaiwaqt · date unknown` */
function sourceLine({ title, publisher, published }: Source): string {
  const parts = [openingWords(title, MAX_TITLE), publisher, readableDate(published)];
  return displayable(parts.filter((part) => part !== null).join(' · '));
}

function itemLine({ id, title, detail }: Item, style: Style): string {
  const name = id === title || title === '' ? '' : ` ${style.name(displayable(title))}`;
  return `${style.label(displayable(id))}${name}${detail === '' ? '' : ` ${style.detail(`· ${displayable(detail)}`)}`}`;
}
