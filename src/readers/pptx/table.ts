import type { Cell, Row, Table } from '../office/blocks.ts';
import { readTextBody } from '../office/text-body.ts';
import type { XmlElement } from '../office/xml.ts';
import { elementsOf, findAll, findChild } from '../office/xml-tree.ts';

/** Reads a table of a slide; a cell that is merged over rows is in each of them. */
export function readSlideTable(table: XmlElement): Table {
  const above = new Map<number, Cell>(); // by column
  const rows = elementsOf(table)
    .filter(({ name }) => name === 'a:tr')
    .map((row): Row => ({ cells: readCells(row, above), header: false }));
  const properties = findChild(table, 'a:tblPr')?.attributes;
  return { kind: 'table', rows, styledHeader: isOn(properties?.firstRow) };
}

function readCells(row: XmlElement, above: Map<number, Cell>): readonly Cell[] {
  const cells = elementsOf(row).filter(({ name }) => name === 'a:tc');
  return cells.flatMap((element, at): readonly Cell[] => {
    if (isOn(element.attributes.hMerge)) return [];
    const merged = isOn(element.attributes.vMerge) ? above.get(at) : undefined;
    const cell = merged ?? readCell(element);
    above.set(at, cell);
    return [cell];
  });
}

const MAX_SPAN = 1000; // columns

function readCell(element: XmlElement): Cell {
  const body = findChild(element, 'a:txBody');
  const runs = findAll(body, 'a:r');
  return {
    span: Math.min(MAX_SPAN, Math.max(1, Number(element.attributes.gridSpan ?? 1) || 1)),
    blocks: readTextBody(body),
    bold: runs.length > 0 && runs.every((run) => isOn(findChild(run, 'a:rPr')?.attributes.b)),
  };
}

function isOn(written: string | undefined): boolean {
  return written === '1' || written === 'true';
}
