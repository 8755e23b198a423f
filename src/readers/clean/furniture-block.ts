import type { LineKind, PageLine } from './furniture-lines.ts';
import { isListItem } from './furniture-patterns.ts';

/** A run of lines: `from` and `to` are indices, `to` exclusive. */
export interface Block {
  readonly from: number;
  readonly to: number;
}

const MAX_GAIN = 60; // words of a paragraph that count, so that no single one outweighs a page
const STATEMENT = 12; // words from which a mostly lower-case line is kept without a full stop
const STATEMENT_GAIN = 4;
const ENOUGH = 40; // words of article before the comments, after which no article continues
const LEAD = 8; // lines at a block's top among which a byline may follow a standfirst or caption
const TAIL = 3; // lines at a block's end that may be notes on the author
const BOX = 6; // the most links in a box under an article's opening sentence
const LIST = 3; // items from which a list after the last paragraph is the article's own

const COSTS: Readonly<Record<Exclude<LineKind, 'prose'>, number>> = {
  fragment: 5,
  cut: 5,
  link: 5,
  pointer: 5,
  credit: 5,
  caption: 5,
  repeat: 5,
  byline: 8,
  control: 10,
  call: 10,
  'teaser-end': 10,
  section: 15,
  teaser: 30,
  note: 40,
  comments: 60,
};

/** An article's block; `end` is where the comments start, or the page's end. */
export interface Article extends Block {
  readonly end: number;
}

/** Finds the article: the run of lines with the most words of prose and the least of everything else. */
export function findArticle(lines: readonly PageLine[]): Article {
  const block = findDensest(lines);
  const from = reachBack(lines, skipLead(lines, block));
  return { from, to: addList(lines, dropNotes(lines, { from, to: block.to })), end: block.end };
}

function findDensest(lines: readonly PageLine[]): Article {
  let best = { from: 0, to: 0, sum: 0 };
  let from = 0;
  let sum = 0;
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'comments' && best.sum > ENOUGH) return { from: best.from, to: best.to, end: index };
    if (sum <= 0) {
      sum = 0;
      from = index;
    }
    sum += gainOf(line);
    if (sum > best.sum) best = { from, to: index + 1, sum };
  }
  return { from: best.from, to: best.to, end: lines.length };
}

function gainOf(line: PageLine): number {
  if (line.kind === 'prose') return Math.min(line.words, MAX_GAIN);
  if (line.kind === 'fragment' && line.words >= STATEMENT && isSentenceCase(line.text)) return STATEMENT_GAIN;
  return -COSTS[line.kind];
}

function isGain(line: PageLine | undefined): boolean {
  return line !== undefined && gainOf(line) > 0;
}

function isSentenceCase(text: string): boolean {
  const small = text.match(/(?:^|\s)\p{Ll}/gu)?.length ?? 0;
  const capital = text.match(/(?:^|\s)\p{Lu}/gu)?.length ?? 0;
  return small > capital;
}

function skipLead(lines: readonly PageLine[], block: Block): number {
  let start = block.from;
  let paragraphs = 0;
  for (let at = block.from; at < Math.min(block.to, block.from + LEAD); at++) {
    const kind = lines[at]?.kind;
    if (kind === 'byline') start = at + 1;
    if (kind === 'prose' && ++paragraphs > 1) break;
  }
  return start;
}

/** An opening sentence too short to outweigh the box of links under it still belongs to the article. */
function reachBack(lines: readonly PageLine[], from: number): number {
  let at = from;
  while (lines[at - 1]?.kind === 'link' && from - at < BOX) at--;
  const opening = lines[at - 2];
  const found = lines[at - 1]?.kind === 'section' && opening?.kind === 'prose' && opening.words >= STATEMENT;
  return found ? at - 2 : from;
}

function dropNotes(lines: readonly PageLine[], block: Block): number {
  let end = block.to;
  for (let at = block.to - 1; at > block.from && at >= block.to - TAIL; at--)
    if (lines[at]?.kind === 'note') end = at;
  while (end > block.from && !isGain(lines[end - 1])) end--;
  return end;
}

function addList(lines: readonly PageLine[], end: number): number {
  const headed = lines[end]?.kind === 'fragment' && !isItem(lines[end]);
  const start = headed ? end + 1 : end;
  let at = start;
  while (isItem(lines[at])) at++;
  return at - start >= LIST ? at : end;
}

function isItem(line: PageLine | undefined): boolean {
  return line !== undefined && ['fragment', 'prose', 'byline'].includes(line.kind) && isListItem(line.text);
}
