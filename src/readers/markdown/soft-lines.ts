import { isFull } from '../clean/wrapped-lines.ts';

const LABEL = /^\p{L}[^:\n]{0,30}:\s/u;
const OPENS = /^["“‘(]?[\p{Lu}\p{N}]/u;
const ENDED = /[.!?…:;]["”’)]?$/u;
const NARROW = 60; // characters of lines that stand for themselves: verses, addresses
const LEAST_WIDTH = 40; // columns at which a text may be wrapped
const FEW = 3; // lines from which they are told from a sentence that goes on
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{P}]/u;

/**
 * Joins the lines of a paragraph of Markdown, which shows them as one. Labelled lines ("Present: …"), and short ones that
 * each begin anew, stay lines, as notes are written where a line break is shown as one.
 */
export function joinSoftLines(text: string): string {
  return text
    .split('\v')
    .map((part) => {
      const lines = part.split('\n').map((line) => line.trim());
      return standAlone(lines) ? lines.join('\n') : join(lines);
    })
    .join('\n');
}

function standAlone(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  if (lines.every((line) => LABEL.test(line))) return true;
  const inner = lines.slice(0, -1);
  return (
    lines.length >= FEW &&
    lines.every((line) => line.length <= NARROW && OPENS.test(line)) &&
    !inner.some((line) => ENDED.test(line) && !LABEL.test(line)) &&
    !isWrapped(lines)
  );
}

/** Whether most lines had no room for the first word of the next one; nobody wraps as narrow as verses can be. */
function isWrapped(lines: readonly string[]): boolean {
  const width = Math.max(...lines.map((line) => line.length));
  if (width < LEAST_WIDTH) return false;
  const full = lines.slice(0, -1).filter((line, at) => isFull(line, lines[at + 1] ?? '', width));
  return full.length * 2 >= lines.length - 1;
}

function join(lines: readonly string[]): string {
  const filled = lines.filter((line) => line !== '');
  return filled.map((line, at) => `${separator(filled[at - 1] ?? '', line)}${line}`).join('');
}

/** Scripts without spaces are joined without one. */
function separator(before: string, after: string): string {
  const [last = '', first = ''] = [[...before.slice(-2)].at(-1), [...after.slice(0, 2)][0]];
  const unspaced = UNSPACED.test(last) && UNSPACED.test(first) && !isAscii(last) && !isAscii(first);
  return before === '' || unspaced ? '' : ' ';
}

function isAscii(character: string): boolean {
  return character < '\u0080';
}
