import { SPACED } from './letter-spacing.ts';
import { writeLine } from './line-text.ts';
import type { Run } from './run.ts';

/** A line, or the part of one that stands in a column; measures are in points. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** The height of most of its letters. */
  readonly size: number;
  /** The place of its longest run among those of the page as they were drawn. */
  readonly order: number;
  /** The parts between which there is a wide gap, if there are several. */
  readonly cells?: readonly Cell[];
}

/** Where a part of a line stands, in points. */
export interface Cell {
  readonly left: number;
  readonly right: number;
}

const SPACED_APART = 2; // times that gap between words whose letters stand apart themselves
const APART = 0.75; // times the height of letters: a gap that may part columns; words of justified text are closer
const OVER = 0.5; // times the height of letters by which runs of a line may overlap
const ALIGNED = 0.3; // times the height of letters by which the runs of a line may be moved up or down
const RAISED = 0.75; // the same for smaller letters
const ROW = 4; // points

/** Joins the runs of each line that follow one another without a wide gap, however they were drawn. */
export function layLines(runs: readonly Run[]): PdfLine[] {
  const rows = new Map<number, Run[][]>();
  const lines: Run[][] = [];
  for (const run of [...runs].sort((a, b) => a.left - b.left || a.order - b.order)) {
    const row = Math.round(run.base / ROW);
    const reach = Math.ceil((run.size * RAISED) / ROW) + 2;
    const line = nearest(rowsAround(rows, row, reach), run);
    if (line) line.push(run);
    else lines.push([run]);
    const own = line ?? lines.at(-1) ?? [];
    const listed = rows.get(row) ?? [];
    if (!listed.includes(own)) rows.set(row, [...listed, own]);
  }
  return lines.map(toLine).filter(({ text }) => text !== '');
}

function rowsAround(rows: ReadonlyMap<number, Run[][]>, row: number, reach: number): Run[][] {
  const around: Run[][] = [];
  for (let at = row - reach; at <= row + reach; at++) around.push(...(rows.get(at) ?? []));
  return around;
}

/** The line that a run continues: the one that ends closest before it. */
function nearest(lines: readonly Run[][], run: Run): Run[] | null {
  let best: Run[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const last = line.at(-1);
    if (!last || !follows(last, run)) continue;
    const distance = Math.abs(run.left - last.right) + Math.abs(run.base - last.base);
    if (distance < least) [best, least] = [line, distance];
  }
  return best;
}

function follows(last: Run, run: Run): boolean {
  const size = Math.max(last.size, run.size);
  const gap = run.left - last.right;
  const spaced = SPACED.test(last.text) && SPACED.test(run.text);
  if (gap > size * APART * (spaced ? SPACED_APART : 1) || gap < -size * OVER) return false;
  const smaller = Math.min(last.size, run.size) < size * 0.85;
  return Math.abs(run.base - last.base) <= size * (smaller ? RAISED : ALIGNED);
}

function toLine(runs: readonly Run[]): PdfLine {
  const main = runs.reduce((longest, run) => (run.text.length > longest.text.length ? run : longest));
  const ordered =
    runs.filter(({ rightToLeft }) => rightToLeft).length * 2 > runs.length ? [...runs].reverse() : runs;
  return {
    text: writeLine(ordered, main),
    left: Math.min(...runs.map(({ left }) => left)),
    right: Math.max(...runs.map(({ right }) => right)),
    base: main.base,
    size: main.size,
    order: main.order,
  };
}

/** Whether a line stands to the right of another on the same height. */
export function continuesRow(before: PdfLine, line: PdfLine): boolean {
  const size = Math.min(before.size, line.size);
  return Math.abs(before.base - line.base) <= size * ALIGNED && line.left > before.right - size * OVER;
}
