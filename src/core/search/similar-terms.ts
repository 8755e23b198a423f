import SearchableMap from 'minisearch/SearchableMap';
import type { Vocabulary } from './vocabulary.ts';

const MIN_SIMILAR = 4; // letters; shorter words have too many neighbours
const MIN_ROOT = 5; // letters that two forms of a word share
const MAX_ENDING = 4; // letters by which one form of a word may be longer than another
const LONG = 8; // letters from which two may be wrong

/**
 * Terms one or, from eight letters, two letters off `term`, and those that it begins, or that begin it.
 * The first letter is never in doubt.
 */
export function similarTerms(term: string, vocabulary: Vocabulary): string[] {
  if (term.length < MIN_SIMILAR) return [];
  const known = new SearchableMap<true>();
  for (const other of vocabulary.terms(term.charAt(0))) {
    if (Math.abs(other.length - term.length) <= MAX_ENDING) known.set(other, true);
  }
  const misspelt = [...known.fuzzyGet(term, term.length < LONG ? 1 : 2).keys()];
  const longer = term.length >= MIN_ROOT ? [...known.atPrefix(term).keys()] : [];
  const shorter = [1, 2, 3, 4]
    .map((ending) => term.slice(0, -ending))
    .filter((root) => root.length >= MIN_ROOT && known.has(root));
  return [...new Set([...misspelt, ...longer, ...shorter])];
}
