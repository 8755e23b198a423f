import type { Block } from './blocks.ts';
import { readTextBody } from './text-body.ts';
import type { XmlElement } from './xml.ts';
import { elementsOf, findAll, findChild, textOf } from './xml-tree.ts';

/**
 * Reads what a chart says in words: its title, those of its axes, what its series and their categories are called, and
 * labels that somebody wrote. Its values are drawn, not written.
 */
export function readChart(space: XmlElement | undefined): readonly Block[] {
  const chart = findChild(space, 'c:chart');
  const plot = findChild(chart, 'c:plotArea');
  const series = findAll(plot, 'c:ser');
  const axes = elementsOf(plot).filter(({ name }) => /^c:(?:cat|val|date|ser)Ax$/.test(name));
  return [
    ...readTitle(findChild(chart, 'c:title')),
    ...axes.flatMap((axis) => readTitle(findChild(axis, 'c:title'))),
    ...listed(series.flatMap((each) => pointsOf(findChild(each, 'c:tx')))),
    ...listed(series.flatMap((each) => pointsOf(findChild(each, 'c:cat') ?? findChild(each, 'c:xVal')))),
    ...findAll(plot, 'c:dLbl').flatMap((label) => readTextBody(findChild(label, 'c:tx', 'c:rich'))),
  ];
}

/** A title that was written, or that is taken from a cell. */
function readTitle(title: XmlElement | undefined): readonly Block[] {
  const written = readTextBody(findChild(title, 'c:tx', 'c:rich'));
  return written.length > 0 ? written : listed(pointsOf(findChild(title, 'c:tx')));
}

/** The texts of cells that the file has kept; numbers are values, dates among them. */
function pointsOf(reference: XmlElement | undefined): readonly string[] {
  if (findChild(reference, 'c:numRef') ?? findChild(reference, 'c:numLit')) return [];
  const points = findAll(reference, 'c:pt').map((point) => textOf(findChild(point, 'c:v')));
  const given = points.length > 0 ? points : [textOf(findChild(reference, 'c:v'))];
  return given.map((value) => value.trim()).filter((value) => value !== '');
}

/** A paragraph of what a chart names, each once; none if it names nothing. */
export function listed(values: readonly string[]): readonly Block[] {
  const distinct = [...new Set(values.filter((value) => value !== ''))];
  return distinct.length === 0 ? [] : [{ kind: 'paragraph', text: distinct.join('; ') }];
}
