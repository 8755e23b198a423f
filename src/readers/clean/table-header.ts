import { type Cell, countCells, isFilled, type Row } from './table-blocks.ts';

/** The rows above a table's values. */
export interface TableHeader {
  /** The first row of the header; those before it are notes. */
  readonly from: number;
  /** The first row of values. */
  readonly to: number;
  /** What each column is called; '' if it has no name. */
  readonly labels: readonly string[];
}

const SAMPLE = 200; // rows of values that are compared with a header
const FULL = 0.6; // of the cells of the fullest row that a header fills
const MAX_LABEL = 80; // characters; anything longer is a sentence
const MAX_ROWS = 4; // of a header in groups

/** Finds the header of a table, if its rows bear one out; `first` is false for a table below another. */
export function findHeader(rows: readonly Row[], first: boolean): TableHeader | null {
  const most = rows.slice(0, SAMPLE).reduce((max, row) => Math.max(max, countCells(row)), 0);
  const from = rows.findIndex(
    (row) => countFilled(row) >= Math.min(2, most) && countCells(row) >= most * FULL,
  );
  let last = from;
  while (last - from < MAX_ROWS && isGroupRow(rows[last]) && isNaming(rows[last + 1])) last++;
  const header = rows[last];
  const body = rows.slice(last + 1, last + 1 + SAMPLE).filter((row) => !isSame(row, header));
  if (!header || body.length === 0) return null;
  if (last === from && !isBorneOut(header, body, first)) return null;
  return { from, to: last + 1, labels: joinLabels(rows.slice(from, last + 1)) };
}

/** A row whose cells spread over several columns, which the next row names one by one. */
function isGroupRow(row: Row | undefined): boolean {
  return row?.some((cell, at) => cell === null && row.findLastIndex(isFilled) > 0 && at > 0) ?? false;
}

function isNaming(row: Row | undefined): boolean {
  return row !== undefined && countCells(row) > 1 && row.every((cell) => !isAmount(cell) || isYear(cell));
}

function countFilled(row: Row): number {
  return row.filter(isFilled).length;
}

function isSame(row: Row, header: Row | undefined): boolean {
  return header?.every((name, at) => row[at] === name) ?? false;
}

/** Whether a row names columns: it differs in kind from the values below it, or could be nothing else. */
function isBorneOut(header: Row, body: readonly Row[], first: boolean): boolean {
  let evidence = 0;
  let mixed = false;
  for (const [at, name] of header.entries()) {
    const values = body.map((row) => row[at]).filter(isFilled);
    const amounts = values.filter(isAmount).length;
    if (!isFilled(name) || amounts === 0) continue;
    if (amounts < values.length * 0.8) mixed = true;
    else if (!isAmount(name)) evidence++;
    else if (isYear(name) && !values.every(isYear)) evidence++;
    else evidence--;
  }
  if (evidence !== 0) return evidence > 0;
  return first && !(mixed && header.length <= 2) && couldName(header, body);
}

/** Whether a row of words could name columns of words: every column, each otherwise, and with no value of its own. */
function couldName(header: Row, body: readonly Row[]): boolean {
  const width = body.reduce((max, row) => Math.max(max, row.findLastIndex(isFilled) + 1), 0);
  const names = header.filter(isFilled);
  if (width < 2 || names.length < Math.max(2, width * 0.8)) return false;
  if (new Set(names).size < names.length || names.some(isSentence)) return false;
  return header.every((name, at) => !isFilled(name) || body.every((row) => row[at] !== name));
}

function isSentence(text: string): boolean {
  return text.length > MAX_LABEL || /[.!?…]$/.test(text) || isAmount(text);
}

/** Whether a cell shows a number, an amount or a date: a digit first, few letters. */
export function isAmount(cell: Cell | undefined): boolean {
  if (!isFilled(cell) || !/^[-+−(~<>≈]{0,2}\s?\p{Sc}?\s?[.,]?\d/u.test(cell)) return false;
  return cell.length <= 40 && (cell.match(/\p{L}/gu)?.length ?? 0) <= 10;
}

function isYear(cell: Cell | undefined): boolean {
  return isFilled(cell) && /^(?:1[5-9]|20|21)\d\d$/.test(cell);
}

/** Joins the names of groups and of their columns: "2024 Q1". */
function joinLabels(rows: readonly Row[]): string[] {
  const width = rows.reduce((max, row) => Math.max(max, row.length), 0);
  return Array.from({ length: width }, (_, at) => {
    const names = rows.map((row) => nameAt(row, at)).filter((name) => name !== '');
    return [...new Set(names)].join(' ').replace(/\s*:$/, '');
  });
}

/** A cell's text; that of a cell spread over it, if there is one. */
function nameAt(row: Row, at: number): string {
  let from = at;
  while (from > 0 && row[from] === null) from--;
  return row[from] ?? '';
}
