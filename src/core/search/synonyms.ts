import type { Language } from '../text/languages.ts';
import { splitTerms, wordOpening } from '../text/words.ts';

/** Phrases that mean the same, each as its terms. */
type SynonymGroup = readonly (readonly string[])[];

/** A phrase found in a list of terms, and the group it belongs to. */
export interface SynonymMatch {
  readonly from: number;
  readonly length: number;
  readonly group: SynonymGroup;
}

/** Finds the phrases of synonym groups in a list of terms. */
export interface Thesaurus {
  /** The longest phrase that begins at `from`. */
  match(terms: readonly string[], from: number): SynonymMatch | null;
}

interface Phrase {
  readonly phrase: readonly string[];
  readonly group: SynonymGroup;
  /** The place of its group among all: whichever was compiled first, the earlier one counts. */
  readonly place: number;
}

/**
 * Groups of phrases, as written, for one language; without a language nothing matches.
 * A group is compiled when a word is met that begins like one of its own: a question meets few.
 */
export function createThesaurus(
  groups: readonly (readonly string[])[],
  language: Language | undefined,
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
      return found ? { from, length: found.phrase.length, group: found.group } : null;
    },
  };
}

/** The phrases of both; of two of one length the first's. */
export function joinThesauri(first: Thesaurus, second: Thesaurus): Thesaurus {
  return {
    match(terms, from) {
      const [one, other] = [first.match(terms, from), second.match(terms, from)];
      return other && other.length > (one?.length ?? 0) ? other : one;
    },
  };
}

/** The places of the groups that hold a word that begins so. */
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
