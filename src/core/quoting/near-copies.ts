import type { Document } from '../library/document.ts';
import type { DocumentVersion } from '../library/first-sight-store.ts';
import type { IndexedDocument } from '../library/indexed-document.ts';
import { hash } from '../text/hash.ts';
import { numbersOf } from './facts.ts';

const SHINGLE = 3; // words
const SKETCH = 256; // smallest hashes kept of a document; a text of up to so many words is compared whole
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
  return resemblance(sketchOf(a), sketchOf(b)) >= SAME;
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
  const [inA, inB] = [new Set(numbersOf(a.document.text)), new Set(numbersOf(b.document.text))];
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
  const bodies = passages.flatMap((passage) => passage.bodies);
  const words = bodies.flatMap(({ start, end }) => wordsOf(document.text.slice(start, end)));
  const hashes = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at++)
    hashes.add(hash(words.slice(at, at + SHINGLE).join(' ')));
  const sketch = [...hashes].sort((a, b) => a - b).slice(0, SKETCH);
  sketches.set(document, sketch);
  return sketch;
}

// In scripts without spaces between words, each character counts as one.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+/gu;

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}
