import type { Document } from '../library/documents/document.ts';
import type { IndexedDocument } from '../library/documents/indexed-document.ts';
import type { DocumentVersion } from '../library/versions/first-sight-store.ts';
import { allNumbersOf } from './facts.ts';

const SHINGLE = 3; // words
const SKETCH = 256; // smallest hashes kept of a document; a text of up to so many words is compared whole
const LEAST_LENGTH = 0.25; // of the longer one: a text that has so much more shares no half of its shingles, unless it repeats itself
const SAME = 0.55; // share of common shingles; one paragraph of four cut leaves .75, other reports of an event share under .1

/** One story: the document that is quoted, and others that tell it in nearly the same words. */
export interface Story {
  readonly quoted: IndexedDocument;
  readonly copies: readonly IndexedDocument[];
}

/**
 * Groups near-identical documents with the same numbers. The one quoted has a known publisher, if any has, and the
 * earliest date.
 */
export function groupCopies(documents: readonly IndexedDocument[]): Story[] {
  const stories: { quoted: IndexedDocument; copies: IndexedDocument[] }[] = [];
  for (const indexed of [...documents].sort(compareSources)) {
    const story = stories.find(({ quoted }) => haveSameStory(quoted, indexed));
    if (story) story.copies.push(indexed);
    else stories.push({ quoted: indexed, copies: [] });
  }
  return stories;
}

/** The versions of a story's documents. */
export function versionsOf({ quoted, copies }: Story): readonly DocumentVersion[] {
  return [quoted, ...copies].map(({ document: { id, sha256 } }) => ({ id, sha256 }));
}

/** Whether two documents tell the same story in nearly the same words. */
export function areNearCopies(a: IndexedDocument, b: IndexedDocument): boolean {
  if (a.document.sha256 === b.document.sha256) return true;
  const [one, other] = [lengthOf(a), lengthOf(b)];
  if (Math.min(one, other) < LEAST_LENGTH * Math.max(one, other)) return false;
  return resemblance(sketchOf(a), sketchOf(b)) >= SAME;
}

/** How many characters a document has, without headings and page furniture. */
function lengthOf({ passages }: IndexedDocument): number {
  let length = 0;
  for (const { bodies } of passages) for (const { start, end } of bodies) length += end - start;
  return length;
}

function compareSources({ document: a }: IndexedDocument, { document: b }: IndexedDocument): number {
  if ((a.publisher === null) !== (b.publisher === null)) return a.publisher === null ? 1 : -1;
  const [dateA, dateB] = [a.published ?? UNDATED, b.published ?? UNDATED];
  if (dateA !== dateB) return dateA < dateB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

const UNDATED = '9999'; // sorts after every date

/** Whether two documents are near copies, and the numbers of one are all in the other. */
export function haveSameStory(a: IndexedDocument, b: IndexedDocument): boolean {
  if (!areNearCopies(a, b)) return false;
  const [inA, inB] = [new Set(allNumbersOf(a.document.text)), new Set(allNumbersOf(b.document.text))];
  return [...inA].every((number) => inB.has(number)) || [...inB].every((number) => inA.has(number));
}

/** Estimates the share of shingles that two texts have in common from the smallest hashes of both. */
function resemblance(a: readonly number[], b: readonly number[]): number {
  let [atA, atB, seen, shared] = [0, 0, 0, 0];
  while (seen < SKETCH && atA < a.length && atB < b.length) {
    const difference = (a[atA] ?? 0) - (b[atB] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) atA++;
    if (difference >= 0) atB++;
    seen++;
  }
  const rest = Math.min(SKETCH - seen, a.length - atA + b.length - atB);
  return seen + rest === 0 ? 0 : shared / (seen + rest);
}

const sketches = new WeakMap<Document, readonly number[]>();

/** Returns the smallest hashes of a document's shingles in order, without headings and page furniture. */
function sketchOf({ document, passages }: IndexedDocument): readonly number[] {
  const known = sketches.get(document);
  if (known) return known;
  const words: number[] = [];
  for (const { start, end } of passages.flatMap((passage) => passage.bodies))
    addWords(document.text.slice(start, end).toLowerCase(), words);
  const sketch = leastOf(shinglesOf(words));
  sketches.set(document, sketch);
  return sketch;
}

/** Returns a hash of each three words in a row, from the hashes of the words. */
function shinglesOf(words: readonly number[]): Uint32Array {
  const shingles = new Uint32Array(Math.max(0, words.length - SHINGLE + 1));
  for (let at = 0; at < shingles.length; at++) {
    let mixed = 0;
    for (let nth = 0; nth < SHINGLE; nth++) {
      mixed = Math.imul(mixed ^ (words[at + nth] ?? 0), 0x9e3779b1);
      mixed ^= mixed >>> 15;
    }
    shingles[at] = mixed;
  }
  return shingles;
}

/** Returns the smallest of some numbers, each once, in order. */
function leastOf(numbers: Uint32Array): readonly number[] {
  const least: number[] = [];
  for (const number of numbers.sort()) {
    if (number !== least.at(-1)) least.push(number);
    if (least.length === SKETCH) break;
  }
  return least;
}

/** Adds a hash of each word of a text in lower case, without making it a text of its own. */
function addWords(text: string, words: number[]): void {
  let word = NO_WORD;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === LETTER) {
      word = Math.imul(word ^ code, FNV);
      continue;
    }
    if (word !== NO_WORD) words.push(word);
    word = NO_WORD;
    if (kind === WHOLE) words.push(Math.imul(NO_WORD ^ code, FNV));
  }
  if (word !== NO_WORD) words.push(word);
}

const [NO_WORD, FNV] = [0x811c9dc5 | 0, 0x01000193]; // FNV-1a
const [BETWEEN, LETTER, WHOLE] = [1, 2, 3]; // kinds of UTF-16 units
const kinds = new Uint8Array(65_536); // by unit; 0: not known yet

// In scripts without spaces between words, each character counts as one. Half of a pair of units counts as a letter.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const IN_WORD = /[\p{L}\p{N}\p{M}\p{Cs}]/u;

function kindOf(code: number): number {
  const known = kinds[code] ?? 0;
  if (known > 0) return known;
  const char = String.fromCharCode(code);
  const kind = UNSPACED.test(char) ? WHOLE : IN_WORD.test(char) ? LETTER : BETWEEN;
  kinds[code] = kind;
  return kind;
}
