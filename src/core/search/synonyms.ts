import type { Language } from '../text/languages.ts';
import { splitTerms, wordOpening } from '../text/words.ts';

/** Phrases that mean the same, each as a list of terms. */
type SynonymGroup = readonly (readonly string[])[];

/** The length of a phrase found in a list of terms, and its group. */
export interface SynonymMatch {
  readonly length: number;
  readonly group: SynonymGroup;
  /** The words of the phrase say something each, as those that an acronym abbreviates. */
  readonly isApart: boolean;
  /** The group is no name, but words of everyday language. */
  readonly isOrdinary?: boolean;
}

/** Finds the phrases of synonym groups in a list of terms. */
export interface Thesaurus {
  /** Returns the longest phrase that starts at `from`. */
  match(terms: readonly string[], from: number): SynonymMatch | null;
}

interface Phrase {
  readonly phrase: readonly string[];
  readonly group: SynonymGroup;
  /** The position of its group: of equally long phrases the earlier wins, in whatever order groups are compiled. */
  readonly place: number;
}

/**
 * Creates a thesaurus of groups of phrases for one language; without a language nothing matches. A group is compiled
 * when a question contains a word that starts like one of the group's, which few do.
 */
export function createThesaurus(
  groups: readonly (readonly string[])[],
  language: Language | undefined,
  { isApart = false } = {},
): Thesaurus {
  if (!language) return { match: () => null };
  const waiting = byOpening(groups);
  const byFirst = new Map<string, Phrase[]>();
  const compiled = new Set<number>();
  const compile = (place: number) => {
    if (compiled.has(place)) return;
    compiled.add(place);
    const written = groups[place] ?? [];
    const group = written.map((phrase) => splitTerms(phrase, language)).filter((terms) => terms.length > 0);
    for (const phrase of group) {
      const first = phrase[0];
      if (first === undefined) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { phrase, group, place }].sort(longestFirst));
    }
  };
  return {
    match(terms, from) {
      const first = terms[from] ?? '';
      for (const place of waiting.get(first.slice(0, 2)) ?? []) compile(place);
      const found = byFirst.get(first)?.find(({ phrase }) => startsAt(terms, from, phrase));
      return found ? { length: found.phrase.length, group: found.group, isApart } : null;
    },
  };
}

/** Joins two thesauri; of equally long phrases the first one's wins. */
export function joinThesauri(first: Thesaurus, second: Thesaurus): Thesaurus {
  return {
    match(terms, from) {
      const [one, other] = [first.match(terms, from), second.match(terms, from)];
      return other && other.length > (one?.length ?? 0) ? other : one;
    },
  };
}

/** Maps the first letters of words to the positions of groups that contain such a word. */
function byOpening(groups: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [place, group] of groups.entries()) {
    const words = group.flatMap((phrase) => phrase.split(/[^\p{L}\p{N}\p{M}.,'’]+/u));
    for (const opening of new Set(words.map(wordOpening)))
      found.set(opening, [...(found.get(opening) ?? []), place]);
  }
  return found;
}

function longestFirst(a: Phrase, b: Phrase): number {
  return b.phrase.length - a.phrase.length || a.place - b.place;
}

function startsAt(terms: readonly string[], from: number, phrase: readonly string[]): boolean {
  return phrase.every((term, at) => terms[from + at] === term);
}
