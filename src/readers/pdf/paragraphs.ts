import { usualLeading } from './layout.ts';
import type { PdfLine } from './lines.ts';
import { findTables } from './table-rows.ts';

const APART = 1.35; // times the usual line distance that separates paragraphs
const DOUBLE = 1.8; // times the height of letters, after a finished sentence
const OTHER_SIZE = 1.15; // times the other line's letters
const INDENT = 0.8; // times the height of letters
const SHORT = 0.8; // of the widest line around it in its column
const AROUND = 8; // lines
const BESIDE = 3; // times the height of letters: lines of a column begin no further apart
const ENDED = /[.!?:…。！？][”’"'»)\]]*$/u;
// Some bullets of symbol fonts have no character of their own.
const ITEM = /^(?:[•▪‣◦●■–—*\uF0B7\uF0A7\uF0D8\uF076\uF06E\uF0A8-]|\(?(?:\d{1,3}|[a-z])[.)])\s/u;

/** Divides the lines of a page into paragraphs; each row of a table is one. */
export function splitParagraphs(lines: readonly PdfLine[]): PdfLine[][] {
  const leading = usualLeading(lines);
  const tables = findTables(lines);
  const paragraphs: PdfLine[][] = [];
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    const table = tables.find(({ from, to }) => at >= from && at <= to);
    const layout = { leading, right: rightEdge(lines, at - 1), first: paragraphs.at(-1)?.[0] };
    const starts = table
      ? table.rows.has(at) || at === table.to
      : above && startsParagraph(above, line, layout);
    if (!above || starts) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs;
}

/** How far the lines around one reach that begin where it does: those of its column. */
function rightEdge(lines: readonly PdfLine[], at: number): number {
  const left = lines[at]?.left ?? 0;
  return lines
    .slice(Math.max(0, at - AROUND), at + AROUND)
    .filter((line) => Math.abs(line.left - left) < line.size * BESIDE)
    .reduce((most, { right }) => Math.max(most, right), 0);
}

interface Layout {
  readonly leading: number;
  readonly right: number;
  /** The first line of the paragraph above. */
  readonly first: PdfLine | undefined;
}

function startsParagraph(above: PdfLine, line: PdfLine, { leading, right, first }: Layout): boolean {
  const distance = above.base - line.base;
  const ended = ENDED.test(above.text);
  if (distance < -line.size) return !continues(above, line); // the next column
  if (Math.max(above.size, line.size) > Math.min(above.size, line.size) * OTHER_SIZE) return true;
  if (ITEM.test(line.text) || distance > leading * APART) return true;
  const outside = first && ITEM.test(first.text) && line.left < first.left - line.size * INDENT;
  if (outside && !continues(above, line)) return true;
  if (ended && distance > line.size * DOUBLE) return true;
  if (line.left > above.left + line.size * INDENT && ended) return true;
  return ended && above.right - above.left < (right - above.left) * SHORT;
}

/** Whether a sentence continues in the next column or on the next page. */
export function continues(above: PdfLine, line: PdfLine): boolean {
  return !ENDED.test(above.text) && /^\p{Ll}/u.test(line.text) && !ITEM.test(line.text);
}
