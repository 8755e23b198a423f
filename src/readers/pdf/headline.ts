import { tidyLine } from '../clean/readable-text.ts';
import type { PdfLine } from './pages.ts';

const LARGE = 1.25; // times the usual font size
const MAX_LENGTH = 200; // characters; a longer one is a slogan or a whole page in large letters

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

/** The font size of most characters. */
function usualSize(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}
