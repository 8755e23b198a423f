import type { Slice } from '../text/slice.ts';

const WORDS = 4; // at each end of the excerpt
const LETTERS = 24; // characters at its start: four short words stand in a site's menu too
const MORE = 12; // words more, if fewer would match elsewhere

/**
 * Writes a URL text fragment (wicg.github.io/scroll-to-text-fragment) for an excerpt: `first words,last words`, or all of
 * a short one. A browser takes the first match in any case of letters, each part within one paragraph; so there are enough
 * words for that match to be the excerpt, and if need be those before it: `before-,first words`.
 */
export function textFragment(text: string, excerpt: Slice): string {
  const words = wordsIn(text, excerpt);
  const first = firstWords(text, words);
  const isShort = words.length <= 2 * WORDS || first.length + WORDS > words.length;
  const whole = isShort && isOneLine(words, text) ? placeOf(words) : null;
  const opening = whole ?? placeOf(first);
  if (!opening) return '';
  const start = `${prefixOf(text, opening)}${encode(sliceOf(text, opening))}`;
  const rest = words.slice(first.length);
  return whole || rest.length === 0 ? start : `${start},${encode(sliceOf(text, lastWords(text, rest)))}`;
}

function wordsIn(text: string, { start, end }: Slice): readonly Slice[] {
  const matches = [...text.slice(start, end).matchAll(/\S+/g)];
  return matches.map(({ 0: word, index }) => ({ start: start + index, end: start + index + word.length }));
}

/** As many words of the first line as make the excerpt found first; all that may be if it isn't. */
function firstWords(text: string, words: readonly Slice[]): readonly Slice[] {
  const line = wordsOfLine(words, text);
  const least = line.findIndex((_, at) => at + 1 >= WORDS && lengthOf(line.slice(0, at + 1)) >= LETTERS);
  const from = least === -1 ? line.length : least + 1;
  for (let count = from; count <= Math.min(from + MORE, line.length); count++)
    if (isFirst(text, placeOf(line.slice(0, count)))) return line.slice(0, count);
  return line.slice(0, from);
}

/** The last words of the last line, as many as stand nowhere before in the rest of the excerpt. */
function lastWords(text: string, rest: readonly Slice[]): Slice {
  const line = wordsOfLine(rest.toReversed(), text).toReversed();
  const whole = placeOf(rest) ?? { start: 0, end: 0 };
  for (let count = Math.min(WORDS, line.length); count < line.length; count++) {
    const last = placeOf(line.slice(-count));
    if (last && firstPlace(text.slice(whole.start), sliceOf(text, last)) === last.start - whole.start)
      return last;
  }
  return placeOf(line) ?? whole;
}

/** Words in order or backwards, up to the end of a line. */
function wordsOfLine(words: readonly Slice[], text: string): readonly Slice[] {
  const end = words.findIndex((word, at) => {
    const before = words[at - 1];
    return (
      before !== undefined &&
      /\n/.test(text.slice(Math.min(before.end, word.end), Math.max(before.start, word.start)))
    );
  });
  return end === -1 ? words : words.slice(0, end);
}

function isOneLine(words: readonly Slice[], text: string): boolean {
  return wordsOfLine(words, text).length === words.length;
}

/** The words before an excerpt if its own are found earlier too: those of the line before, as many as are needed. */
function prefixOf(text: string, opening: Slice): string {
  if (isFirst(text, opening)) return '';
  const [line = ''] = /[^\n]*$/.exec(text.slice(0, opening.start).trimEnd()) ?? [];
  const words = [...line.matchAll(/\S+/g)];
  const from = text.slice(0, opening.start).trimEnd().length - line.length;
  for (
    let count = Math.min(WORDS, words.length);
    count <= Math.min(WORDS + MORE, words.length) && count > 0;
    count++
  ) {
    const start = from + (words.at(-count)?.index ?? 0);
    const isEnough = count === words.length || isFirst(text, { start, end: opening.end });
    if (isEnough || count === WORDS + MORE) return `${encode(text.slice(start, opening.start))}-,`;
  }
  return '';
}

/** Whether words are found where they stand, and nowhere before. */
function isFirst(text: string, place: Slice | null): boolean {
  return place !== null && firstPlace(text, sliceOf(text, place)) === place.start;
}

const SPACED = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{N}]'; // letters of words that spaces divide

/** Where words stand first, as a browser finds them: in any case, with any white space, and not inside other words. */
function firstPlace(text: string, words: string): number {
  const written = words
    .toWellFormed()
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  return new RegExp(`(?<!${SPACED})${written}(?!${SPACED})`, 'iu').exec(text)?.index ?? -1;
}

function placeOf(words: readonly Slice[]): Slice | null {
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

function lengthOf(words: readonly Slice[]): number {
  const place = placeOf(words);
  return place ? place.end - place.start : 0;
}

function sliceOf(text: string, { start, end }: Slice): string {
  return text.slice(start, end);
}

/** Escapes "-", "," and "&", which have a meaning in a fragment; white space becomes one space, as on the page. */
function encode(words: string): string {
  return encodeURIComponent(words.replace(/\s+/g, ' ').trim().toWellFormed()).replace(/-/g, '%2D');
}
