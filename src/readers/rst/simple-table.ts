import type { Row } from '../clean/table-blocks.ts';
import { cleanCell, joinCell, MOST_COLUMNS, widen } from './columns.ts';
import type { FoundTable } from './found-table.ts';
import { isBlank } from './lines.ts';

const RULE = /^={2,}(?: +={2,})+\s*$/;
const UNDERLINE = /^-[-\s]*$/; // below cells that spread over several columns

/**
 * Reads a table in which `==== ====` stands above, below and under the head; its gaps part the columns. A row without a
 * first cell goes on. Without a rule below, the table ends with the first empty line.
 */
export function readSimple(lines: readonly string[], from: number): FoundTable | null {
  const top = lines[from] ?? '';
  const starts = RULE.test(top) ? startsOf(top, /=+/g) : [];
  if (starts.length === 0 || starts.length > MOST_COLUMNS) return null;
  const rows: (string | null)[][] = [];
  let closing = from;
  let rules = 1;
  let at = from + 1;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (RULE.test(line)) {
      rules++;
      if (rules === 3 || isBlank(lines[at + 1])) return { rows, end: at + 1 };
    } else if (isBlank(line)) {
      if (at > closing) closing = closingRule(lines, at, starts);
      if (closing === -1 || lines[closing]?.trimEnd() !== top.trimEnd()) break;
    } else if (!UNDERLINE.test(line)) addCells(rows, cutCells(line, lines[at + 1] ?? '', starts));
  }
  return { rows, end: at };
}

function startsOf(line: string, column: RegExp): number[] {
  return [...line.matchAll(column)].map(({ index }) => index);
}

/** Where the next rule stands; -1 if anything before it has text between the columns. */
function closingRule(lines: readonly string[], from: number, starts: readonly number[]): number {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (RULE.test(line)) return at;
    if (!isBlank(line) && !fits(widen(line), starts) && !UNDERLINE.test(lines[at + 1] ?? '')) return -1;
  }
  return -1;
}

function fits(line: string, starts: readonly number[]): boolean {
  return starts.every((start) => start === 0 || (line[start - 1] ?? ' ') === ' ');
}

/** The cells of a line; the rule below it says which of them spread. */
function cutCells(line: string, below: string, starts: readonly number[]): Row {
  const wide = widen(line);
  const spans = UNDERLINE.test(below) ? startsOf(below, /-+/g) : starts;
  return starts
    .filter((start) => start < wide.length)
    .map((start) => {
      const at = spans.indexOf(start);
      return at === -1 ? null : wide.slice(start, spans[at + 1]);
    });
}

function addCells(rows: (string | null)[][], cells: Row): void {
  const last = isBlank(cells[0] ?? '') ? rows.at(-1) : undefined;
  if (!last) rows.push(cells.map((cell) => cell && cleanCell(cell)));
  else for (const [at, cell] of cells.entries()) last[at] = joinCell(last[at] ?? '', cleanCell(cell ?? ''));
}
