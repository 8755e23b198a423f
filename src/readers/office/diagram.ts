import type { Block } from './blocks.ts';
import { readTextBody } from './text-body.ts';
import type { XmlElement } from './xml.ts';
import { findAll, findChild } from './xml-tree.ts';

/** Reads the texts of a diagram (SmartArt) in the order in which they were typed. */
export function readDiagram(data: XmlElement | undefined): readonly Block[] {
  return findAll(findChild(data, 'dgm:ptLst'), 'dgm:pt')
    .filter(({ attributes }) => !/^(?:pres|parTrans|sibTrans)$/.test(attributes.type ?? ''))
    .flatMap((point) => readTextBody(findChild(point, 'dgm:t')));
}
