import type { Block } from '../office/blocks.ts';
import { readGraphic } from '../office/graphic.ts';
import type { OpcFile } from '../office/opc.ts';
import type { Slide } from '../office/slides.ts';
import { readTextBody } from '../office/text-body.ts';
import type { XmlElement } from '../office/xml.ts';
import { chosenContent, elementsOf, findChild } from '../office/xml-tree.ts';
import { readSlideTable } from './table.ts';

/** The slides of a presentation that are shown, in order; null if the file contains no presentation. */
export function readSlides(file: OpcFile): readonly Slide[] | null {
  const main = file.related('').find(({ type }) => type === 'officeDocument')?.name ?? 'ppt/presentation.xml';
  const list = findChild(file.part(main), 'p:sldIdLst');
  if (!findChild(file.part(main), 'p:sldIdLst') && !findChild(file.part(main), 'p:sldSz')) return null;
  const related = new Map(file.related(main).map(({ id, name }) => [id, name]));
  return elementsOf(list)
    .filter(({ name }) => name === 'p:sldId')
    .flatMap(({ attributes }, at) => readSlide(file, related.get(attributes['r:id'] ?? ''), at + 1));
}

function readSlide(file: OpcFile, name: string | undefined, index: number): readonly Slide[] {
  const slide = file.part(name);
  if (name === undefined || !slide || /^(?:0|false)$/.test(slide.attributes.show ?? '')) return [];
  const related = file.related(name);
  const notes = file.part(related.find(({ type }) => type === 'notesSlide')?.name);
  const shapes = shapesOf(slide);
  const part = (id: string) => file.part(related.find((each) => each.id === id)?.name);
  return [
    {
      index,
      blocks: [...shapes.filter(isTitle), ...shapes.filter((shape) => !isTitle(shape))].flatMap((shape) =>
        readShape(shape, part),
      ),
      notes: shapesOf(notes)
        .filter((shape) => placeholder(shape)?.type === 'body')
        .flatMap((shape) => readTextBody(findChild(shape, 'p:txBody'))),
    },
  ];
}

function shapesOf(slide: XmlElement | undefined): readonly XmlElement[] {
  return flatShapes(findChild(slide, 'p:cSld', 'p:spTree'));
}

/** The shapes of a group and of the groups in it, without hidden ones. */
function flatShapes(group: XmlElement | undefined): readonly XmlElement[] {
  return elementsOf(group).flatMap((shape) => {
    if (shape.name === 'mc:AlternateContent') return flatShapes(chosenContent(shape));
    if (isHidden(shape)) return [];
    return shape.name === 'p:grpSp' ? flatShapes(shape) : [shape];
  });
}

function isHidden(shape: XmlElement): boolean {
  return /^(?:1|true)$/.test(shapeProperties(shape)?.attributes.hidden ?? '');
}

function shapeProperties(shape: XmlElement): XmlElement | undefined {
  const [properties] = elementsOf(shape);
  return findChild(properties, 'p:cNvPr');
}

function placeholder(shape: XmlElement): XmlElement['attributes'] | undefined {
  const [properties] = elementsOf(shape);
  return findChild(properties, 'p:nvPr', 'p:ph')?.attributes;
}

function isTitle(shape: XmlElement): boolean {
  return /^(?:title|ctrTitle)$/.test(placeholder(shape)?.type ?? '');
}

const ON_EVERY_SLIDE = /^(?:dt|ftr|hdr|sldNum|sldImg)$/;

function readShape(shape: XmlElement, part: (id: string) => XmlElement | undefined): readonly Block[] {
  if (ON_EVERY_SLIDE.test(placeholder(shape)?.type ?? '')) return [];
  const data = findChild(shape, 'a:graphic', 'a:graphicData');
  const table = findChild(data, 'a:tbl');
  if (table) return [readSlideTable(table)];
  const alternative = shapeProperties(shape)?.attributes.descr ?? null;
  const graphic = readGraphic(data, { part, alternative });
  if (graphic) return graphic;
  const blocks = readTextBody(findChild(shape, 'p:txBody'));
  return isTitle(shape) ? asTitle(blocks) : blocks;
}

function asTitle(blocks: readonly Block[]): readonly Block[] {
  const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : []));
  return lines.length === 0 ? [] : [{ kind: 'paragraph', text: lines.join(' '), heading: true }];
}
