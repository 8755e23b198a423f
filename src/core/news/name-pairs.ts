import type { Word } from '../text/word.ts';

/** The terms of two neighbouring words, with the hyphen or space between them. */
export type NamePair = string;

// Not an acronym, which is a name by itself.
const NAME = /^\p{Lu}\P{Lu}+$/u;

/** Returns the pairs that a query means as one name: joined by a hyphen, or both capitalized ("Asia-Pacific", "Cold War"). */
export function namePairs(written: string, words: readonly Word[]): NamePair[] {
  const names = new Set(words.filter((word) => NAME.test(word.written)));
  return neighbourPairs(written, words, (a, b) => names.has(a) && names.has(b));
}

/** Returns all pairs of neighbours joined by a hyphen or a space; `isPair` limits those joined by a space. */
export function neighbourPairs(
  text: string,
  words: readonly Word[],
  isPair: (a: Word, b: Word) => boolean = () => true,
): NamePair[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    if (!next || word.term === null || next.term === null) return [];
    const between = text.slice(word.start + word.written.length, next.start);
    const isJoined = between === '-' || (between === ' ' && isPair(word, next));
    return isJoined ? `${word.term}${between}${next.term}` : [];
  });
}
