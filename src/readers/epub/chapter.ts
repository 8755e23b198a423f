import type { Block, Cell, Row } from '../office/blocks.ts';
import { createLineBuilder, type LineBuilder } from '../office/line-builder.ts';
import { formatListNumber, type NumberFormat } from '../office/list-number.ts';
import { mathmlText } from '../office/mathml.ts';
import type { XmlElement } from '../office/xml.ts';
import { elementsOf, findAll } from '../office/xml-tree.ts';

const LEFT_OUT = new Set(
  'head script style nav del s strike rt rp audio video object iframe svg template'.split(' '),
);
const BLOCKS =
  /^(?:html|body|p|div|section|article|main|header|footer|aside|blockquote|pre|h[1-6]|ul|ol|li|dl|dt|dd|table|figure|figcaption|hr|address|caption|details|summary|center|form)$/;

/** The blocks of a chapter of XHTML, without its navigation, deletions and hidden parts. */
export function readChapter(page: XmlElement): readonly Block[] {
  return readBlocks(page, '');
}

/** Reads what contains blocks; text between them is a paragraph too. The first paragraph gets the label. */
function readBlocks(element: XmlElement, label: string): readonly Block[] {
  const blocks: Block[] = [];
  let line = createLineBuilder();
  const endLine = () => {
    if (!line.isEmpty())
      blocks.push({ kind: 'paragraph', text: line.text().trim(), heading: HEADING.test(element.name) });
    line = createLineBuilder();
  };
  for (const node of element.children) {
    if (typeof node === 'string') line.addText(plain(node));
    else if (isLeftOut(node)) continue;
    else if (BLOCKS.test(node.name) || containsBlocks(node)) {
      endLine();
      blocks.push(...readBlock(node));
    } else readInline(node, line, false);
  }
  endLine();
  return label === '' ? blocks : withLabel(blocks, label);
}

const HEADING = /^h[1-6]$/;

function readBlock(element: XmlElement): readonly Block[] {
  if (element.name === 'table') return [{ kind: 'table', rows: findRows(element) }];
  if (element.name !== 'ol') return readBlocks(element, '');
  let number = Number(element.attributes.start ?? 1) || 1;
  const format = FORMATS[element.attributes.type ?? '1'] ?? 'decimal';
  return elementsOf(element).flatMap((item) => {
    if (item.name !== 'li' || isLeftOut(item)) return isLeftOut(item) ? [] : readBlock(item);
    number = Number(item.attributes.value ?? number) || number;
    return readBlocks(item, `${formatListNumber(number++, format)}.`);
  });
}

const FORMATS: Readonly<Record<string, NumberFormat>> = {
  ...{ a: 'lower-letter', A: 'upper-letter', i: 'lower-roman', I: 'upper-roman' },
};

function withLabel([first, ...rest]: readonly Block[], label: string): readonly Block[] {
  if (first?.kind !== 'paragraph') return first === undefined ? [] : [first, ...rest];
  return [{ ...first, text: `${label} ${first.text}` }, ...rest];
}

function isLeftOut({ name, attributes }: XmlElement): boolean {
  const hidden = 'hidden' in attributes || /display\s{0,9}:\s{0,9}none/i.test(attributes.style ?? '');
  return (
    hidden ||
    LEFT_OUT.has(name) ||
    /\b(?:toc|landmarks|page-list|pagebreak)\b/.test(attributes['epub:type'] ?? '')
  );
}

function containsBlocks(element: XmlElement): boolean {
  return elementsOf(element).some((child) => BLOCKS.test(child.name) || containsBlocks(child));
}

function readInline(element: XmlElement, line: LineBuilder, raised: boolean): void {
  if (isLeftOut(element)) return;
  if (element.name === 'br') line.addText('\n');
  else if (element.name === 'img') line.addPicture(element.attributes.alt ?? null);
  else if (element.name === 'math') line.addFormula(mathmlText(element));
  else if (!isNoteMark(element)) {
    const up = raised || element.name === 'sup';
    for (const node of element.children) {
      if (typeof node === 'string') line.addText(plain(node), up);
      else readInline(node, line, up);
    }
  }
}

/** Notes stand in the book as text of their own, so that their marks say nothing. */
function isNoteMark({ attributes }: XmlElement): boolean {
  return /\bnoteref\b/.test(attributes['epub:type'] ?? '') || attributes.role === 'doc-noteref';
}

function plain(text: string): string {
  return text.replace(/[\t\n\f\r ]+/g, ' ');
}

function findRows(table: XmlElement): readonly Row[] {
  const above = new Map<number, { cell: Cell; rows: number }>(); // by column, what goes on below
  const heads = new Set(findAll(table, 'thead').flatMap((head) => findAll(head, 'tr')));
  return findAll(table, 'tr').map((row) => {
    const elements = elementsOf(row).filter(({ name }) => name === 'td' || name === 'th');
    const cells: Cell[] = [];
    let at = 0;
    const goOn = () => {
      for (let from = above.get(at); from && from.rows > 0; from = above.get(at)) {
        cells.push(from.cell);
        above.set(at, { cell: from.cell, rows: from.rows - 1 });
        at += from.cell.span;
      }
    };
    for (const element of elements) {
      goOn();
      const cell = { blocks: readBlocks(element, ''), span: number(element.attributes.colspan) };
      cells.push(cell);
      above.set(at, { cell, rows: number(element.attributes.rowspan) - 1 });
      at += cell.span;
    }
    goOn();
    const header = heads.has(row) || elements.every(({ name }) => name === 'th');
    return { cells, header: elements.length > 0 && header };
  });
}

const MAX_SPAN = 1000; // columns or rows (HTML standard, 4.9.11)

function number(written: string | undefined): number {
  return Math.min(MAX_SPAN, Math.max(1, Number(written ?? 1) || 1));
}
