import type { PdfPage } from './pages.ts';

const LEAST = 20; // characters; fewer are a page with a few symbols
const MOSTLY = 0.3; // of a page's characters that stand for no letter
const SOME = 0.08; // the same for a page whose other letters make no words
const VOWELS = 0.2; // of Latin letters; languages written in them have a third or more

// Private use, replaced, unassigned, and controls: what a font without a map to Unicode leaves of its letters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted.
const NO_LETTER = /[\p{Co}\p{Cn}\uFFFD\u0000-\u0008\u000E-\u001F\u007F-\u009F]/gu;

/** Whether most of a page's text can't be read, as its fonts don't say which letters they draw. */
export function isUnreadable({ lines, turned }: PdfPage): boolean {
  const text = [...lines, ...turned]
    .map((line) => line.text)
    .join('')
    .replaceAll(' ', '');
  if (text.length < LEAST) return false;
  const unknown = (text.match(NO_LETTER)?.length ?? 0) / text.length;
  return unknown >= MOSTLY || (unknown >= SOME && vowelsIn(text) < VOWELS);
}

/** Which pages are left out and why, as the end of a sentence that begins with the file. */
export function describeOmitted(pages: readonly PdfPage[]): string {
  const named = pages.slice(0, NAMED).map(({ label }) => label);
  const more = pages.length > NAMED ? ` and ${pages.length - NAMED} more` : '';
  return `lacks ${pages.length === 1 ? 'page' : 'pages'} ${named.join(', ')}${more}: ${REASON}`;
}

const NAMED = 20; // pages
const REASON =
  'the fonts do not say which letters they draw; print the file anew or run text recognition (OCR) on it';

/** The same for a file of which nothing else is left. */
export const ALL_OMITTED = `has no readable page: ${REASON}`;

function vowelsIn(text: string): number {
  const letters =
    text
      .normalize('NFD')
      .toLowerCase()
      .match(/\p{sc=Latin}/gu) ?? [];
  return letters.filter((letter) => 'aeiouy'.includes(letter)).length / Math.max(1, letters.length);
}
