import type { Block } from './blocks.ts';
import { readChart } from './chart.ts';
import { readDiagram } from './diagram.ts';
import type { XmlElement } from './xml.ts';
import { findChild } from './xml-tree.ts';

/**
 * Reads a drawing's data (`a:graphicData`) that stand in parts of their own, a diagram or a chart; null if it is
 * something else. `part` returns the part that a relationship's id leads to.
 */
export function readGraphic(
  data: XmlElement | undefined,
  part: (id: string) => XmlElement | undefined,
): readonly Block[] | null {
  const diagram = findChild(data, 'dgm:relIds')?.attributes['r:dm'];
  if (diagram !== undefined) return readDiagram(part(diagram));
  const chart = findChild(data, 'c:chart')?.attributes['r:id'];
  return chart === undefined ? null : readChart(part(chart));
}
