import type { PdfLine } from './lines.ts';
import { splitParagraphs } from './paragraphs.ts';

/** A line as a recognizer gives it, and how sure it is of its words, from 0 to 100; measures are in pixels, from the top. */
export interface RecognizedLine {
  readonly text: string;
  readonly confidence: number;
  readonly bbox: { readonly x0: number; readonly x1: number };
  readonly baseline: { readonly y0: number };
  readonly rowAttributes: { readonly rowHeight: number };
}

/** A part of a page that belongs together; a paragraph of it is often several. */
export interface RecognizedBlock {
  readonly paragraphs: readonly { readonly lines: readonly RecognizedLine[] }[];
}

const LEAST = 60; // of 100; pictures and stains read as letters have less, print has more than 85

/** The paragraphs of a page that were read for sure, without a page number at its edge. */
export function joinRecognized(blocks: readonly RecognizedBlock[]): string {
  const paragraphs = blocks
    .flatMap(splitBlock)
    .filter((lines) => meanConfidence(lines) >= LEAST)
    .map((lines) => joinLines(lines.map(({ text }) => text)))
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
  const isNumber = (at: number) => PAGE_NUMBER.test(paragraphs.at(at) ?? '');
  const from = paragraphs.length > 1 && isNumber(0) ? 1 : 0;
  const to = paragraphs.length > 1 && isNumber(-1) ? -1 : undefined;
  return paragraphs.slice(from, to).join('\n\n');
}

const PAGE_NUMBER = /^\W{0,3}(?:\d{1,4}|[ivxl]{1,6})\W{0,3}$/i;

interface ReadLine extends PdfLine {
  readonly confidence: number;
}

function splitBlock({ paragraphs }: RecognizedBlock): readonly (readonly ReadLine[])[] {
  const all = paragraphs.flatMap(({ lines }) => lines);
  const usual = median(all.map(({ rowAttributes }) => rowAttributes.rowHeight));
  const placed = paragraphs.map(({ lines }) => lines.map((line, at) => placeLine(line, at, usual)));
  const leading = leadingOf(placed.flat());
  return placed.flatMap((lines) => splitParagraphs(lines, leading));
}

const UNSURE = 1.3; // times the usual height of letters, by which that of a line may be misjudged

/** A line on a page whose measures grow from below, as in a PDF. */
function placeLine(line: RecognizedLine, order: number, usual: number): ReadLine {
  const { text, confidence, bbox, baseline, rowAttributes } = line;
  const { rowHeight } = rowAttributes;
  const isUsual = rowHeight < usual * UNSURE && rowHeight > usual / UNSURE;
  return {
    ...{ text: text.trim(), confidence, order },
    ...{ left: bbox.x0, right: bbox.x1, base: -baseline.y0, size: isUsual ? usual : rowHeight },
  };
}

const CLOSE = 2.5; // times the height of letters: lines of a paragraph are no further apart

/** The usual distance of lines that may be of one paragraph; a short page has more headings than lines. */
function leadingOf(lines: readonly PdfLine[]): number {
  const distances = lines.map(({ base, size }, at) => ({
    distance: (lines[at - 1]?.base ?? base) - base,
    size,
  }));
  const close = distances.filter(({ distance, size }) => distance > 0 && distance <= size * CLOSE);
  return median(close.map(({ distance }) => distance));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function meanConfidence(lines: readonly ReadLine[]): number {
  return lines.reduce((sum, { confidence }) => sum + confidence, 0) / lines.length;
}

/** A hyphen at a line's end stays as it is printed. */
function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const isBroken = /\p{L}[-‐]$/u.test(text) && /^\p{L}/u.test(line);
    return isBroken || text === '' ? text + line : `${text} ${line}`;
  }, '');
}
