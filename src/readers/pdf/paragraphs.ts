import { tidyText } from '../clean/readable-text.ts';
import type { PdfLine } from './pages.ts';

const APART = 1.35; // times the usual line distance that separates paragraphs
const DOUBLE = 1.8; // times the height of letters, after a finished sentence
const OTHER_SIZE = 1.15; // times the other line's letters
const INDENT = 0.8; // times the height of letters
const SHORT = 0.8; // of the widest line of its page
const ENDED = /[.!?:…。！？][”’"'»)\]]*$/u;
const ITEM = /^(?:[•▪‣◦●■–—*-]|\(?(?:\d{1,3}|[a-z])[.)])\s/u;

/** Joins lines that were broken by a page's width; in doubt, it starts a new paragraph. */
export function joinParagraphs(pages: readonly (readonly PdfLine[])[]): string {
  const words = knownWords(pages.flat());
  const paragraphs: string[] = [];
  let last: PdfLine | null = null;
  for (const page of pages) {
    const layout = { leading: usualLeading(page), right: rightEdge(page) };
    for (const [at, line] of page.entries()) {
      const apart = last === null || (at > 0 ? startsParagraph(last, line, layout) : !continues(last, line));
      if (apart) paragraphs.push(line.text);
      else paragraphs.push(joinBroken(paragraphs.pop() ?? '', line.text, words));
      last = line;
    }
  }
  return tidyText(paragraphs.join('\n\n'));
}

interface Layout {
  readonly leading: number;
  readonly right: number;
}

function startsParagraph(above: PdfLine, line: PdfLine, { leading, right }: Layout): boolean {
  const distance = above.base - line.base;
  const ended = ENDED.test(above.text);
  if (distance < -line.size) return !continues(above, line); // the next column
  if (Math.max(above.size, line.size) > Math.min(above.size, line.size) * OTHER_SIZE) return true;
  if (ITEM.test(line.text) || distance > leading * APART) return true;
  if (ended && distance > line.size * DOUBLE) return true;
  if (line.left > above.left + line.size * INDENT && ended) return true;
  return ended && above.right < right * SHORT;
}

/** Whether a sentence continues in the next column or on the next page. */
function continues(above: PdfLine, line: PdfLine): boolean {
  return !ENDED.test(above.text) && /^\p{Ll}/u.test(line.text) && !ITEM.test(line.text);
}

function rightEdge(page: readonly PdfLine[]): number {
  return page.reduce((most, { right }) => Math.max(most, right), 0);
}

function usualLeading(page: readonly PdfLine[]): number {
  const distances = page
    .slice(1)
    .map((line, at) => (page[at]?.base ?? 0) - line.base)
    .filter((distance) => distance > 0)
    .sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 2)] ?? 0;
}

/**
 * A hyphen at a line's end is removed only if the text elsewhere has the word without it, and not with it; otherwise it
 * stays as it is printed.
 */
function joinBroken(text: string, line: string, words: ReadonlySet<string>): string {
  const tail = text.slice(-60);
  const [, start = ''] = /(\p{L}+)[-‐]$/u.exec(tail) ?? [];
  const [end = ''] = /^\p{Ll}+/u.exec(line) ?? [];
  if (start === '') return `${text} ${line}`;
  if (end === '') return /^\p{L}/u.test(line) ? text + line : `${text} ${line}`;
  const whole = (start + end).toLowerCase();
  const hyphened = `${start}-${end}`.toLowerCase();
  return words.has(whole) && !words.has(hyphened) ? text.slice(0, -1) + line : text + line;
}

function knownWords(lines: readonly PdfLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+(?:[-‐]\p{L}+)*/gu))
      words.add(word.replaceAll('‐', '-'));
  return words;
}
