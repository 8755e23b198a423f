import type { Corpus } from '../library/corpus.ts';
import type { Slice } from '../text/slice.ts';
import type { Candidate } from './candidates.ts';
import type { QuotedPlace } from './quoted-place.ts';

/** One to three whole sentences of one passage, quoted as they stand. */
export interface Excerpt extends Candidate {
  readonly text: string;
}

const MAX_SENTENCES = 3;
const MAX_WITH_CONTEXT = 420; // characters; a longer excerpt is not made only to explain a pronoun

/**
 * Makes an excerpt of a candidate: the sentence with what it can't be read without: the rest of a quotation,
 * what a colon announces, who "he" is. What `shown` holds is not quoted again for that.
 */
export function growExcerpt(
  candidate: Candidate,
  corpus: Corpus,
  shown: readonly QuotedPlace[] = [],
): Excerpt {
  const grown = grow(candidate, corpus);
  if (shown.length === 0 || unseen(shown)(grown)) return grown;
  return { ...candidate, text: candidate.document.text.slice(candidate.slice.start, candidate.slice.end) };
}

function grow(candidate: Candidate, corpus: Corpus): Excerpt {
  const { document, passage, at } = candidate;
  const sentences = corpus.sentences(document.id, passage);
  const read = (from: number, to: number) => document.text.slice(sentences[from]?.start, sentences[to]?.end);
  let from = at;
  let to = at;
  const canGrow = () => to - from + 1 < MAX_SENTENCES;
  while (canGrow() && to + 1 < sentences.length && goesOn(read(from, to))) to++;
  while (canGrow() && from > 0 && beginsBefore(read(from, to))) from--;
  if (canGrow() && from > 0 && refersBack(read(from, to)) && read(from - 1, to).length <= MAX_WITH_CONTEXT)
    from--;
  const slice: Slice = { start: sentences[from]?.start ?? 0, end: sentences[to]?.end ?? 0 };
  return { ...candidate, slice, text: document.text.slice(slice.start, slice.end) };
}

/** Where an excerpt stands. */
export function placeOf({ document, slice: { start, end } }: Candidate): QuotedPlace {
  return { document: document.id, start, end };
}

/** Tells sentences that none of these places holds. */
export function unseen(shown: readonly QuotedPlace[]): (candidate: Candidate) => boolean {
  return ({ document, slice }) =>
    !shown.some((place) => place.document === document.id && overlaps(place, slice));
}

/** Says whether two slices of a document share any character. */
export function overlaps(a: Slice, b: Slice): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A quotation left open, or a colon that announces what follows. */
function goesOn(text: string): boolean {
  return text.endsWith(':') || quoteBalance(text) > 0;
}

/** The end of a quotation that was opened earlier, or one that nobody is named for. */
function beginsBefore(text: string): boolean {
  return quoteBalance(text) < 0 || isBareQuotation(text);
}

function quoteBalance(text: string): number {
  return count(text, '“') - count(text, '”');
}

function isBareQuotation(text: string): boolean {
  return /^[“"]/.test(text) && /[”"]$/.test(text) && !/[”"].*[“"]/.test(text.slice(1, -1));
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

const REFERS_BACK =
  /^(?:He|She|They|It|This|That|These|Those|His|Her|Their|Its|Such|The (?:former|latter|first|second|official|diplomat|move|agenda|document|decision|agreement|proposal))\b/;

const SAID_BY_SOMEBODY = /[”"] (?:he|she|they) (?:said|added|argued|told|wrote|warned|noted)\b/;

/** Opens with a word that stands for something in the sentence before. */
export function refersBack(text: string): boolean {
  return REFERS_BACK.test(text) || SAID_BY_SOMEBODY.test(text);
}
