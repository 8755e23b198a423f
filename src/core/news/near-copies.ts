import type { Corpus } from '../library/corpus.ts';
import type { Document, DocumentId } from '../library/document.ts';
import type { Search } from '../quoting/candidates.ts';
import type { Excerpt } from '../quoting/excerpts.ts';
import { hash } from '../text/hash.ts';
import type { ShownExcerpt } from './edition-content.ts';
import { numbersOf } from './facts.ts';
import { holds } from './shown-before.ts';

const SHINGLE = 3; // words
const KEPT = 256; // of a document's hashes, the smallest; a text of up to so many words is compared whole
const SAME = 0.55; // share of common shingles; a paragraph of four cut leaves .75, other reports of one event have under .1

/** One story: the document that speaks for it, and others that tell it in nearly the same words. */
export interface Story {
  readonly quoted: Document;
  readonly copies: readonly Document[];
}

/** Puts near-identical copies with the same numbers together. The one quoted has a known publisher if any has, and the earliest date. */
export function groupCopies(documents: readonly Document[], corpus: Corpus): Story[] {
  const stories: { quoted: Document; copies: Document[] }[] = [];
  for (const document of [...documents].sort(compareSources)) {
    const story = stories.find(({ quoted }) => tellTheSame(quoted, document, corpus));
    if (story) story.copies.push(document);
    else stories.push({ quoted: document, copies: [] });
  }
  return stories;
}

function compareSources(a: Document, b: Document): number {
  if ((a.publisher === null) !== (b.publisher === null)) return a.publisher === null ? 1 : -1;
  const [dateA, dateB] = [a.published ?? UNDATED, b.published ?? UNDATED];
  if (dateA !== dateB) return dateA < dateB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

const UNDATED = '9999';

/** What a channel was shown of a story, and the documents it was shown from that are still there. */
export interface ShownStory {
  readonly shown: readonly ShownExcerpt[];
  readonly originals: readonly Document[];
}

/** Finds what was shown of the story that a document tells in nearly the same words; null where nothing was. */
export function storiesShown(
  shown: readonly ShownExcerpt[],
  corpus: Corpus,
): (document: Document) => ShownStory | null {
  const byDocument = new Map<DocumentId, ShownExcerpt[]>();
  for (const each of shown) byDocument.set(each.document, [...(byDocument.get(each.document) ?? []), each]);
  return (document) => {
    const story = [...byDocument].flatMap(([id, excerpts]) => {
      if (id === document.id) return [];
      const original = corpus.document(id) ?? null;
      if (original && areNearCopies(original, document, corpus)) return { excerpts, original };
      return excerpts.some(({ sha256 }) => sha256 === document.sha256) ? { excerpts, original: null } : [];
    });
    if (story.length === 0) return null;
    const originals = story.flatMap(({ original }) => original ?? []);
    return { shown: story.flatMap(({ excerpts }) => excerpts), originals };
  };
}

/** Which of some documents are near-identical to each of those quoted and hold what is quoted; those with none are absent. */
export function copiesOf(
  excerpts: readonly Excerpt[],
  among: ReadonlySet<DocumentId>,
  search: Search,
): ReadonlyMap<DocumentId, readonly DocumentId[]> {
  const { corpus } = search;
  const quoted = new Set(excerpts.map(({ document }) => document));
  const others = [...among].sort().flatMap((id) => corpus.document(id) ?? []);
  const copies = new Map<DocumentId, readonly DocumentId[]>();
  for (const document of quoted) {
    const own = excerpts.filter((each) => each.document === document);
    const same = others
      .filter((other) => !isAmong(other, quoted) && areNearCopies(document, other, corpus))
      .filter((other) => own.every((excerpt) => holds(other, excerpt, search)));
    if (same.length > 0)
      copies.set(
        document.id,
        same.map(({ id }) => id),
      );
  }
  return copies;
}

function isAmong({ id }: Document, documents: ReadonlySet<Document>): boolean {
  return [...documents].some((document) => document.id === id);
}

/** Says whether two documents tell the same story in nearly the same words. */
function areNearCopies(a: Document, b: Document, corpus: Corpus): boolean {
  if (a.sha256 === b.sha256) return true;
  return resemblance(sketchOf(a, corpus), sketchOf(b, corpus)) >= SAME;
}

/** Near copies, neither of which has a number that the other lacks while it lacks one itself. */
function tellTheSame(a: Document, b: Document, corpus: Corpus): boolean {
  if (!areNearCopies(a, b, corpus)) return false;
  const [inA, inB] = [new Set(numbersOf(a.text)), new Set(numbersOf(b.text))];
  return [...inA].every((number) => inB.has(number)) || [...inB].every((number) => inA.has(number));
}

/** Which share of the shingles of two texts they have in common, estimated from the smallest of both. */
function resemblance(a: readonly number[], b: readonly number[]): number {
  let [atA, atB, seen, shared] = [0, 0, 0, 0];
  while (seen < KEPT && atA < a.length && atB < b.length) {
    const difference = (a[atA] ?? 0) - (b[atB] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) atA++;
    if (difference >= 0) atB++;
    seen++;
  }
  const rest = Math.min(KEPT - seen, a.length - atA + b.length - atB);
  return seen + rest === 0 ? 0 : shared / (seen + rest);
}

const sketches = new WeakMap<Document, readonly number[]>();

/** The smallest hashes of a document's shingles, in order; headings and page furniture left out. */
function sketchOf(document: Document, corpus: Corpus): readonly number[] {
  const known = sketches.get(document);
  if (known) return known;
  const bodies = corpus.passages(document.id).flatMap((passage) => passage.bodies);
  const words = bodies.flatMap(({ start, end }) => wordsOf(document.text.slice(start, end)));
  const hashes = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at++)
    hashes.add(hash(words.slice(at, at + SHINGLE).join(' ')));
  const sketch = [...hashes].sort((a, b) => a - b).slice(0, KEPT);
  sketches.set(document, sketch);
  return sketch;
}

// Where no spaces divide words, each character counts as one.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+/gu;

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}
