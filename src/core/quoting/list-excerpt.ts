import type { Slice } from '../text/slice.ts';
import type { Candidate } from './candidate.ts';
import { ListLines } from './list-lines.ts';

const MOST = 600; // characters of a list with its introduction: two thirds of a reply of `1m`

type Place = Pick<Candidate, 'document' | 'sentences' | 'at'>;

/**
 * Returns the place of the list that a sentence introduces with a colon, or the introduction of the item that it is, with the items
 * between and as many after it as are not too long. Null if it is neither, or if that would be too long.
 */
export function listAround({ document, sentences, at }: Place): Slice | null {
  const lines = new ListLines(document.text, sentences);
  const length = (from: number, to: number) => (sentences[to]?.end ?? 0) - (sentences[from]?.start ?? 0);
  const from = lines.announces(at) ? at : lines.introductionOf(at);
  if (from === null || !lines.isList(from + 1) || length(from, at) > MOST) return null;
  let to = Math.max(at, from + 1);
  if (length(from, to) > MOST) return null;
  while ((lines.isItem(to + 1) || lines.isOnLine(to + 1)) && length(from, to + 1) <= MOST) to++;
  return { start: sentences[from]?.start ?? 0, end: sentences[to]?.end ?? 0 };
}

/** Whether a sentence is an item that completes what the introduction of a list begins. */
export function completesList({ document, sentences, at }: Place): boolean {
  const lines = new ListLines(document.text, sentences);
  const from = lines.introductionOf(at);
  return from === null ? lines.goesOnFromBefore(at) : lines.isList(from + 1);
}
