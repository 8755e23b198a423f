import { startsItem } from '../text/list-marker.ts';
import type { Slice } from '../text/slice.ts';

const GAP = 40; // characters of white space at most between two sentences

/**
 * The sentences of a passage as lines, of which some are items of lists: they have a mark, or no blank line parts them from the line
 * before (readers part paragraphs by blank lines, items by line breaks).
 */
export class ListLines {
  readonly #text: string;
  readonly #sentences: readonly Slice[];
  readonly #hasParagraphs: boolean;

  constructor(text: string, sentences: readonly Slice[]) {
    this.#text = text;
    this.#sentences = sentences;
    this.#hasParagraphs = text.includes('\n\n');
  }

  /** Whether a sentence ends in a colon. */
  announces(index: number): boolean {
    const sentence = this.#sentences[index];
    return sentence !== undefined && COLON.test(this.#text.slice(sentence.start, sentence.end));
  }

  /** Whether a sentence begins an item that is not the first. */
  isItem(index: number): boolean {
    return this.#isMarked(index) || this.#followsLine(index);
  }

  /** Whether a sentence goes on on the line of the one before. */
  isOnLine(index: number): boolean {
    return this.#has(index) && !this.#gapBefore(index).includes('\n') && !this.#isMarked(index);
  }

  /** The sentence that introduces the list to whose items one belongs; null if none of this passage does. */
  introductionOf(index: number): number | null {
    const first = this.#back(index);
    return first > 0 && this.announces(first - 1) ? first - 1 : null;
  }

  /** Whether a sentence belongs to a list that began in the passage before. */
  goesOnFromBefore(index: number): boolean {
    if (this.#back(index) > 0 || this.#isMarked(0)) return false; // marks number paragraphs too
    return this.#followsLine(0) || COLON.test(this.#textBefore(0));
  }

  /** Whether a list starts at a sentence: a marked item, or a line that another one follows, perhaps in the next passage. */
  isList(from: number): boolean {
    if (this.#isMarked(from)) return true;
    let last = from;
    while (this.isOnLine(last + 1)) last++;
    const rest = this.#text.slice(this.#sentences[last]?.end ?? 0, (this.#sentences[last]?.end ?? 0) + GAP);
    return this.#has(last) && this.#hasParagraphs && NEXT_LINE.test(rest);
  }

  /** Where the list that goes on after a place ends: with the last of its lines that ends before `most`. */
  endOfList(from: number, most: number): number {
    if (!this.#hasParagraphs) return from;
    let end = from;
    for (let line = lineAfter(this.#text, end); line && line.end <= most; line = lineAfter(this.#text, end))
      end = line.end;
    return end;
  }

  /** Goes back over the items of a list, to the first of them or to the line that is none. */
  #back(index: number): number {
    let first = this.#lineOf(index);
    while (first > 0 && this.isItem(first) && !this.announces(first - 1)) first = this.#lineOf(first - 1);
    return first;
  }

  #lineOf(index: number): number {
    let first = index;
    while (first > 0 && this.isOnLine(first)) first--;
    return first;
  }

  #isMarked(index: number): boolean {
    const sentence = this.#sentences[index];
    return sentence !== undefined && startsItem(this.#text, sentence);
  }

  #followsLine(index: number): boolean {
    return this.#has(index) && this.#hasParagraphs && this.#gapBefore(index).split('\n').length === 2;
  }

  #gapBefore(index: number): string {
    return /\s*$/.exec(this.#textBefore(index))?.[0] ?? '';
  }

  #textBefore(index: number): string {
    const start = this.#sentences[index]?.start ?? 0;
    return this.#text.slice(Math.max(0, start - GAP), start);
  }

  #has(index: number): boolean {
    return this.#sentences[index] !== undefined;
  }
}

/** Returns the line that follows a place with no empty line between; null if none does. */
function lineAfter(text: string, from: number): Slice | null {
  LINE.lastIndex = from;
  const [found, line] = LINE.exec(text) ?? [];
  if (found === undefined || line === undefined) return null;
  const end = from + found.length;
  return { start: end - line.length, end };
}

const LINE = /[^\S\n]*\n[^\S\n]*(\S(?:[^\n]*\S)?)/y;
const NEXT_LINE = /^[^\S\n]*\n[^\S\n]*\S/;
const COLON = /[:：]\s*$/;
