import { englishCounts } from './english-counts.ts';
import { memoize } from './memoize.ts';

/** Returns how specific a word is, from 0 (everyday words) to 1 (names, technical terms). */
export type Specificity = (word: string) => number;

const CORPUS = 51_000_000; // words of film subtitles counted in SUBTLEX-US
const COMMON = 8; // natural logarithm of CORPUS / count: "people", "country"
const RARE = 16; // a few uses in the whole corpus

/**
 * Returns the specificity of English words, from their counts in SUBTLEX-US (Brysbaert & New 2009). A small collection
 * of documents does not show that "handle" is an ordinary word and "hypersonic" is not.
 */
export const englishSpecificity: Specificity = createEnglishSpecificity();

function createEnglishSpecificity(): Specificity {
  const counts = memoize(createCounts());
  return (word) => {
    const count = counts(word.toLowerCase());
    if (count === 0) return 1;
    return Math.min(1, Math.max(0, (Math.log(CORPUS / count) - COMMON) / (RARE - COMMON)));
  };
}

/** Creates a lookup of the counts of lowercase words. Few are needed, so the list is not parsed. */
function createCounts(): (word: string) => number {
  let list: string | undefined;
  return (sought) => {
    list ??= englishCounts();
    return countIn(list, sought);
  };
}

/** Finds the count of a word by binary search in sorted lines. */
function countIn(list: string, sought: string): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const start = list.lastIndexOf('\n', Math.max(from, (from + to) >> 1) - 1) + 1;
    const end = list.indexOf('\n', start);
    const space = list.lastIndexOf(' ', end);
    const word = list.slice(start, space);
    if (word === sought) return Number(list.slice(space + 1, end));
    if (word < sought) from = end + 1;
    else to = start;
  }
  return 0;
}
