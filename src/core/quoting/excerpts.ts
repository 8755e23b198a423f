import type { Slice } from '../text/slice.ts';
import type { Candidate } from './candidate.ts';
import type { QuotedPlace } from './quoted-place.ts';

/** One to three whole sentences of one passage, quoted word for word. `slice` is theirs. */
export interface Excerpt extends Candidate {
  readonly text: string;
}

const MAX_SENTENCES = 3;
const MAX_WITH_CONTEXT = 420; // characters; no longer excerpt is made only to explain a pronoun

/**
 * Makes an excerpt of a candidate: its sentence, and those without which it can't be understood: the rest of a
 * quotation, what a colon announces, who "he" is. It stays one sentence if more would repeat a place in `shown`.
 */
export function growExcerpt(candidate: Candidate, shown: readonly QuotedPlace[] = []): Excerpt {
  const grown = grow(candidate);
  return shown.length === 0 || unseen(shown)(grown) ? grown : withText(candidate, candidate.slice);
}

/** Returns the place of an excerpt or a candidate. */
export function placeOf({ document, slice: { start, end } }: Candidate): QuotedPlace {
  return { document: document.id, start, end };
}

/** Creates a filter for candidates that overlap none of these places. */
export function unseen(shown: readonly QuotedPlace[]): (candidate: Candidate) => boolean {
  return ({ document, slice }) =>
    !shown.some((place) => place.document === document.id && overlaps(place, slice));
}

/** Whether two slices of a text share a character. */
export function overlaps(a: Slice, b: Slice): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a text starts with a word that stands for something in the sentence before. */
export function refersBack(text: string): boolean {
  return REFERS_BACK.test(text) || PRONOUN_SPEAKS.test(text);
}

const REFERS_BACK =
  /^(?:He|She|They|It|This|That|These|Those|His|Her|Their|Its|Such|The (?:former|latter|first|second|official|diplomat|move|agenda|document|decision|agreement|proposal))\b/;

const PRONOUN_SPEAKS = /[”"] (?:he|she|they) (?:said|added|argued|told|wrote|warned|noted)\b/;

function grow(candidate: Candidate): Excerpt {
  const { document, sentences, at } = candidate;
  const sliceOf = (from: number, to: number): Slice => ({
    start: sentences[from]?.start ?? 0,
    end: sentences[to]?.end ?? 0,
  });
  const read = (from: number, to: number) => document.text.slice(sentences[from]?.start, sentences[to]?.end);
  let from = at;
  let to = at;
  const canGrow = () => to - from + 1 < MAX_SENTENCES;
  while (canGrow() && to + 1 < sentences.length && continues(read(from, to))) to++;
  while (canGrow() && from > 0 && startsEarlier(read(from, to))) from--;
  const needsContext = canGrow() && from > 0 && refersBack(read(from, to));
  if (needsContext && read(from - 1, to).length <= MAX_WITH_CONTEXT) from--;
  return withText(candidate, sliceOf(from, to));
}

function withText(candidate: Candidate, slice: Slice): Excerpt {
  return { ...candidate, slice, text: candidate.document.text.slice(slice.start, slice.end) };
}

/** Whether a text leaves a quotation open, or ends in a colon. */
function continues(text: string): boolean {
  return text.endsWith(':') || quoteBalance(text) > 0;
}

/** Whether a text closes a quotation that it did not open, or is a quotation without its speaker. */
function startsEarlier(text: string): boolean {
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
