import { diffArrays } from 'diff';
import { linesOf, matchLines, type PlacedWord, wordsOf } from './match-lines.ts';

/** Words of a file that its document's text leaves out. */
export interface LeftOut {
  /** Where they stood: the offset in the document's text of what follows. */
  readonly at: number;
  /** As they are in the file. */
  readonly lines: readonly string[];
}

const UNLIKE = 0.05; // share of the text's words that its file lacks, from which the two can't be compared

/**
 * Finds what a text leaves out of the whole of its file: the words between the lines that stand in both. A line that doesn't
 * stand in the file as it is, since only a part of it was kept, is compared word by word. Null if too much is different.
 */
export function findLeftOut(text: string, whole: string): readonly LeftOut[] | null {
  const [kept, all] = [linesOf(wordsOf(text)), wordsOf(whole)];
  const places = matchLines(kept, all);
  const leftOut: LeftOut[] = [];
  let [unlike, cursor] = [0, 0];
  let unmatched: PlacedWord[] = [];
  const closeGap = (to: number, at: number) => {
    const gap = comparedGap(unmatched, all.slice(cursor, to), at);
    if (!gap) return false;
    leftOut.push(...gap.leftOut);
    unlike += gap.unlike;
    unmatched = [];
    return true;
  };
  for (const [nth, line] of kept.entries()) {
    const place = places[nth] ?? null;
    if (place === null) unmatched.push(...line);
    else {
      if (!closeGap(place, line[0]?.at ?? 0)) return null;
      cursor = place + line.length;
    }
  }
  const isCompared = closeGap(all.length, text.length);
  const count = kept.reduce((sum, { length }) => sum + length, 0);
  return isCompared && unlike <= count * UNLIKE ? leftOut.filter(({ lines }) => lines.length > 0) : null;
}

const LIMITS = { maxEditLength: 5000, timeout: 500 }; // words; milliseconds

interface Gap {
  readonly leftOut: readonly LeftOut[];
  /** How many words of the text don't stand in the file. */
  readonly unlike: number;
}

/** Compares what stands in a text and in its file between two lines that they have in common. */
function comparedGap(kept: readonly PlacedWord[], all: readonly PlacedWord[], end: number): Gap | null {
  if (kept.length === 0) return { leftOut: [{ at: end, lines: inLines(all) }], unlike: 0 };
  const written = (words: readonly PlacedWord[]) => words.map(({ word }) => word);
  const changes = diffArrays(written(all), written(kept), LIMITS);
  if (!changes) return null;
  const leftOut: LeftOut[] = [];
  let [inAll, inKept, unlike] = [0, 0, 0];
  for (const { added, removed, count } of changes) {
    if (removed)
      leftOut.push({ at: kept[inKept]?.at ?? end, lines: inLines(all.slice(inAll, inAll + count)) });
    if (added) unlike += count;
    if (!added) inAll += count;
    if (!removed) inKept += count;
  }
  return { leftOut, unlike };
}

function inLines(words: readonly PlacedWord[]): readonly string[] {
  return linesOf(words).map((line) => line.map(({ word }) => word).join(' '));
}
