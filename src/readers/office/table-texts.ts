import type { Block, Cell, Row, Table } from './blocks.ts';
import { countHeaderRows } from './table-header.ts';

const MAX_CELL = { paragraphs: 4, characters: 400 }; // beyond them a cell is part of a page's layout

/**
 * The texts of a table: each row is a line, its cells parted by bars and named by the header where there is one. What is
 * laid out by a table without being one is set apart like other paragraphs.
 */
export function tableTexts(
  table: Table,
  textsOf: (blocks: readonly Block[]) => readonly string[],
): readonly string[] {
  const rows = table.rows.filter(({ cells }) => cells.some((cell) => cellText(cell) !== ''));
  const isLayout = rows.every(({ cells }) => cells.length < 2);
  const names = isLayout ? null : columnNames(rows, countHeaderRows({ ...table, rows }));
  const texts: string[] = [];
  let lines: string[] = [];
  const endLines = () => {
    if (lines.length > 0) texts.push(lines.join('\n'));
    lines = [];
  };
  for (const row of names ? rows.slice(names.rows) : rows) {
    if (!isLayout && row.cells.every(isShort)) lines.push(rowLine(row, names?.columns ?? []));
    else {
      endLines();
      texts.push(...row.cells.flatMap(({ blocks }) => textsOf(blocks)));
    }
  }
  endLines();
  return texts;
}

/** The text of a short cell on one line. */
function cellText({ blocks }: Cell): string {
  return blocks
    .map((block) => (block.kind === 'paragraph' ? block.text : '\uFFFC'))
    .filter((text) => text.trim() !== '')
    .map((text) => text.trim().replace(/\n+/g, ' / '))
    .reduce(
      (joined, text) => (joined === '' ? text : `${joined}${/[.!?;:,]$/.test(joined) ? ' ' : ' / '}${text}`),
      '',
    );
}

function isShort({ blocks }: Cell): boolean {
  const filled = blocks.filter((block) => block.kind === 'table' || block.text.trim() !== '');
  const length = filled.reduce((sum, block) => sum + (block.kind === 'table' ? 0 : block.text.length), 0);
  return (
    filled.every(({ kind }) => kind === 'paragraph') &&
    filled.length <= MAX_CELL.paragraphs &&
    length <= MAX_CELL.characters
  );
}

interface ColumnNames {
  readonly rows: number;
  readonly columns: readonly string[];
}

/** What the header calls each column; null if there is no header, or nothing below it. */
function columnNames(rows: readonly Row[], count: number): ColumnNames | null {
  const header = rows.slice(0, count);
  if (count === 0 || count === rows.length || !header.every(({ cells }) => cells.every(isShort))) return null;
  const columns: string[] = [];
  for (const { cells } of header) {
    for (const { at, cell } of placed(cells)) {
      const name = cellText(cell).replaceAll(' / ', ' ').replace(/:$/, '');
      for (let column = at; column < at + cell.span; column++)
        columns[column] = joinNames(columns[column] ?? '', name);
    }
  }
  const named = Array.from(columns, (name) => name ?? '');
  return namesEachColumn(named, rows.slice(count)) ? { rows: count, columns: named } : null;
}

/** Whether no name of a column would be lost because nothing stands below it. */
function namesEachColumn(columns: readonly string[], body: readonly Row[]): boolean {
  const filled = new Set(
    body
      .filter(({ cells }) => cells.every(isShort))
      .flatMap(({ cells }) =>
        placed(cells).flatMap(({ at, cell }) => (cellText(cell) === '' ? [] : [columns[at]])),
      ),
  );
  return columns.every((name) => name === '' || filled.has(name));
}

function joinNames(above: string, name: string): string {
  return above === name || above === '' || name === '' ? above || name : `${above} ${name}`;
}

function placed(cells: readonly Cell[]): readonly { readonly at: number; readonly cell: Cell }[] {
  let at = 0;
  return cells.map((cell) => {
    at += cell.span;
    return { at: at - cell.span, cell };
  });
}

function rowLine({ cells }: Row, columns: readonly string[]): string {
  const filled = cells.filter((cell) => cellText(cell) !== '');
  const [only] = filled;
  if (filled.length === 1 && only && only.span > 1 && only.span >= columns.length) return cellText(only);
  if (columns.length === 0) return withoutEmptyEnd(cells.map(cellText)).join(' | ');
  return placed(cells)
    .filter(({ cell }) => cellText(cell) !== '')
    .map(({ at, cell }) => (columns[at] ? `${columns[at]}: ${cellText(cell)}` : cellText(cell)))
    .join(' | ');
}

function withoutEmptyEnd(texts: readonly string[]): readonly string[] {
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}
