import { tidyLine } from '../clean/readable-text.ts';
import { usualSize } from './layout.ts';
import type { PdfLine } from './lines.ts';

const LARGE = 1.25; // times the usual font size
const MAX_LENGTH = 200; // characters; a longer one is a slogan or a whole page in large letters
const BORNE_OUT = 0.6; // of a title's words that stand at the start of the document
const START = 60; // lines

/** The lines of the largest letters at the top of the first page, if they are clearly larger than the text. */
export function findHeadline(pages: readonly (readonly PdfLine[])[]): string | null {
  const [first = []] = pages;
  const top = first.slice(0, 6);
  const largest = top.reduce((most, { size }) => Math.max(most, size), 0);
  if (largest < usualSize(pages.flat()) * LARGE) return null;
  const from = top.findIndex(({ size }) => size === largest);
  const rest = top.slice(from);
  const end = rest.findIndex(({ size }) => size < largest * 0.95);
  const headline = tidyLine((end === -1 ? rest : rest.slice(0, end)).map(({ text }) => text).join(' '));
  return headline !== null && headline.length <= MAX_LENGTH ? headline : null;
}

/** Whether the start of a document says what its properties call it; templates leave their own title there. */
export function isBorneOut(title: string, start: readonly PdfLine[]): boolean {
  const said = wordsOf(
    start
      .slice(0, START)
      .map(({ text }) => text)
      .join(' '),
  );
  const glued = [...said].join('');
  const words = [...wordsOf(title)];
  return words.filter((word) => said.has(word) || glued.includes(word)).length >= words.length * BORNE_OUT;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [],
  );
}
