import type { Block } from './blocks.ts';
import { formulaText } from './formula.ts';
import { createLineBuilder, type LineBuilder } from './line-builder.ts';
import { formatListNumber, type NumberFormat } from './list-number.ts';
import { decodeSymbols } from './symbols.ts';
import type { XmlElement } from './xml.ts';
import { chosenContent, elementsOf, findChild, textOf } from './xml-tree.ts';

/** Reads the paragraphs of a shape, a cell or a diagram's point, numbered ones with their numbers. */
export function readTextBody(body: XmlElement | undefined): readonly Block[] {
  const counts: (Count | undefined)[] = [];
  return elementsOf(body)
    .filter(({ name }) => name === 'a:p')
    .flatMap((paragraph): readonly Block[] => {
      const line = createLineBuilder();
      readRuns(paragraph, line);
      if (line.isEmpty()) return [];
      const label = nextLabel(findChild(paragraph, 'a:pPr'), counts);
      const text = line.text().trim();
      return [{ kind: 'paragraph', text: label === '' ? text : `${label} ${text}` }];
    });
}

function readRuns(element: XmlElement, line: LineBuilder): void {
  for (const node of elementsOf(element)) {
    switch (node.name) {
      case 'a:r':
      case 'a:fld':
        readRun(node, line);
        break;
      case 'a:br':
        line.addText('\n');
        break;
      case 'm:oMath':
        line.addFormula(formulaText(node));
        break;
      case 'mc:AlternateContent': {
        const content = chosenContent(node);
        if (content) readRuns(content, line);
        break;
      }
      default:
        if (/:m$|^m:oMathPara$/.test(node.name)) readRuns(node, line);
    }
  }
}

function readRun(run: XmlElement, line: LineBuilder): void {
  const properties = findChild(run, 'a:rPr');
  if (!/^(?:noStrike)?$/.test(properties?.attributes.strike ?? '')) return;
  const font =
    (findChild(properties, 'a:sym') ?? findChild(properties, 'a:latin'))?.attributes.typeface ?? '';
  const text = decodeSymbols(textOf(findChild(run, 'a:t')).replace(/\v/g, '\n'), font);
  line.addText(text, Number.parseInt(properties?.attributes.baseline ?? '0', 10) > 0);
}

interface Count {
  readonly format: string;
  readonly number: number;
}

/** Numbers count on while paragraphs of their level have the same format. */
function nextLabel(properties: XmlElement | undefined, counts: (Count | undefined)[]): string {
  const level = Math.min(MAX_LEVEL, Number(properties?.attributes.lvl ?? 0) || 0);
  counts.length = level + 1;
  const numbered = findChild(properties, 'a:buAutoNum')?.attributes;
  const format = numbered?.type;
  if (format === undefined) {
    counts[level] = undefined;
    return '';
  }
  const last = counts[level];
  const number = last?.format === format ? last.number + 1 : Number(numbered?.startAt ?? 1) || 1;
  counts[level] = { format, number };
  return labelOf(format, number);
}

const MAX_LEVEL = 8;
const FORMATS: readonly (readonly [string, NumberFormat])[] = [
  ['alphaLc', 'lower-letter'],
  ['alphaUc', 'upper-letter'],
  ['romanLc', 'lower-roman'],
  ['romanUc', 'upper-roman'],
];

/** Formats are named after their signs: arabicPeriod, alphaLcParenBoth, romanUcParenR. */
function labelOf(type: string, number: number): string {
  const format = FORMATS.find(([name]) => type.startsWith(name))?.[1] ?? 'decimal';
  const written = formatListNumber(number, format);
  if (type.endsWith('ParenBoth')) return `(${written})`;
  if (type.endsWith('ParenR')) return `${written})`;
  return type.endsWith('Period') ? `${written}.` : written;
}
