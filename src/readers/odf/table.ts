import type { Block, Cell, Row, Table } from '../office/blocks.ts';
import type { XmlElement } from '../office/xml.ts';
import { elementsOf } from '../office/xml-tree.ts';
import { isBold } from './inline.ts';
import type { OdfStyles } from './styles.ts';

/** What a table is read with. */
export interface TableContext {
  readonly styles: OdfStyles;
  readBlocks(cell: XmlElement): readonly Block[];
}

interface Merged {
  readonly cell: Cell;
  /** In how many rows below the cell goes on. */
  readonly rows: number;
}

/** Reads a table; a cell that is merged over rows is in each of them. */
export function readTable(table: XmlElement, context: TableContext): Table {
  const merged = new Map<number, Merged>(); // by column
  const rows = rowElements(table, false).map(
    ({ row, header }): Row => ({ header, cells: readCells(row, merged, context) }),
  );
  return { kind: 'table', rows };
}

interface RowElement {
  readonly row: XmlElement;
  readonly header: boolean;
}

function rowElements(element: XmlElement, header: boolean): readonly RowElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'table:table-row')
      return /^(?:collapse|filter)$/.test(child.attributes['table:visibility'] ?? '')
        ? []
        : [{ row: child, header }];
    const isGroup = /^table:table-(?:header-rows|rows|row-group)$/.test(child.name);
    return isGroup ? rowElements(child, header || child.name === 'table:table-header-rows') : [];
  });
}

const MAX_SPAN = 1024; // columns

function readCells(row: XmlElement, merged: Map<number, Merged>, context: TableContext): readonly Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  let covered = 0; // columns that a cell to the left still takes
  for (const element of elementsOf(row)) {
    const above = merged.get(at);
    if (element.name === 'table:table-cell') {
      const cell = readCell(element, context);
      cells.push(cell);
      merged.set(at, { cell, rows: number(element, 'table:number-rows-spanned') - 1 });
      covered = cell.span - 1;
    } else if (element.name !== 'table:covered-table-cell') continue;
    else if (covered > 0) covered--;
    else if (above && above.rows > 0) {
      cells.push(above.cell);
      merged.set(at, { cell: above.cell, rows: above.rows - 1 });
      covered = above.cell.span - 1;
    }
    at++;
  }
  return cells;
}

function readCell(element: XmlElement, { styles, readBlocks }: TableContext): Cell {
  return {
    span: number(element, 'table:number-columns-spanned'),
    blocks: readBlocks(element),
    bold: elementsOf(element).every((child) => child.name !== 'text:p' || isBold(child, styles)),
  };
}

function number({ attributes }: XmlElement, name: string): number {
  return Math.min(MAX_SPAN, Math.max(1, Number(attributes[name] ?? 1) || 1));
}
