import type { Block, Cell, Paragraph, Row, Table } from '../office/blocks.ts';
import { createLineBuilder, type LineBuilder } from '../office/line-builder.ts';
import type { XmlElement } from '../office/xml.ts';
import { chosenContent, elementsOf, findChild } from '../office/xml-tree.ts';
import type { NextLabel } from './numbering.ts';
import { createRunReader, type RunReader } from './runs.ts';
import { isSet, type Styles, value } from './styles.ts';

/** What the blocks of a document are read with. */
export interface StoryParts {
  readonly styles: Styles;
  readonly nextLabel: NextLabel;
  /** The paragraphs of a note, once for each mark of it. */
  noteBlocks(kind: 'footnote' | 'endnote', id: string): readonly Block[];
  /** What a drawing's data say, of which `alternative` is a description; null if they are neither a diagram nor a chart. */
  graphicBlocks(data: XmlElement, alternative: string | null): readonly Block[] | null;
}

interface Story extends StoryParts {
  readonly runs: RunReader;
  /** Notes whose mark was read and whose text is still to come. */
  readonly notes: Block[];
}

const LEFT_OUT = new Set([
  'w:del',
  'w:moveFrom',
  'w:sectPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:tblPr',
  'w:tblGrid',
]);

/** The blocks of the body, of a note or of a text box; notes follow the paragraph or table that has their mark. */
export function readStory(element: XmlElement, parts: StoryParts): readonly Block[] {
  return readBlocks(element, { ...parts, runs: createRunReader(parts.styles), notes: [] }, true);
}

function readBlocks(element: XmlElement, story: Story, outermost: boolean): readonly Block[] {
  const blocks: Block[] = [];
  const boxes: Block[] = [];
  let open: LineBuilder | null = null; // of paragraphs whose end was deleted or is hidden
  for (const child of blockElements(element)) {
    if (child.name === 'w:tbl') blocks.push(readTable(child, story));
    else {
      const line: LineBuilder = open ?? createLineBuilder();
      const label = story.nextLabel(findChild(child, 'w:pPr'));
      readParagraph(child, line, story, boxes);
      open = runsOn(child) ? line : null;
      if (open) continue;
      if (!line.isEmpty() || (label !== '' && !outermost))
        blocks.push(toParagraph(line, label, story.styles.isHeading(findChild(child, 'w:pPr'))));
    }
    blocks.push(...boxes.splice(0));
    if (outermost) blocks.push(...story.notes.splice(0));
  }
  if (open && !open.isEmpty()) blocks.push(toParagraph(open, '', false));
  return [...blocks, ...boxes, ...(outermost ? story.notes.splice(0) : [])];
}

/** The paragraphs and tables in what may stand around them: content controls, insertions, alternatives. */
function blockElements(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'w:p' || child.name === 'w:tbl') return [child];
    if (LEFT_OUT.has(child.name)) return [];
    const shown = child.name === 'mc:AlternateContent' ? chosenContent(child) : child;
    return shown ? blockElements(shown) : [];
  });
}

function readParagraph(paragraph: XmlElement, line: LineBuilder, story: Story, boxes: Block[]): void {
  story.runs.read(paragraph, {
    line,
    addGraphic: (data, alternative) => {
      const found = story.graphicBlocks(data, alternative);
      boxes.push(...(found ?? []));
      return found !== null;
    },
    addBox: (content) => void boxes.push(...readBlocks(content, story, false)),
    addNote: (kind, id) => void story.notes.push(...story.noteBlocks(kind, id)),
  });
}

/** Whether the end of a paragraph is not there for a reader: deleted in review, hidden, or that of a large initial. */
function runsOn(paragraph: XmlElement): boolean {
  const mark = findChild(paragraph, 'w:pPr', 'w:rPr');
  const initial = findChild(paragraph, 'w:pPr', 'w:framePr')?.attributes['w:dropCap'];
  const vanish = findChild(mark, 'w:vanish');
  return (
    initial === 'drop' ||
    initial === 'margin' ||
    findChild(mark, 'w:del') !== undefined ||
    findChild(mark, 'w:moveFrom') !== undefined ||
    (vanish !== undefined && isSet(vanish))
  );
}

function toParagraph(line: LineBuilder, label: string, heading: boolean): Paragraph {
  const text = line.text().trim();
  const shown = heading ? text.replace(/\s+/g, ' ') : text;
  return { kind: 'paragraph', text: `${label} ${shown}`.trim(), heading };
}

function readTable(table: XmlElement, story: Story): Table {
  const above = new Map<number, Cell>(); // by column, what merged cells continue
  const rows = wrapped(table, 'w:tr').flatMap((row): readonly Row[] => {
    const properties = findChild(row, 'w:trPr');
    if (findChild(properties, 'w:del') || isOn(properties, 'w:hidden')) return [];
    let at = Number(value(findChild(properties, 'w:gridBefore')) ?? 0);
    const cells = wrapped(row, 'w:tc').map((cell) => {
      const read = readCell(cell, story, above.get(at));
      above.set(at, read);
      at += read.span;
      return read;
    });
    return [{ cells, header: isOn(properties, 'w:tblHeader') }];
  });
  return { kind: 'table', rows, styledHeader: hasStyledHeader(table, story.styles) };
}

function readCell(cell: XmlElement, story: Story, above: Cell | undefined): Cell {
  const properties = findChild(cell, 'w:tcPr');
  const merged = findChild(properties, 'w:vMerge');
  const span = Math.min(MAX_SPAN, Number(value(findChild(properties, 'w:gridSpan')) ?? 1) || 1);
  if (merged && value(merged) !== 'restart' && above) return { ...above, span };
  return {
    span,
    blocks: findChild(properties, 'w:cellDel') ? [] : readBlocks(cell, story, false),
    bold: elementsOf(cell).every((child) => child.name !== 'w:p' || story.runs.isBold(child)),
  };
}

const MAX_SPAN = 64; // columns, of which Word has 63

function wrapped(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return /^w:(?:sdt|sdtContent|ins|customXml|moveTo)$/.test(child.name) ? wrapped(child, name) : [];
  });
}

function isOn(properties: XmlElement | undefined, name: string): boolean {
  const property = findChild(properties, name);
  return property !== undefined && isSet(property);
}

function hasStyledHeader(table: XmlElement, styles: Styles): boolean {
  const look = findChild(table, 'w:tblPr', 'w:tblLook')?.attributes ?? {};
  const firstRow =
    look['w:firstRow'] ?? ((Number.parseInt(look['w:val'] ?? '0', 16) & FIRST_ROW) === 0 ? '0' : '1');
  const style = value(findChild(table, 'w:tblPr', 'w:tblStyle'));
  return style !== undefined && /^(?:1|true|on)$/.test(firstRow) && styles.setsHeaderApart(style);
}

const FIRST_ROW = 0x20; // the bit of `w:tblLook` in files before 2010
