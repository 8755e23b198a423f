import type { Block } from '../office/blocks.ts';
import { orMark } from '../office/graphic.ts';
import type { LineBuilder } from '../office/line-builder.ts';
import type { XmlElement } from '../office/xml.ts';
import { elementsOf, findAll, findChild, textOf } from '../office/xml-tree.ts';
import { type OdfStyles, objectName } from './styles.ts';

/** What an object of another program says: a formula in the line, or a chart by its words; nothing if it is another. */
export interface OdfObject {
  readonly formula?: string;
  readonly blocks: readonly Block[];
}

/** What a paragraph's content is read into. */
export interface InlineTarget {
  readonly line: LineBuilder;
  readonly styles: OdfStyles;
  /** Called with what contains the paragraphs of a text box or a shape. */
  addBox(content: XmlElement): void;
  addNote(body: XmlElement): void;
  /** What an object inside the file says. */
  object(name: string): OdfObject;
  addBlocks(blocks: readonly Block[]): void;
}

// Comments, prompts, programs, readings above characters, and text that the program hides.
const LEFT_OUT = new Set(
  'office:annotation office:forms text:placeholder text:script text:ruby-text text:tracked-changes text:note-citation svg:title svg:desc'.split(
    ' ',
  ),
);

/** Reads what a paragraph, heading or span of it shows. */
export function readInline(element: XmlElement, target: InlineTarget, raised = false): void {
  for (const node of element.children) {
    if (typeof node === 'string') target.line.addText(node.replace(/[\t\n\r ]+/g, ' '), raised);
    else if (!LEFT_OUT.has(node.name) && !isHiddenField(node)) readElement(node, target, raised);
  }
}

/** Whether a paragraph holds a field that hides it. */
export function isHiddenParagraph(paragraph: XmlElement): boolean {
  return findAll(paragraph, 'text:hidden-paragraph').some(
    ({ attributes }) => attributes['text:is-hidden'] === 'true',
  );
}

function readElement(node: XmlElement, target: InlineTarget, raised: boolean): void {
  const { line } = target;
  switch (node.name) {
    case 'text:s':
    case 'text:tab':
      line.addText(' ');
      break;
    case 'text:line-break':
      line.addText('\n');
      break;
    case 'text:span':
      readSpan(node, target, raised);
      break;
    case 'text:note':
      for (const body of elementsOf(node).filter(({ name }) => name === 'text:note-body'))
        target.addNote(body);
      break;
    case 'draw:frame':
      readFrame(node, target);
      break;
    default:
      if (/^(?:draw|dr3d):/.test(node.name)) target.addBox(node);
      else readInline(node, target, raised);
  }
}

function readSpan(span: XmlElement, target: InlineTarget, raised: boolean): void {
  const look = target.styles.look('text', span.attributes['text:style-name']);
  if (!look.hidden && !look.struck) readInline(span, target, raised || look.raised);
}

function isHiddenField({ name, attributes }: XmlElement): boolean {
  if (name === 'text:hidden-text') return attributes['text:is-hidden'] !== 'false';
  return attributes['text:display'] === 'none';
}

function readFrame(frame: XmlElement, { line, addBox, addBlocks, object }: InlineTarget): void {
  const found = objectOf(frame, object);
  const inLine = frame.attributes['text:anchor-type'] === 'as-char';
  if (findChild(frame, 'draw:text-box') || findChild(frame, 'table:table')) addBox(frame);
  else if (found?.formula !== undefined) line.addFormula(found.formula);
  else if (found && inLine && found.blocks.length === 0) line.addObject(descriptionOf(frame));
  else if (found) {
    if (inLine) line.addPicture(null);
    addBlocks(orMark(found.blocks, descriptionOf(frame)));
  } else if (inLine) line.addPicture(descriptionOf(frame));
}

/** The paragraphs that a frame outside a paragraph leaves of the object in it; null if it has none. */
export function frameBlocks(frame: XmlElement, object: InlineTarget['object']): readonly Block[] | null {
  const found = objectOf(frame, object);
  if (found === null || findChild(frame, 'draw:text-box') || findChild(frame, 'table:table')) return null;
  if (found.formula !== undefined) return [{ kind: 'paragraph', text: found.formula.trim() }];
  return frame.attributes['presentation:placeholder'] === 'true'
    ? []
    : orMark(found.blocks, descriptionOf(frame));
}

function objectOf(frame: XmlElement, object: InlineTarget['object']): OdfObject | null {
  const name = objectName(frame);
  if (name !== null) return object(name);
  return findChild(frame, 'draw:object-ole') ? { blocks: [] } : null;
}

function descriptionOf(frame: XmlElement): string | null {
  const said = [findChild(frame, 'svg:desc'), findChild(frame, 'svg:title')].map((each) =>
    textOf(each).trim(),
  );
  return said.find((each) => each !== '') ?? null;
}

/** Whether all text of a paragraph is in bold type. */
export function isBold(paragraph: XmlElement, styles: OdfStyles): boolean {
  if (styles.look('paragraph', paragraph.attributes['text:style-name']).bold) return true;
  return (
    paragraph.children.every((node) =>
      typeof node === 'string'
        ? node.trim() === ''
        : textOf(node).trim() === '' || styles.look('text', node.attributes['text:style-name']).bold,
    ) && elementsOf(paragraph).length > 0
  );
}
