import type { Corpus } from '../corpus/corpus.ts';
import type { Document, DocumentId } from '../corpus/document.ts';
import type { ShownExcerpt } from './edition.ts';
import { hash } from './hash.ts';

const SHINGLE = 3; // words
const KEPT = 256; // of a document's hashes, the smallest; a text of up to so many words is compared whole
const SAME = 0.55; // share of common shingles; a paragraph of four cut leaves .75, other reports of one event have under .1

/** One story: the document that speaks for it, and others that tell it in nearly the same words. */
export interface Story {
  readonly quoted: Document;
  readonly copies: readonly Document[];
}

/** Puts near-identical copies together. The one quoted has a known publisher if any has, and the earliest date. */
export function groupCopies(documents: readonly Document[], corpus: Corpus): Story[] {
  const stories: { quoted: Document; copies: Document[] }[] = [];
  for (const document of [...documents].sort(compareSources)) {
    const story = stories.find(({ quoted }) => areNearCopies(quoted, document, corpus));
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

/** Tells documents that say nearly word for word what another says of which something was shown. */
export function isCopyOfShown(
  shown: readonly ShownExcerpt[],
  corpus: Corpus,
): (document: Document) => boolean {
  const others = [...new Set(shown.map(({ document }) => document))].flatMap(
    (id) => corpus.document(id) ?? [],
  );
  const texts = new Map(shown.map(({ sha256, document }) => [sha256, document]));
  return (document) =>
    (texts.get(document.sha256) ?? document.id) !== document.id ||
    others.some((other) => other.id !== document.id && areNearCopies(other, document, corpus));
}

/** Which of some documents are near-identical to each of those quoted; those with none are absent. */
export function copiesOf(
  quoted: readonly Document[],
  among: ReadonlySet<DocumentId>,
  corpus: Corpus,
): ReadonlyMap<DocumentId, readonly DocumentId[]> {
  const others = [...among].sort().flatMap((id) => corpus.document(id) ?? []);
  const copies = new Map<DocumentId, readonly DocumentId[]>();
  for (const document of quoted) {
    const same = others.filter((other) => other.id !== document.id && areNearCopies(document, other, corpus));
    if (same.length > 0)
      copies.set(
        document.id,
        same.map(({ id }) => id),
      );
  }
  return copies;
}

/** Says whether two documents tell the same story in nearly the same words. */
function areNearCopies(a: Document, b: Document, corpus: Corpus): boolean {
  if (a.sha256 === b.sha256) return true;
  return resemblance(sketchOf(a, corpus), sketchOf(b, corpus)) >= SAME;
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
