import type { Cell, PdfLine } from './lines.ts';

const GUTTER = 1.2; // times the height of letters: the least width of the space between two columns of a table
const GUTTER_OF_TWO = 2; // the same in a table of two rows, as gaps in justified prose may stand below one another once
const EDGE = 0.4; // times the height of letters within which cells of a column begin or end
const BETWEEN = 2; // lines between two rows that continue a cell
const LEADING = 3; // times the height of letters: rows further apart are no table

/** A stretch of lines that are a table: `from` and `to` are places in the list, `to` exclusive. */
export interface TableStretch {
  readonly from: number;
  readonly to: number;
  /** The places of the lines at which its rows start. */
  readonly rows: ReadonlySet<number>;
}

/** Finds small tables among the lines of a page: rows whose cells stand below one another, with the lines that continue cells. */
export function findTables(lines: readonly PdfLine[]): TableStretch[] {
  const tables: TableStretch[] = [];
  for (let from = 0; from < lines.length; ) {
    const rows = rowsFrom(lines, from);
    const last = rows.at(-1) ?? from;
    const isTable = rows.length > 2 || (rows.length === 2 && gutterOf(lines, rows) >= GUTTER_OF_TWO);
    const to = isTable ? endOfRow(lines, last) : from + 1;
    if (isTable) tables.push({ from, to, rows: new Set(rows) });
    from = to;
  }
  return tables;
}

function rowsFrom(lines: readonly PdfLine[], from: number): number[] {
  const rows = [from];
  for (let row = lines[from], next: number | null = from; row && next !== null; ) {
    next = nextRow(lines, next);
    row = next === null ? undefined : lines[next];
    if (next !== null) rows.push(next);
  }
  return rows;
}

/** The row below a row, past lines that continue one of its cells. */
function nextRow(lines: readonly PdfLine[], at: number): number | null {
  const row = lines[at];
  if (!row) return null;
  for (let next = at + 1; next <= at + 1 + BETWEEN; next++) {
    const line = lines[next];
    const above = lines[next - 1];
    if (!line || !above || line.base >= above.base || above.base - line.base > line.size * LEADING)
      return null;
    if (sharedGutter(row, line) !== null) return next;
    if (!continuesCell(row, line)) return null;
  }
  return null;
}

/** Where the last row ends, with the lines below that continue a cell of a later column. */
function endOfRow(lines: readonly PdfLine[], at: number): number {
  const { cells = [], size = 0 } = lines[at] ?? {};
  const start = (cells[1]?.left ?? Number.POSITIVE_INFINITY) - size * EDGE;
  let to = at + 1;
  while ((lines[to]?.left ?? -1) >= start && isBelow(lines, to)) to++;
  return to;
}

function isBelow(lines: readonly PdfLine[], at: number): boolean {
  const [above, line] = [lines[at - 1], lines[at]];
  return (
    above !== undefined &&
    line !== undefined &&
    line.base < above.base &&
    above.base - line.base < line.size * LEADING
  );
}

function continuesCell({ cells = [], size }: PdfLine, line: PdfLine): boolean {
  return (
    line.cells === undefined &&
    cells.some(({ left }, at) => {
      const end = cells[at + 1]?.left ?? Number.POSITIVE_INFINITY;
      return line.left >= left - size * EDGE && line.right <= end - size * EDGE;
    })
  );
}

function gutterOf(lines: readonly PdfLine[], [first = 0, second = 0]: readonly number[]): number {
  const [row, next] = [lines[first], lines[second]];
  return row && next ? (sharedGutter(row, next) ?? 0) : 0;
}

/** The width, in heights of letters, of the widest space that two rows share before cells that stand below one another; null if they share none. */
function sharedGutter(row: PdfLine, next: PdfLine): number | null {
  const size = Math.max(row.size, next.size);
  const widths = gapsOf(row).flatMap((gap) =>
    gapsOf(next)
      .filter((other) => isAligned(gap.after, other.after, size))
      .map((other) => (Math.min(gap.to, other.to) - Math.max(gap.from, other.from)) / size),
  );
  const widest = Math.max(0, ...widths);
  return widest >= GUTTER ? widest : null;
}

interface Gap {
  readonly from: number;
  readonly to: number;
  readonly after: Cell;
}

function gapsOf({ cells = [] }: PdfLine): Gap[] {
  return cells.slice(1).map((after, at) => ({ from: cells[at]?.right ?? 0, to: after.left, after }));
}

function isAligned(cell: Cell, other: Cell, size: number): boolean {
  const near = size * EDGE;
  const middles = Math.abs(cell.left + cell.right - other.left - other.right) / 2;
  return (
    Math.abs(cell.left - other.left) < near || Math.abs(cell.right - other.right) < near || middles < near
  );
}
