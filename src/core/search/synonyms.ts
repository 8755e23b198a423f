import type { Language } from './languages.ts';
import { splitTerms } from './words.ts';

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

/** Compiles groups of phrases, as written, for one language; without a language nothing matches. */
export function createThesaurus(
  groups: readonly (readonly string[])[],
  language: Language | undefined,
): Thesaurus {
  if (!language) return { match: () => null };
  const byFirst = new Map<string, { phrase: readonly string[]; group: SynonymGroup }[]>();
  for (const written of groups) {
    const group = written.map((phrase) => splitTerms(phrase, language)).filter((terms) => terms.length > 0);
    for (const phrase of group) {
      const first = phrase[0] ?? '';
      byFirst.set(first, [...(byFirst.get(first) ?? []), { phrase, group }]);
    }
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.phrase.length - a.phrase.length);

  return {
    match(terms, from) {
      const found = byFirst.get(terms[from] ?? '')?.find(({ phrase }) => startsAt(terms, from, phrase));
      return found ? { from, length: found.phrase.length, group: found.group } : null;
    },
  };
}

function startsAt(terms: readonly string[], from: number, phrase: readonly string[]): boolean {
  return phrase.every((term, at) => terms[from + at] === term);
}
