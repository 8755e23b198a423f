import { formatTooLong } from '../../core/bot/interaction/notices.ts';
import { blockLines, citationParts, type Style } from '../../core/replies/block-lines.ts';
import type { Block, Message } from '../../core/replies/message.ts';
import type { Reply } from '../../core/replies/reply.ts';
import { LIMITS } from './limits.ts';
import { citation, escapeMarks } from './markdown.ts';

const ROOM = LIMITS.text - 50; // a line that says that there is more may be added

const STYLE: Style<string> = {
  heading: (line) => `### ${escapeMarks(line)}`,
  group: (line) => `**${escapeMarks(line)}**`,
  note: (line) => (line === '' ? '' : `-# ${escapeMarks(line)}`),
  detail: escapeMarks,
  name: escapeMarks,
  quote: escapeMarks,
  marked: (part) => `**${escapeMarks(part)}**`,
  citation,
  label: (label) => `**${escapeMarks(label)}**`,
  between: (text) => text,
};

const SAID: Style<string> = { ...STYLE, note: escapeMarks };

/** A message as Discord's Markdown, in pages that each fit one message; no line is on two of them. A heading may be given. */
export function renderPages(message: Message, heading: string | null = null): readonly string[] {
  const pages: string[] = [];
  const blocks = arrange(message, heading !== null);
  let page = heading === null ? '' : `### ${heading}`;
  for (const [at, block] of blocks.entries()) {
    const gap = gapBefore(block, blocks[at - 1]);
    for (const [nth, line] of linesOf(block, message).entries()) {
      const joint = nth === 0 ? gap : '\n';
      const length =
        joint.length + line.length + (block.kind === 'group' ? firstLine(blocks[at + 1], message) : 0);
      if (page !== '' && page.length + length > ROOM) {
        pages.push(page);
        page = '';
      }
      page = page === '' ? line : `${page}${joint}${line}`;
    }
  }
  return page === '' ? pages : [...pages, page];
}

/** Small print and lists stand close to what they belong to, everything else apart. */
function gapBefore({ kind }: Block, before: Block | undefined): string {
  const isClose = kind === 'note' ? before?.kind !== 'quote' : kind === 'items' && before?.kind === 'heading';
  return isClose ? '\n' : '\n\n';
}

/** The length of what a group stands above, which its line stays with. */
function firstLine(block: Block | undefined, message: Message): number {
  return (block && linesOf(block, message)[0]?.length) ?? 0;
}

/** The blocks in their order on Discord: a notification shows the first words, so small print is not first. */
function arrange({ blocks, reply }: Message, hasHeading: boolean): readonly Block[] {
  const [first, ...others] = blocks;
  const last = others.findLastIndex(({ kind }) => kind === 'quote');
  if (hasHeading || first?.kind !== 'note' || last < 0 || isSpoken(reply)) return blocks;
  return [...others.slice(0, last + 1), first, ...others.slice(last + 1)];
}

/** Whether a reply is what Dossier says itself: then its first sentence is no small print. */
function isSpoken({ kind }: Reply): boolean {
  return kind === 'nothing' || kind === 'note' || kind === 'error';
}

function linesOf(block: Block, { blocks, reply }: Message): readonly string[] {
  if (block.kind === 'actions') return []; // they are buttons
  const isSaid = isSpoken(reply) && block === blocks.find(({ kind }) => kind === 'note');
  const lines = blockLines(block, isSaid ? SAID : STYLE)
    .map((parts) => parts.join(''))
    .filter((line) => line !== '')
    .map((line) => (block.kind === 'sources' ? `-# ${line}` : line));
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
