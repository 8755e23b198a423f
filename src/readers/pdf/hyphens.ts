import { englishSpecificity } from '../../core/text/word-frequency.ts';
import { isCompletedLater, isHyphenation } from './hyphenation.ts';
import type { PdfLine } from './lines.ts';

/** Joins the end of a text with the line below it. */
export type JoinLines = (text: string, line: string) => string;

const TAIL = 60; // characters
const specificity = englishSpecificity;

/**
 * Creates a function that joins lines. A hyphen at a line's end is removed if the document, or a list of English words,
 * has the word without it, or if the language speaks for it; it stays, as it is printed, if the document has the word with
 * it, or if nothing tells.
 */
export function createJoiner(lines: readonly PdfLine[], language: string): JoinLines {
  const { words, inner } = knownWords(lines);
  const isWord = (word: string, known: ReadonlySet<string>) => known.has(word) || specificity(word) < 1;
  return (text, line) => {
    const [, start = '', hyphen = ''] = /(\p{L}+)([-‐]?)$/u.exec(text.slice(-TAIL)) ?? [];
    const [end = ''] = /^\p{Ll}+/u.exec(line) ?? [];
    const whole = (start + end).toLowerCase();
    if (start === '' || (end === '' && hyphen === '')) return `${text} ${line}`;
    if (hyphen === '') {
      const broken = !isWord(start.toLowerCase(), inner) && isWord(whole, inner);
      return broken && end.length > 1 ? text + line : `${text} ${line}`; // PDF.js leaves out soft hyphens
    }
    if (end === '') return /^\p{L}/u.test(line) ? text + line : `${text} ${line}`;
    const isPrinted = words.has(`${start}-${end}`.toLowerCase());
    if (isPrinted) return text + line;
    if (isWord(whole, words)) return text.slice(0, -1) + line;
    if (isCompletedLater(line)) return `${text} ${line}`;
    const breaks = isHyphenation({ start, end }, language, (word) => isWord(word, inner));
    return breaks ? text.slice(0, -1) + line : text + line;
  };
}

interface KnownWords {
  readonly words: ReadonlySet<string>;
  /** Those that stand inside a line, so that they are whole. */
  readonly inner: ReadonlySet<string>;
}

function knownWords(lines: readonly PdfLine[]): KnownWords {
  const words = new Set<string>();
  const inner = new Set<string>();
  for (const { text } of lines)
    for (const { 0: found, index } of text.toLowerCase().matchAll(/\p{L}+(?:[-‐]\p{L}+)*/gu)) {
      const word = found.replaceAll('‐', '-');
      words.add(word);
      if (index > 0 && index + found.length < text.length) inner.add(word);
    }
  return { words, inner };
}
