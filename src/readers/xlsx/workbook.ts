import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { Cell, Row } from '../clean/table-blocks.ts';
import { spreadMerges } from './merges.ts';

/** What a workbook shows. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
}

/** A visible sheet. */
export interface Sheet {
  readonly name: string;
  /** Its place in the workbook, from 1, hidden sheets included. */
  readonly index: number;
  rows(): readonly Row[];
}

/** Parses a workbook; throws whatever its parser throws on damaged ones. Formulas are not calculated, links not followed. */
export function parseWorkbook(bytes: Uint8Array): Workbook {
  const copy = Uint8Array.from(bytes); // the parser marks what it is given
  const book = read(copy, { type: 'array', dense: true, cellStyles: true, cellNF: true, cellHTML: false });
  const sheets = book.SheetNames.flatMap((name, at) => {
    const sheet = book.Sheets[name];
    if (!sheet?.['!data'] || isHidden(book, at)) return [];
    return { name, index: at + 1, rows: () => shownRows(sheet) };
  });
  return { sheets };
}

function isHidden({ Workbook }: WorkBook, at: number): boolean {
  return (Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
}

/** The rows that are not hidden, of the columns that are not hidden. */
function shownRows(sheet: WorkSheet): Row[] {
  const grid = (sheet['!data'] ?? []).map((row) => Array.from(row ?? [], showCell));
  const filled = spreadMerges(grid, sheet['!merges'] ?? []);
  const hiddenRow = (at: number) => sheet['!rows']?.[at]?.hidden === true;
  const hiddenColumn = (at: number) => sheet['!cols']?.[at]?.hidden === true;
  return Array.from(filled, (row) => row ?? [])
    .filter((_, at) => !hiddenRow(at))
    .map((row) => row.filter((_, at) => !hiddenColumn(at)));
}

// Excel shows these two as the reader's own country writes dates; in this form nobody confuses day and month.
const LOCAL_DATES: Readonly<Record<string, string>> = {
  'm/d/yy': 'yyyy-mm-dd',
  'm/d/yy h:mm': 'yyyy-mm-dd hh:mm',
};

/** A cell as it is shown; a formula that was saved without its value, as itself. */
function showCell(cell: CellObject | undefined): Cell {
  if (!cell) return '';
  if (cell.t === 'z') return cell.f ? `=${cell.f}` : '';
  const date = cell.t === 'n' ? LOCAL_DATES[String(cell.z)] : undefined;
  if (date && cell.v !== undefined) return String(SSF.format(date, cell.v));
  if (cell.w !== undefined) return cell.w;
  return String(cell.v ?? '');
}
