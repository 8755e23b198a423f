import { usualLeading } from './layout.ts';
import type { PdfLine } from './lines.ts';
import { findTables } from './table-rows.ts';

const APART = 1.35; // times the usual line distance that separates paragraphs
const DOUBLE = 1.8; // times the height of letters, after a finished sentence
const OTHER_SIZE = 1.15; // times the other line's letters
const INDENT = 0.8; // times the height of letters
const SHORT = 0.8; // of the widest line around it in its column
const AROUND = 8; // lines
const SLACK = 2; // times the height of letters: no line of a paragraph is left so short
const BESIDE = 3; // times the height of letters: lines of a column begin no further apart
const ENDED = /[.!?:…。！？][”’"'»)\]]*$/u;
// Some bullets of symbol fonts have no character of their own.
const ITEM =
  /^(?:(?:[•▪‣◦●■–—*\uF0B7\uF0A7\uF0D8\uF076\uF06E\uF0A8-]|\(?(?:\d{1,3}|[a-z])[.)])\s|\d{1,3}[.)]\p{L}{2})/u;

/** Divides the lines of a page into paragraphs; each row of a table is one. `leading` is the usual distance of lines. */
export function splitParagraphs<Line extends PdfLine>(
  lines: readonly Line[],
  leading = usualLeading(lines),
): Line[][] {
  const tables = findTables(lines);
  const paragraphs: Line[][] = [];
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    const table = tables.find(({ from, to }) => at >= from && at <= to);
    const edges = {
      right: above ? rightEdge(around(lines, at - 1), above) : 0,
      near: rightEdge(lines.slice(at, at + 2), line),
    };
    const layout = { leading, ...edges, first: paragraphs.at(-1)?.[0] };
    const starts = table
      ? table.rows.has(at) || at === table.to
      : above && startsParagraph(above, line, layout);
    if (!above || starts) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs;
}

function around(lines: readonly PdfLine[], at: number): readonly PdfLine[] {
  return lines.slice(Math.max(0, at - AROUND), at + AROUND);
}

/** How far those of some lines reach that begin where one does: those of its column. */
function rightEdge(lines: readonly PdfLine[], { left, size }: PdfLine): number {
  return lines
    .filter((line) => Math.abs(line.left - left) < size * BESIDE)
    .reduce((most, { right }) => Math.max(most, right), 0);
}

interface Layout {
  readonly leading: number;
  readonly right: number;
  /** The same of the line and the next. */
  readonly near: number;
  /** The first line of the paragraph above. */
  readonly first: PdfLine | undefined;
}

function startsParagraph(above: PdfLine, line: PdfLine, { leading, right, near, first }: Layout): boolean {
  const distance = above.base - line.base;
  const ended = ENDED.test(above.text);
  if (distance < -line.size) return !continues(above, line); // the next column
  if (Math.max(above.size, line.size) > Math.min(above.size, line.size) * OTHER_SIZE) return true;
  if (ITEM.test(line.text) || distance > leading * APART) return true;
  const outside = first && ITEM.test(first.text) && line.left < first.left - line.size * INDENT;
  if (outside && !continues(above, line)) return true;
  if (ended && distance > line.size * DOUBLE) return true;
  if (line.left > above.left + line.size * INDENT && ended) return true;
  if (ended && above.right - above.left < (right - above.left) * SHORT) return true;
  return breaksEarly(above, line, near);
}

/** Whether a line ends though the first word of the next, which may begin a sentence, would have fitted where that ends. */
function breaksEarly(above: PdfLine, line: PdfLine, right: number): boolean {
  const [word = ''] = line.text.split(' ', 1);
  const width = ((line.right - line.left) / Math.max(1, line.text.length)) * (word.length + 1);
  const couldBegin = /^[\p{Lu}\d“"(]/u.test(line.text) && !/[-–—]$/.test(above.text);
  return couldBegin && above.right + width + line.size * SLACK < right;
}

/** Whether a sentence continues in the next column or on the next page. */
export function continues(above: PdfLine, line: PdfLine): boolean {
  return !ENDED.test(above.text) && /^\p{Ll}/u.test(line.text) && !ITEM.test(line.text);
}
