import type { Block } from './blocks.ts';
import { listed } from './chart.ts';
import { readTextBody } from './text-body.ts';
import type { XmlElement } from './xml.ts';
import { elementsOf, findAll, findChild, textOf } from './xml-tree.ts';

/**
 * Reads what a chart of the kinds of 2016 (waterfall, funnel, treemap, box plot, map ...) says in words, as `readChart` does:
 * its titles, its series and their categories.
 */
export function readExtendedChart(space: XmlElement | undefined): readonly Block[] {
  const chart = findChild(space, 'cx:chart');
  const series = findAll(findChild(chart, 'cx:plotArea'), 'cx:series');
  return [
    ...readTitle(findChild(chart, 'cx:title')),
    ...findAll(chart, 'cx:axis').flatMap((axis) => readTitle(findChild(axis, 'cx:title'))),
    ...listed(series.map((each) => textOfData(findChild(each, 'cx:tx')))),
    ...listed(findAll(findChild(space, 'cx:chartData'), 'cx:strDim').flatMap(categoriesOf)),
  ];
}

function readTitle(title: XmlElement | undefined): readonly Block[] {
  const written = readTextBody(findChild(title, 'cx:tx', 'cx:rich'));
  return written.length > 0 ? written : listed([textOfData(findChild(title, 'cx:tx'))]);
}

function textOfData(text: XmlElement | undefined): string {
  return textOf(findChild(text, 'cx:txData', 'cx:v')).trim();
}

/** The texts of one dimension; in a hierarchy the uppermost level is the last. */
function categoriesOf(dimension: XmlElement): readonly string[] {
  const levels = elementsOf(dimension).filter(({ name }) => name === 'cx:lvl');
  return levels.toReversed().flatMap((level) => findAll(level, 'cx:pt').map((point) => textOf(point).trim()));
}
