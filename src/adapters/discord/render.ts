import { formatTooLong } from '../../core/bot/interaction/notices.ts';
import { blockLines, citationParts, type Style } from '../../core/replies/block-lines.ts';
import type { Block, Message } from '../../core/replies/message.ts';
import { LIMITS } from './limits.ts';
import { escapeMarks, link } from './markdown.ts';

const ROOM = LIMITS.text - 50; // a line that says that there is more may be added

const STYLE: Style<string> = {
  heading: (line) => `### ${escapeMarks(line)}`,
  group: (line) => `**${escapeMarks(line)}**`,
  note: (line) => (line === '' ? '' : `-# ${escapeMarks(line)}`),
  detail: escapeMarks,
  name: escapeMarks,
  quote: escapeMarks,
  citation: (mark, url) => link(mark.slice(1, -1), url),
  label: (label) => `**${escapeMarks(label)}**`,
  between: (text) => text,
};

/** A message as Discord's Markdown, in pages that each fit one message; no line is on two of them. A first line of Markdown may be given. */
export function renderPages(message: Message, first: string | null = null): readonly string[] {
  const pages: string[] = [];
  let page = first === null ? '' : `-# ${first}`;
  for (const [at, block] of message.blocks.entries()) {
    const gap = block.kind === 'note' ? '\n' : '\n\n';
    for (const [nth, line] of linesOf(block).entries()) {
      const joint = nth === 0 ? gap : '\n';
      const length =
        joint.length + line.length + (block.kind === 'group' ? firstLine(message.blocks[at + 1]) : 0);
      if (page !== '' && page.length + length > ROOM) {
        pages.push(page);
        page = '';
      }
      page = page === '' ? line : `${page}${joint}${line}`;
    }
  }
  return page === '' ? pages : [...pages, page];
}

/** The length of what a group stands above, which its line stays with. */
function firstLine(block: Block | undefined): number {
  return (block && linesOf(block)[0]?.length) ?? 0;
}

function linesOf(block: Block): readonly string[] {
  if (block.kind === 'actions') return []; // they are buttons
  const lines = blockLines(block, STYLE)
    .map((parts) => parts.join(''))
    .filter((line) => line !== '');
  if (block.kind !== 'quote') return lines.flatMap(divide);
  const [line = ''] = lines.map((each) => `> ${each}`);
  return line.length <= ROOM ? [line] : [tooLong(block)];
}

/** The line in place of a quotation that fits no page. */
function tooLong(block: Extract<Block, { kind: 'quote' }>): string {
  const cite = (url: string | null) => citationParts({ ...block, url }, STYLE).join('');
  const mark = cite(block.url);
  return `-# ${formatTooLong(block.text)} ${mark.length < ROOM / 2 ? mark : cite(null)}`;
}

/** Cuts lines that are no quotation after a word if they are too long. */
function divide(line: string): readonly string[] {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > ROOM) {
    const cut = placeToCut(rest.slice(0, ROOM));
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return [...pieces, rest];
}

/** After the last word, otherwise between two code points, never after the backslash of a mark. */
function placeToCut(text: string): number {
  const word = text.lastIndexOf(' ');
  if (word > text.length / 2) return word;
  return text.length - (/(?:[\uD800-\uDBFF]|(?<!\\)(?:\\\\)*\\)$/.exec(text)?.[0].length ?? 0);
}
