import { quotationBalance } from '../text/quotation-balance.ts';
import type { Slice } from '../text/slice.ts';
import type { Candidate } from './candidate.ts';
import { dependsOnBefore } from './dangling.ts';
import { listAhead, listAround } from './list-excerpt.ts';
import { areParted } from './parted.ts';
import type { QuotedPlace } from './quoted-place.ts';

/** One to three whole sentences of one passage, or a list with its introduction, quoted word for word. `slice` is theirs. */
export interface Excerpt extends Candidate {
  readonly text: string;
}

const MAX_SENTENCES = 3;
const MAX_WITH_CONTEXT = 420; // characters; no longer excerpt is made only to explain a pronoun or to go on

/**
 * Makes an excerpt of a candidate: its sentence, and those without which it can't be understood: the rest of a
 * quotation, the list that a colon announces, who "he" is, what goes on to answer. It stays one sentence if more would repeat a place in `shown`.
 * `before`: how many sentences before it may be brought to explain it.
 */
export function growExcerpt(candidate: Candidate, shown: readonly QuotedPlace[] = [], before = 1): Excerpt {
  const grown = grow(candidate, before);
  return shown.length === 0 || unseen(shown)(grown) ? grown : excerptOf(candidate, candidate.slice);
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

/** Creates a filter for candidates that are unseen, and repeat no seen one of any document word for word. */
export function unheard(
  all: readonly Candidate[],
  shown: readonly QuotedPlace[],
): (candidate: Candidate) => boolean {
  const isUnseen = unseen(shown);
  const read = ({ document, slice }: Candidate) => document.text.slice(slice.start, slice.end);
  const heard = new Set(all.filter((each) => !isUnseen(each)).map(read));
  return (candidate) => isUnseen(candidate) && !heard.has(read(candidate));
}

/** Whether two slices of a text share a character. */
export function overlaps(a: Slice, b: Slice): boolean {
  return a.start < b.end && b.start < a.end;
}

function grow(candidate: Candidate, most: number): Excerpt {
  const list = listAround(candidate) ?? (isOpenAnswer(candidate, most) ? listAhead(candidate) : null);
  if (list) return excerptOf(candidate, list);
  const { document, before, at, continued } = candidate;
  const sentences = before ? [before, ...candidate.sentences] : candidate.sentences;
  const sliceOf = (from: number, to: number): Slice => ({
    start: sentences[from]?.start ?? 0,
    end: sentences[to]?.end ?? 0,
  });
  const read = (from: number, to: number) => document.text.slice(sentences[from]?.start, sentences[to]?.end);
  const own = before ? at + 1 : at;
  let [from, to] = [own, own];
  const isShort = () => to - from + 1 < MAX_SENTENCES;
  const canGoOn = () => isShort() && !areParted(document.text, sentences[to], sentences[to + 1]);
  const canGoBack = () => isShort() && !areParted(document.text, sentences[from - 1], sentences[from]);
  while (canGoOn() && continues(read(from, to))) to++;
  while (canGoBack() && startsEarlier(read(from, to))) from--;
  const opening = Math.max(0, from - most);
  const needsContext = () => canGoBack() && from > opening && dependsOnBefore(read(from, to), candidate);
  while (needsContext() && read(from - 1, to).length <= MAX_WITH_CONTEXT) from--;
  const goesOn = continued && to === own && canGoOn();
  if (goesOn && read(from, to + 1).length <= MAX_WITH_CONTEXT) to++;
  return excerptOf(candidate, sliceOf(from, to));
}

/** Whether a candidate answers a question that asks for no kind of fact; a brief has less room. */
function isOpenAnswer({ fact }: Candidate, most: number): boolean {
  return fact === undefined && most > 1;
}

/** Makes whole sentences around a candidate its excerpt. */
export function excerptOf(candidate: Candidate, slice: Slice): Excerpt {
  return { ...candidate, slice, text: candidate.document.text.slice(slice.start, slice.end) };
}

/** Whether a text leaves a quotation open, or ends in a colon. */
function continues(text: string): boolean {
  return text.endsWith(':') || quotationBalance(text) > 0;
}

/** Whether a text closes a quotation that it did not open, or is a quotation without its speaker. */
function startsEarlier(text: string): boolean {
  return quotationBalance(text) < 0 || isBareQuotation(text);
}

function isBareQuotation(text: string): boolean {
  return /^[“"]/.test(text) && /[”"]$/.test(text) && !/[”"].*[“"]/.test(text.slice(1, -1));
}
