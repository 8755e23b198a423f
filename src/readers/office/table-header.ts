import type { Cell, Row, Table } from './blocks.ts';

/**
 * How many rows at the top of a table name its columns. A file's own word counts; without it a row is a header only if it
 * is set in bold type alone, or if what stands below can be nothing but its figures. A form's first row is none.
 */
export function countHeaderRows({ rows, styledHeader = false }: Table): number {
  const stated = rows.findIndex(({ header }) => !header);
  if (stated !== 0) return Math.max(0, stated);
  const [first, ...body] = rows;
  if (!first || body.length === 0 || !namesColumns(first)) return 0;
  const emphasized = isBold(first) ? !body.some(isBold) : styledHeader && first.cells.length > 2;
  return emphasized || isOverFigures(first, body) ? 1 : 0;
}

const MAX_NAME = 60; // characters of a column's name

/** Whether each cell but the first says something short that no other says. */
function namesColumns({ cells }: Row): boolean {
  const names = cells.map(plainText);
  return (
    cells.length > 1 &&
    names.every((name, at) => (name !== '' || at === 0) && name.length <= MAX_NAME) &&
    new Set(names).size === names.length
  );
}

function isBold({ cells }: Row): boolean {
  return cells.every((cell) => cell.bold || plainText(cell) === '');
}

const FIGURES = 3; // columns from which a table of figures can be told from a form of names and values

/** Whether every column but the first has figures in each row below words, or below years next to an empty corner. */
function isOverFigures({ cells }: Row, body: readonly Row[]): boolean {
  const [corner = '', ...names] = cells.map(plainText);
  const worded = [corner, ...names].every((name) => /\p{L}/u.test(name) && !/\d/.test(name));
  const years = corner === '' && names.every((name) => /^\D{0,4}(?:19|20)\d\d\D{0,4}$/.test(name));
  return (
    (worded ? cells.length >= FIGURES && body.length > 1 : years) &&
    body.every((row) => row.cells.length === cells.length && isFigures(row))
  );
}

function isFigures({ cells }: Row): boolean {
  const [label = '', ...values] = cells.map(plainText);
  return /\p{L}/u.test(label) && values.every((value) => /^(?:\P{L}*\d.*|[\s–—-]*|n\/?a)$/iu.test(value));
}

function plainText({ blocks }: Cell): string {
  return blocks
    .map((block) => (block.kind === 'paragraph' ? block.text : ''))
    .join(' ')
    .trim();
}
