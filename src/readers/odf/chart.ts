import type { Block } from '../office/blocks.ts';
import { listed } from '../office/chart.ts';
import type { XmlElement } from '../office/xml.ts';
import { elementsOf, findAll, findChild, textOf } from '../office/xml-tree.ts';

/** Reads what a chart says in words, as those of Office are read: titles, then what its series and their categories are called. */
export function readOdfChart(chart: XmlElement | undefined): readonly Block[] {
  const titles = ['chart:title', 'chart:subtitle'].map((name) => findChild(chart, name));
  const axes = findAll(findChild(chart, 'chart:plot-area'), 'chart:axis');
  const table = findChild(chart, 'table:table');
  const [, ...series] = findAll(findChild(table, 'table:table-header-rows'), 'table:table-cell');
  const rows = findAll(findChild(table, 'table:table-rows'), 'table:table-row');
  return [
    ...[...titles, ...axes.map((axis) => findChild(axis, 'chart:title'))].flatMap(readTitle),
    ...listed(series.map(textOfCell)),
    ...listed(rows.map((row) => categoryOf(elementsOf(row)[0]))),
  ];
}

function readTitle(title: XmlElement | undefined): readonly Block[] {
  return listed([elementsOf(title).map(textOfCell).join(' ')]);
}

/** A row's name; numbers and dates are values. */
function categoryOf(cell: XmlElement | undefined): string {
  return cell?.attributes['office:value-type'] === 'string' ? textOfCell(cell) : '';
}

function textOfCell(cell: XmlElement): string {
  return textOf(cell).replace(/\s+/g, ' ').trim();
}
