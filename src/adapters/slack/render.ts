import { formatTooLong } from '../../core/bot/interaction/notices.ts';
import { blockLines, citationParts, type Style } from '../../core/replies/block-lines.ts';
import type { Message, Block as MessageBlock } from '../../core/replies/message.ts';
import { LIMITS } from './limits.ts';
import { type Block, link, linkedNumber, plain, type Run, run, wordsOf } from './rich-text.ts';

const STYLE: Style<readonly Run[]> = {
  heading: (line) => run(line, 'bold'),
  group: (line) => run(line, 'bold'),
  note: (line) => run(line),
  detail: (part) => run(part),
  name: (part) => run(part),
  quote: (line) => run(line),
  marked: (part) => run(part, 'bold'),
  citation: link,
  label: (label) => run(label, 'bold'),
  between: (text) => run(text),
};

/** A line of a message, of which blocks are made. */
interface Line {
  readonly kind: 'heading' | 'note' | 'quote' | 'source' | 'plain';
  readonly runs: readonly Run[];
  /** The number of its block in the message. */
  readonly of: number;
}

// Room for the blocks of one message, as JSON; its buttons take the rest of what Slack accepts.
const ROOM = { characters: LIMITS.message - 2600, blocks: LIMITS.blocks - 4 };

/** A message as Slack's blocks, in pages that each fit one message; no line is on two of them. */
export function renderPages(message: Message): readonly (readonly Block[])[] {
  const pages: Line[][] = [];
  let size = 0;
  const lines = message.blocks.flatMap(linesOf);
  for (const [at, line] of lines.entries()) {
    const cost = costOf(line);
    const page = pages.at(-1);
    const below = message.blocks[line.of]?.kind === 'group' ? lines[at + 1] : undefined; // on the same page
    const needed = cost + (below ? costOf(below) : 0);
    if (page && size + needed <= ROOM.characters && page.length + (below ? 1 : 0) < ROOM.blocks) {
      page.push(line);
      size += cost;
    } else {
      pages.push([line]);
      size = cost;
    }
  }
  return pages.map((lines) => groupLines(lines).map(toBlock));
}

function costOf(line: Line): number {
  return JSON.stringify(toBlock([line])).length;
}

function linesOf(block: MessageBlock, of: number): Line[] {
  if (block.kind === 'actions') return []; // they are buttons
  const lines = blockLines(block, STYLE).map((parts) => parts.flat());
  return lines
    .filter((runs) => runs.length > 0)
    .flatMap((runs) => fitLine({ kind: kindOf(block), runs, of }, block));
}

function kindOf({ kind }: MessageBlock): Line['kind'] {
  if (kind === 'sources') return 'source';
  return kind === 'heading' || kind === 'note' || kind === 'quote' ? kind : 'plain';
}

/** A quotation is shown whole or not at all; anything else continues in another line. */
function fitLine(line: Line, block: MessageBlock): Line[] {
  const most = MOST[line.kind];
  if (JSON.stringify(toBlock([line])).length <= ROOM.characters && lengthOf(line) <= most) return [line];
  if (block.kind === 'quote') return [{ ...line, kind: 'plain', runs: tooLong(block) }];
  const text = line.runs.map(wordsOf).join('');
  const kind = line.kind === 'heading' ? 'plain' : line.kind;
  return pieces(text, LIMITS.context).map((piece) => ({ ...line, kind, runs: run(piece) }));
}

const MOST: Readonly<Record<Line['kind'], number>> = {
  ...{ heading: LIMITS.header, note: LIMITS.context, source: LIMITS.context },
  ...{ quote: ROOM.characters, plain: ROOM.characters },
};

function tooLong(block: Extract<MessageBlock, { kind: 'quote' }>): Run[] {
  return [...run(`${formatTooLong(block.text)} `, 'italic'), ...citationParts(block, STYLE).flat()];
}

function lengthOf({ runs }: Line): number {
  return runs.reduce((sum, each) => sum + wordsOf(each).length, 0);
}

/** Cut after words, else between code points. */
function pieces(text: string, most: number): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const space = rest.lastIndexOf(' ', most);
    const cut = space > most / 2 ? space : most - (/[\uD800-\uDBFF]$/.test(rest.slice(0, most)) ? 1 : 0);
    found.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return rest === '' ? found : [...found, rest];
}

/** Consecutive plain lines of a block become one block, with less space between them. */
function groupLines(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (line.kind === 'plain' && last?.[0]?.kind === 'plain' && last[0].of === line.of) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

function toBlock(lines: readonly Line[]): Block {
  const [first] = lines;
  const text = first?.runs.map(wordsOf).join('') ?? '';
  switch (first?.kind) {
    case 'heading':
      return { type: 'header', text: plain(text) };
    case 'source':
      return { type: 'context', elements: sourceElements(first.runs) };
    case 'note':
      return { type: 'context', elements: [plain(text)] };
    case 'quote':
      return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: first.runs }] };
    case 'plain':
    case undefined:
      return {
        type: 'rich_text',
        elements: lines.map(({ runs }) => ({ type: 'rich_text_section', elements: endLine(runs) })),
      };
  }
}

/** A source in small print: its number leads to it, and nothing in its title is read as markup. */
function sourceElements([number, ...about]: readonly Run[]): Extract<Block, { type: 'context' }>['elements'] {
  const text = about.map(wordsOf).join('').trim();
  if (number?.type !== 'link') return [plain(`${number ? wordsOf(number) : ''} ${text}`.trim())];
  return [linkedNumber(number), ...(text === '' ? [] : [plain(text)])];
}

function endLine(runs: readonly Run[]): readonly Run[] {
  return [...runs, ...run('\n')];
}
