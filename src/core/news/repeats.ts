import type { Document, DocumentId } from '../library/documents/document.ts';
import { allSentences, type IndexedDocument } from '../library/documents/indexed-document.ts';
import { haveSameStory } from '../quoting/near-copies.ts';
import type { Slice } from '../text/slice.ts';

/** A sentence of a document. */
export interface PlacedSentence {
  readonly document: Document;
  readonly slice: Slice;
}

/** What of newer documents stands in older ones. */
export interface Repeats {
  /** The document tells the story of an older one, and nothing besides. */
  isCopy(indexed: IndexedDocument): boolean;
  /** The sentence stands in an older document too, in any white space; in a near copy, with a word or two changed. */
  isRepeated(sentence: PlacedSentence): boolean;
}

/** Finds what repeats older documents. `newer`: the documents that are asked about. */
export function findRepeats(
  older: readonly IndexedDocument[],
  newer: ReadonlyMap<DocumentId, IndexedDocument>,
): Repeats {
  let exact: ReadonlySet<string> | null = null;
  const copied = new Map<DocumentId, readonly string[]>();
  const copiedBy = (id: DocumentId): readonly string[] => {
    const known = copied.get(id) ?? sentencesCopied(newer.get(id), older);
    copied.set(id, known);
    return known;
  };
  const isRepeated = ({ document, slice }: PlacedSentence) => {
    exact ??= new Set(older.flatMap(sentencesIn));
    const text = plain(document.text.slice(slice.start, slice.end));
    return exact.has(text) || copiedBy(document.id).some((other) => saysTheSame(text, other));
  };
  return {
    isRepeated,
    isCopy: (indexed) =>
      copiedBy(indexed.document.id).length > 0 &&
      allSentences(indexed).every((slice) => isRepeated({ document: indexed.document, slice })),
  };
}

/** The sentences of the older documents whose story a newer one tells in nearly the same words. */
function sentencesCopied(
  indexed: IndexedDocument | undefined,
  older: readonly IndexedDocument[],
): readonly string[] {
  return indexed ? older.filter((other) => haveSameStory(other, indexed)).flatMap(sentencesIn) : [];
}

function sentencesIn(indexed: IndexedDocument): string[] {
  const { text } = indexed.document;
  return allSentences(indexed).map(({ start, end }) => plain(text.slice(start, end)));
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const SAME = 0.75; // share of the different words of the longer sentence that the other has too

/** Whether two sentences have nearly the same words, and the same numbers. */
function saysTheSame(a: string, b: string): boolean {
  const [inA, inB] = [wordsOf(a), wordsOf(b)];
  if ([...inA, ...inB].some((word) => /\p{N}/u.test(word) && !(inA.has(word) && inB.has(word)))) return false;
  const shared = [...inA].filter((word) => inB.has(word)).length;
  return shared >= SAME * Math.max(inA.size, inB.size);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
