import { formulaText } from '../office/formula.ts';
import type { LineBuilder } from '../office/line-builder.ts';
import { decodeSymbols, symbolText } from '../office/symbols.ts';
import type { XmlElement } from '../office/xml.ts';
import { chosenContent, elementsOf, findAll, findChild, textOf } from '../office/xml-tree.ts';
import { isSet, type Styles, value } from './styles.ts';

/** What a paragraph's runs are read into. */
export interface RunTarget {
  readonly line: LineBuilder;
  /** Called with the content of a text box that is anchored in the paragraph. */
  addBox(content: XmlElement): void;
  /** Called with a drawing's data and description; returns whether they are read, as a diagram or a chart is. */
  addGraphic(data: XmlElement, alternative: string | null): boolean;
  /** Called for the mark of a note. */
  addNote(kind: 'footnote' | 'endnote', id: string): void;
}

/** Reads what a paragraph shows; fields may run on over paragraphs. */
export interface RunReader {
  read(paragraph: XmlElement, target: RunTarget): void;
  /** Whether all text of a paragraph is in bold type. */
  isBold(paragraph: XmlElement): boolean;
}

// Deleted in review, a form's prompt, or no text of the paragraph.
const LEFT_OUT = new Set([
  'w:del',
  'w:moveFrom',
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:delText',
  'w:instrText',
  'w:rt',
]);
const HIDING = ['w:vanish', 'w:strike', 'w:dstrike'];

interface Run {
  readonly raised: boolean;
  readonly font: string;
}

const PLAIN: Run = { raised: false, font: '' };

/** Creates the reader of one story: the body, or the notes. */
export function createRunReader(styles: Styles): RunReader {
  const fields: ('code' | 'result')[] = []; // those that are open, from the outside in
  return {
    read(paragraph, target) {
      const properties = findChild(paragraph, 'w:pPr');
      const readAll = (element: XmlElement, run: Run) => {
        for (const child of elementsOf(element)) readNode(child, run);
      };
      const readNode = (node: XmlElement, run: Run): void => {
        if (LEFT_OUT.has(node.name) || isPrompt(node)) return;
        if (node.name === 'w:fldChar') trackField(fields, node.attributes['w:fldCharType']);
        if (node.name === 'w:r') {
          if (!isHidden(node, properties, styles)) readAll(node, runOf(node));
          else for (const field of elementsOf(node)) if (field.name === 'w:fldChar') readNode(field, run);
          return;
        }
        if (node.name === 'mc:AlternateContent') {
          const content = chosenContent(node);
          if (content) readAll(content, run);
          return;
        }
        if (!fields.includes('code') && !readPiece(node, run, target)) readAll(node, run);
      };
      readAll(paragraph, PLAIN);
      while (fields.at(-1) === 'code') fields.pop(); // an instruction ends with its paragraph, even in a damaged file
    },
    isBold: (paragraph) => {
      const runs = findAll(paragraph, 'w:r').filter((run) => textOf(run).trim() !== '');
      const properties = findChild(paragraph, 'w:pPr');
      return runs.every((run) => styles.has('w:b', findChild(run, 'w:rPr'), properties));
    },
  };
}

function isHidden(run: XmlElement, paragraph: XmlElement | undefined, styles: Styles): boolean {
  return HIDING.some((toggle) => styles.has(toggle, findChild(run, 'w:rPr'), paragraph));
}

function isPrompt(node: XmlElement): boolean {
  const prompt = node.name === 'w:sdt' ? findChild(node, 'w:sdtPr', 'w:showingPlcHdr') : undefined;
  return prompt !== undefined && isSet(prompt);
}

function trackField(fields: ('code' | 'result')[], type: string | undefined): void {
  if (type === 'begin') fields.push('code');
  else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result';
  else if (type === 'end') fields.pop();
}

function runOf(run: XmlElement): Run {
  const properties = findChild(run, 'w:rPr');
  const fonts = findChild(properties, 'w:rFonts')?.attributes;
  return {
    raised: value(findChild(properties, 'w:vertAlign')) === 'superscript',
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? '',
  };
}

/** Reads an element that is a piece of the line; false if it only contains some. */
function readPiece(node: XmlElement, { raised, font }: Run, target: RunTarget): boolean {
  const { line } = target;
  switch (node.name) {
    case 'w:t':
      line.addText(decodeSymbols(textOf(node).replace(/\n/g, ' '), font), raised);
      return true;
    case 'w:tab':
    case 'w:ptab':
      line.addText('\t');
      return true;
    case 'w:br':
    case 'w:cr':
      line.addText('\n');
      return true;
    case 'w:noBreakHyphen':
      line.addText('-');
      return true;
    case 'w:sym':
      line.addText(signText(node.attributes));
      return true;
    case 'm:oMath':
      line.addFormula(formulaText(node));
      return true;
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      target.addNote(noteKind(node), node.attributes['w:id'] ?? '');
      return true;
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      readDrawing(node, target);
      return true;
    default:
      return false;
  }
}

function signText(attributes: XmlElement['attributes']): string {
  return symbolText(Number.parseInt(attributes['w:char'] ?? '', 16) || 0, attributes['w:font'] ?? '');
}

function noteKind({ name }: XmlElement): 'footnote' | 'endnote' {
  return name === 'w:footnoteReference' ? 'footnote' : 'endnote';
}

/** A drawing is text boxes, or a diagram or a chart, or a picture in the line, or an object of another program, such as a formula of the old kind. */
function readDrawing(drawing: XmlElement, { line, addBox, addGraphic }: RunTarget): void {
  const boxes = textBoxes(drawing);
  for (const box of boxes) addBox(box);
  if (boxes.length > 0) return;
  const [data] = findAll(drawing, 'a:graphicData');
  const [inline] = findAll(drawing, 'wp:inline');
  const [shape] = findAll(drawing, 'v:shape');
  const frame = inline ?? findAll(drawing, 'wp:anchor')[0];
  const alternative = findChild(frame, 'wp:docPr')?.attributes.descr ?? null;
  if (data && addGraphic(data, alternative)) {
    if (inline) line.addPicture(null);
  } else if (inline) line.addPicture(alternative);
  else if (findAll(drawing, 'o:OLEObject').length > 0) line.addObject(shape?.attributes.alt ?? null);
  else if (drawing.name === 'w:object') line.addPicture(null);
  else if (shape && !/position:\s*absolute/.test(shape.attributes.style ?? ''))
    line.addPicture(shape.attributes.alt ?? null);
}

function textBoxes(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'w:txbxContent') return [child];
    const shown = child.name === 'mc:AlternateContent' ? chosenContent(child) : child;
    return shown ? textBoxes(shown) : [];
  });
}
