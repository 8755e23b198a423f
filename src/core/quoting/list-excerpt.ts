import { startsItem } from '../text/list-marker.ts';
import type { Slice } from '../text/slice.ts';
import type { Candidate } from './candidate.ts';

const MOST = 600; // characters of a list with its introduction: two thirds of a reply of `1m`

/**
 * Returns the place of the list that a sentence introduces with a colon, or the introduction of the item that it is, with the items
 * between and as many after it as are not too long. Null if it is neither, or if that would be too long.
 */
export function listAround({ document, sentences, at }: Candidate): Slice | null {
  const isItem = (index: number) => {
    const sentence = sentences[index];
    return sentence !== undefined && startsItem(document.text, sentence);
  };
  const length = (from: number, to: number) => (sentences[to]?.end ?? 0) - (sentences[from]?.start ?? 0);
  let from = at;
  while (from > 0 && isItem(from)) from--;
  if (!announces(document.text, sentences[from]) || length(from, at) > MOST) return null;
  let to = at;
  while (isItem(to + 1) && length(from, to + 1) <= MOST) to++;
  if (to === from) return null;
  return { start: sentences[from]?.start ?? 0, end: sentences[to]?.end ?? 0 };
}

function announces(text: string, slice: Slice | undefined): boolean {
  return slice !== undefined && /[:：]$/.test(text.slice(slice.start, slice.end));
}
