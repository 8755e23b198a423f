import { cleanCell, joinCell, MOST_COLUMNS, widen } from './columns.ts';
import type { FoundTable } from './found-table.ts';

const RULE = /^\+[-=]{2,}(?:\+[-=]{2,})*\+\s*$/;
const LONGEST = 80; // characters of a cell that is repeated in each row over which it spreads

/** A cell, which several rows have if it spreads over them; null if the one to its left spreads over it. */
type GridCell = { text: string } | null;

/** Reads a table in which `+---+---+` stands between rows, `|` between cells. */
export function readGrid(lines: readonly string[], from: number): FoundTable | null {
  const top = lines[from] ?? '';
  if (!RULE.test(top) || top.split('+').length > MOST_COLUMNS) return null;
  let end = from;
  while (/^[+|]/.test(lines[end] ?? '')) end++;
  const rows = readRows(lines.slice(from, end).map(widen));
  return {
    rows: rows.map((row, at) => row.map((cell, column) => textOf(cell, rows[at - 1]?.[column]))),
    end,
  };
}

function textOf(cell: GridCell, above: GridCell | undefined): string | null {
  return cell && cell === above && cell.text.length > LONGEST ? '' : (cell?.text ?? null);
}

function readRows(lines: readonly string[]): GridCell[][] {
  const edges = findEdges(lines);
  const rows: GridCell[][] = [];
  let [rule = ''] = lines;
  let inside: string[] = [];
  const close = () => {
    if (inside.length > 0) rows.push(readRow([rule, ...inside], edges, rows.at(-1) ?? []));
    inside = [];
  };
  for (const line of lines.slice(1)) {
    if (edges.some((edge, at) => line[edge] === '+' && isRuled(line, edge, edges[at + 1]))) {
      close();
      rule = line;
    } else inside.push(line);
  }
  close();
  return rows;
}

/** The columns at which any rule has a corner. */
function findEdges(lines: readonly string[]): readonly number[] {
  const edges = new Set<number>();
  for (const line of lines.filter((each) => /^\+|\+\s*$/.test(each)))
    for (const { index } of line.matchAll(/(?<=[-=])\+|\+(?=[-=])/g)) edges.add(index);
  return [...edges].sort((one, other) => one - other).slice(0, MOST_COLUMNS);
}

function isRuled(line: string, from: number, to: number | undefined): boolean {
  return to !== undefined && /^[-=]+$/.test(line.slice(from + 1, to));
}

/** One row, below its rule. A cell goes on from the row above where it has no rule above it. */
function readRow(
  [rule = '', ...inside]: readonly string[],
  edges: readonly number[],
  above: readonly GridCell[],
): GridCell[] {
  const isCut = edges.map((edge) => inside.every((line) => line[edge] === '|' || line[edge] === '+'));
  return edges.slice(0, -1).map((edge, at) => {
    if (at > 0 && !isCut[at]) return null;
    const next = isCut.indexOf(true, at + 1);
    const goesOn = isRuled(rule, edge, edges[at + 1]) ? null : above[at];
    const cell = goesOn ?? { text: '' };
    const lines = goesOn ? [rule, ...inside] : inside;
    for (const line of lines)
      cell.text = joinCell(cell.text, cleanCell(line.slice(edge + 1, next === -1 ? undefined : edges[next])));
    return cell;
  });
}
