import type { PdfLine } from './lines.ts';

const WORDS = 2.5; // in a line, on average
const LETTERS = 0.65; // of the characters that aren't spaces
const GOING_ON = 0.25; // of the lines that go on with a sentence in small letters
const FULL = 0.5; // of the lines that are nearly as wide as the widest
const NEARLY = 0.7; // of its width
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/gu;
const CASED = /[\p{Ll}\p{Lu}]/u;

/** Whether lines are those of sentences that run from one to the next, rather than entries of a table or a list. */
export function isProse(lines: readonly PdfLine[]): boolean {
  const text = lines.map((line) => line.text).join(' ');
  const characters = text.replaceAll(' ', '').length;
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const words = (text.match(/\S+/g)?.length ?? 0) + unspaced / 2;
  if (words / lines.length < WORDS || letters < characters * LETTERS) return false;
  return isFilled(lines) && (unspaced > letters / 2 || !CASED.test(text) || goOn(lines));
}

/** The widths are those of the column next to the other lines, if there are several. */
function isFilled(lines: readonly PdfLine[]): boolean {
  const widths = lines.map(({ left, right }) => right - left).sort((a, b) => b - a);
  const widest = widths[Math.floor(widths.length * 0.1)] ?? 0;
  return widths.filter((width) => width >= widest * NEARLY).length >= lines.length * FULL;
}

function goOn(lines: readonly PdfLine[]): boolean {
  return lines.filter(({ text }) => /^\p{Ll}/u.test(text)).length >= lines.length * GOING_ON;
}
