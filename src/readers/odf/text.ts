import { type Block, markAsNote, type Paragraph } from '../office/blocks.ts';
import { createLineBuilder } from '../office/line-builder.ts';
import type { XmlElement } from '../office/xml.ts';
import { elementsOf } from '../office/xml-tree.ts';
import { frameBlocks, type InlineTarget, isHiddenParagraph, readInline } from './inline.ts';
import { type Counters, createLists, type Lists } from './lists.ts';
import type { OdfStyles } from './styles.ts';
import { readTable } from './table.ts';

/** What texts are read with. */
export interface OdfContext {
  readonly styles: OdfStyles;
  readonly object: InlineTarget['object'];
}

interface Reading extends OdfContext {
  readonly lists: Lists;
  /** Notes whose mark was read and whose text is still to come. */
  readonly notes: Block[];
  readonly count: { notes: number };
}

/** Reads the blocks of a text; notes follow the paragraph, list or table that has their mark. */
export function readOdfText(element: XmlElement, context: OdfContext): readonly Block[] {
  const reading = { ...context, lists: createLists(context.styles), notes: [], count: { notes: 0 } };
  return readBlocks({ ...element, children: [element] }, reading, true);
}

const LEFT_OUT = new Set([
  'text:tracked-changes',
  'office:forms',
  'office:annotation',
  'text:sequence-decls',
  'presentation:notes',
  'table:title',
  'table:desc',
]);

function readBlocks(element: XmlElement, reading: Reading, outermost = false): readonly Block[] {
  return elementsOf(element).flatMap((child) => {
    const blocks = LEFT_OUT.has(child.name) || isHidden(child) ? [] : readBlock(child, reading, outermost);
    return outermost && reading.notes.length > 0 ? [...blocks, ...reading.notes.splice(0)] : blocks;
  });
}

function isHidden({ name, attributes }: XmlElement): boolean {
  return (
    name === 'text:section' &&
    (attributes['text:display'] ?? 'true') !== 'true' &&
    attributes['text:is-hidden'] !== 'false'
  );
}

function readBlock(child: XmlElement, reading: Reading, outermost: boolean): readonly Block[] {
  switch (child.name) {
    case 'text:h':
      return readParagraph(child, reading, reading.lists.headingLabel(child));
    case 'text:p':
      return readParagraph(child, reading, '');
    case 'text:list': {
      const style = child.attributes['text:style-name'];
      return readList(child, reading, { style, level: 1, counters: reading.lists.open(child, style) });
    }
    case 'table:table':
      return [readTable(child, { styles: reading.styles, readBlocks: (cell) => readBlocks(cell, reading) })];
    case 'draw:frame':
      return frameBlocks(child, reading.object) ?? readBlocks(child, reading, outermost);
    default:
      return readBlocks(child, reading, outermost);
  }
}

interface ListPlace {
  readonly style: string | undefined;
  readonly level: number;
  readonly counters: Counters;
}

function readList(list: XmlElement, reading: Reading, place: ListPlace): readonly Block[] {
  return elementsOf(list).flatMap((item) => {
    const [first] = elementsOf(item);
    const isParagraph = first?.name === 'text:p' || first?.name === 'text:h';
    const counts = item.name === 'text:list-item' && isParagraph;
    const style =
      place.style ??
      (isParagraph ? reading.styles.listStyleOf(first.attributes['text:style-name']) : undefined);
    const label = counts ? reading.lists.itemLabel(place.counters, item, { ...place, style }) : '';
    return elementsOf(item).flatMap((child) => {
      if (child.name !== 'text:list')
        return child === first && isParagraph
          ? readParagraph(child, reading, label)
          : readBlock(child, reading, false);
      const own = child.attributes['text:style-name'] ?? style;
      return readList(child, reading, { ...place, style: own, level: place.level + 1 });
    });
  });
}

function readParagraph(paragraph: XmlElement, reading: Reading, label: string): readonly Block[] {
  const look = reading.styles.look('paragraph', paragraph.attributes['text:style-name']);
  const boxes: Block[] = [];
  const line = createLineBuilder();
  if (!look.hidden && !look.struck && !isHiddenParagraph(paragraph))
    readInline(paragraph, {
      ...reading,
      line,
      addBlocks: (blocks) => void boxes.push(...blocks),
      addBox: (content) => void boxes.push(...readBlocks(content, reading)),
      addNote: (body) =>
        void reading.notes.push(...markAsNote(readBlocks(body, reading), ++reading.count.notes)),
    });
  if (line.isEmpty()) return boxes;
  const heading =
    paragraph.name === 'text:h' || /^(?:Title|Subtitle)$/.test(paragraph.attributes['text:style-name'] ?? '');
  const text = heading ? line.text().replace(/\s+/g, ' ').trim() : line.text().trim();
  const read: Paragraph = { kind: 'paragraph', text: label === '' ? text : `${label} ${text}`, heading };
  return [read, ...boxes];
}
