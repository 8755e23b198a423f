import { findColumns } from './columns.ts';
import { type Cell, continuesRow, type PdfLine } from './lines.ts';

const JUMPS = 0.2; // of a page's lines that may be drawn above the one before; with more, they were drawn in any order
const ROW = 0.3; // times the height of letters

/** Puts the lines of a page in reading order: columns of prose one after the other, all else as it was drawn. */
export function orderLines(lines: readonly PdfLine[]): PdfLine[] {
  return joinRows(order(lines, 0));
}

const DEPTH = 12; // columns within columns, and stretches of a page with columns

function order(lines: readonly PdfLine[], depth: number): readonly PdfLine[] {
  const columns = depth < DEPTH ? findColumns(lines) : null;
  if (!columns) return asDrawn(lines);
  return [
    ...order(columns.above, depth + 1),
    ...orderColumn(columns.left, depth + 1),
    ...orderColumn(columns.right, depth + 1),
    ...order(columns.below, depth + 1),
  ];
}

/** In a column of prose, the lines' places tell their order for sure. */
function orderColumn(lines: readonly PdfLine[], depth: number): readonly PdfLine[] {
  return depth < DEPTH && findColumns(lines) ? order(lines, depth) : byRows(lines);
}

function asDrawn(lines: readonly PdfLine[]): readonly PdfLine[] {
  const drawn = [...lines].sort((a, b) => a.order - b.order);
  const jumps = drawn.filter(
    (line, at) => at > 0 && line.base > (drawn[at - 1]?.base ?? 0) + line.size,
  ).length;
  return jumps > Math.max(2, lines.length * JUMPS) ? byRows(lines) : drawn;
}

/** Top to bottom, and left to right on the same height. */
function byRows(lines: readonly PdfLine[]): readonly PdfLine[] {
  const rows: PdfLine[][] = [];
  for (const line of [...lines].sort((a, b) => b.base - a.base)) {
    const row = rows.at(-1);
    if (row?.[0] && row[0].base - line.base <= Math.min(row[0].size, line.size) * ROW) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.left - b.left));
}

/** Joins the parts of a line that no column parts. */
function joinRows(lines: readonly PdfLine[]): PdfLine[] {
  const joined: PdfLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && continuesRow(last, line)) joined.splice(-1, 1, merge(last, line));
    else joined.push(line);
  }
  return joined;
}

function merge(last: PdfLine, line: PdfLine): PdfLine {
  const main = line.text.length > last.text.length ? line : last;
  return {
    ...main,
    text: `${last.text} ${line.text}`,
    left: last.left,
    right: Math.max(last.right, line.right),
    cells: [...(last.cells ?? [cellOf(last)]), ...(line.cells ?? [cellOf(line)])],
  };
}

function cellOf({ left, right }: PdfLine): Cell {
  return { left, right };
}
