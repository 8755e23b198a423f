import type { PdfLine } from './lines.ts';
import { isProse } from './prose.ts';
import { isDrawnAsTable } from './table.ts';

/** Two columns of prose (the right one may be several), and the lines above and below them. */
export interface Columns {
  readonly above: readonly PdfLine[];
  readonly left: readonly PdfLine[];
  readonly right: readonly PdfLine[];
  readonly below: readonly PdfLine[];
}

const LEAST = 3; // lines of a column
const GUTTER = 0.7; // times the height of letters: the least width of the space between columns
const EDGE = 2; // points within which the lines of a column begin
const TRIED = 24; // edges

/** Finds the longest stretch of a page where prose stands in columns; null if there is none. */
export function findColumns(lines: readonly PdfLine[]): Columns | null {
  if (lines.length < LEAST * 2) return null;
  const sorted = [...lines].sort((a, b) => b.base - a.base || a.left - b.left);
  let best: Columns | null = null;
  for (const edge of leftEdges(sorted))
    for (const columns of stretches(sorted, edge))
      if (countLines(columns) > countLines(best) && areColumns(columns)) best = columns;
  return best;
}

function countLines(columns: Columns | null): number {
  return columns ? columns.left.length + columns.right.length : 0;
}

/** Where several lines begin, the most frequent first. */
function leftEdges(lines: readonly PdfLine[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const { left } of lines) {
    const near = Math.floor(left / EDGE);
    counts.set(near, (counts.get(near) ?? 0) + 1);
  }
  const near = (at: number) => (counts.get(at - 1) ?? 0) + (counts.get(at) ?? 0) + (counts.get(at + 1) ?? 0);
  return [...counts.keys()]
    .filter((at) => near(at) >= LEAST)
    .sort((a, b) => near(b) - near(a))
    .slice(0, TRIED)
    .map((at) => at * EDGE);
}

/** Divides the lines at those that cross the space before an edge. */
function* stretches(lines: readonly PdfLine[], edge: number): Generator<Columns> {
  let from = 0;
  for (let at = 0; at <= lines.length; at++) {
    const line = lines[at];
    if (line && !crosses(line, edge)) continue;
    if (at - from >= LEAST * 2) yield* divide(lines, edge, [from, at]);
    from = at + 1;
  }
}

function crosses({ left, right, size }: PdfLine, edge: number): boolean {
  return left < edge - EDGE && right > edge - size * GUTTER;
}

function* divide(
  lines: readonly PdfLine[],
  edge: number,
  [from, to]: readonly [number, number],
): Generator<Columns> {
  const within = lines.slice(from, to);
  const isRight = ({ left }: PdfLine) => left >= edge - EDGE;
  const right = within.filter(isRight);
  const left = within.filter((line) => !isRight(line));
  const top = Math.min(left[0]?.base ?? 0, right[0]?.base ?? 0);
  const early = (line: PdfLine) => line.base > top + line.size && !isRight(line) !== (left[0]?.base === top);
  const lone = within.filter(early);
  const few = lone.length <= 2 ? new Set(lone) : new Set<PdfLine>();
  yield {
    above: [...lines.slice(0, from), ...few],
    left: left.filter((line) => !few.has(line)),
    right: right.filter((line) => !few.has(line)),
    below: lines.slice(to),
  };
}

function areColumns({ left, right }: Columns): boolean {
  if (left.length < LEAST || right.length < LEAST || !standSideBySide(left, right)) return false;
  return isProse(left) && isProse(right) && !isDrawnAsTable(left, right);
}

const BESIDE = 0.5; // of the shorter column's height

function standSideBySide(left: readonly PdfLine[], right: readonly PdfLine[]): boolean {
  const shared = Math.min(topOf(left), topOf(right)) - Math.max(bottomOf(left), bottomOf(right));
  return shared >= Math.min(topOf(left) - bottomOf(left), topOf(right) - bottomOf(right)) * BESIDE;
}

function topOf(lines: readonly PdfLine[]): number {
  return lines[0]?.base ?? 0;
}

function bottomOf(lines: readonly PdfLine[]): number {
  return lines.at(-1)?.base ?? 0;
}
