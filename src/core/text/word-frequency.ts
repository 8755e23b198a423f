import { englishCounts } from './english-counts.ts';
import { memoize } from './memoize.ts';

/** How much a word tells of its own, from 0 (everybody says it) to 1 (a name, a technical term). */
export type Specificity = (word: string) => number;

const CORPUS = 51_000_000; // words of film subtitles counted in SUBTLEX-US
const COMMON = 8; // natural logarithm of CORPUS / count: "people", "country"
const RARE = 16; // a few uses in the whole corpus

/**
 * How specific English words are, from their counts in SUBTLEX-US (Brysbaert & New 2009).
 * A small collection of documents can't tell that "handle" is an ordinary word and "hypersonic" is not.
 */
export function createEnglishSpecificity(): Specificity {
  const counts = memoize(createCounts());
  return (word) => {
    const count = counts(word.toLowerCase());
    if (count === 0) return 1;
    return Math.min(1, Math.max(0, (Math.log(CORPUS / count) - COMMON) / (RARE - COMMON)));
  };
}

/** Counts words in lower case. Few are ever asked for, so the list stays as it is. */
function createCounts(): (word: string) => number {
  let list: string | undefined;
  return (sought) => {
    list ??= englishCounts();
    return countIn(list, sought);
  };
}

/** Looks a word up in sorted lines, by halves. */
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
