import type { Slice } from '../text/slice.ts';
import type { Candidate } from './candidate.ts';
import { ListLines } from './list-lines.ts';
import { isHeadingBetween } from './parted.ts';

const MOST = 600; // characters of a list with its introduction: two thirds of a reply of `1m`

type Place = Pick<Candidate, 'document' | 'sentences' | 'at'>;

/**
 * Returns the place of the list that a sentence introduces with a colon, or the introduction of the item that it is, with the items
 * between and as many after it, also in the passages after, as are not too long. Null if it is neither, or if that would be too long.
 */
export function listAround({ document, sentences, at }: Place): Slice | null {
  const lines = new ListLines(document.text, sentences);
  const length = (from: number, to: number) => (sentences[to]?.end ?? 0) - (sentences[from]?.start ?? 0);
  const from = lines.announces(at) ? at : lines.introductionOf(at);
  if (from === null || !lines.isList(from + 1) || length(from, at) > MOST) return null;
  const isHeaded = (to: number) => isHeadingBetween(document.text, sentences[to - 1], sentences[to]);
  let to = Math.max(at, from + 1);
  if (length(from, to) > MOST || isHeaded(from + 1)) return null;
  const goesOn = (next: number) => (lines.isItem(next) || lines.isOnLine(next)) && !isHeaded(next);
  while (goesOn(to + 1) && length(from, to + 1) <= MOST) to++;
  const { start } = sentences[from] ?? { start: 0 };
  const { end } = sentences[to] ?? { end: 0 };
  return { start, end: to + 1 < sentences.length ? end : lines.endOfList(end, start + MOST) };
}

const AHEAD = { sentences: 2, characters: 420 }; // how far before its introduction an excerpt with a list may begin

/**
 * Returns the place from a sentence to the end of the list that its paragraph leads to: “We need to know your system. Please tell us at
 * least: …”. Null if it leads to none, or that would be too long.
 */
export function listAhead({ document, sentences, at }: Place): Slice | null {
  const lines = new ListLines(document.text, sentences);
  const start = sentences[at]?.start ?? 0;
  for (let to = at + 1; to <= at + AHEAD.sentences && lines.isOnLine(to); to++) {
    const list = lines.announces(to) ? listAround({ document, sentences, at: to }) : null;
    if (list) return list.end - start <= AHEAD.characters ? { start, end: list.end } : null;
  }
  return null;
}

/** Whether a sentence is an item that completes what the introduction of a list begins. */
export function completesList({ document, sentences, at }: Place): boolean {
  const lines = new ListLines(document.text, sentences);
  const from = lines.introductionOf(at);
  return from === null ? lines.goesOnFromBefore(at) : lines.isList(from + 1);
}
