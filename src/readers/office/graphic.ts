import type { Block } from './blocks.ts';
import { readChart } from './chart.ts';
import { readDiagram } from './diagram.ts';
import { readExtendedChart } from './extended-chart.ts';
import { pictureText } from './line-builder.ts';
import type { XmlElement } from './xml.ts';
import { findAll, findChild } from './xml-tree.ts';

/** What a drawing's data lead to. */
export interface GraphicParts {
  /** Returns the part that a relationship's id leads to. */
  part(id: string): XmlElement | undefined;
  /** What the author says that the drawing shows. */
  readonly alternative: string | null;
}

/**
 * Reads a drawing's data (`a:graphicData`) that stand in parts of their own: a diagram or a chart by its words, an object
 * of another program, or a chart without words, by a mark. Null if it is something else.
 */
export function readGraphic(
  data: XmlElement | undefined,
  { part, alternative }: GraphicParts,
): readonly Block[] | null {
  const diagram = findChild(data, 'dgm:relIds')?.attributes['r:dm'];
  if (diagram !== undefined) return readDiagram(part(diagram));
  const chart = findChild(data, 'c:chart')?.attributes['r:id'];
  if (chart !== undefined) return orMark(readChart(part(chart)), alternative);
  const extended = findChild(data, 'cx:chart')?.attributes['r:id'];
  if (extended !== undefined) return orMark(readExtendedChart(part(extended)), alternative);
  return findAll(data, 'p:oleObj').length > 0 ? orMark([], alternative) : null;
}

/** What an object says, or a mark that there is one. */
export function orMark(blocks: readonly Block[], alternative: string | null): readonly Block[] {
  return blocks.length > 0 ? blocks : [{ kind: 'paragraph', text: pictureText(alternative) }];
}
