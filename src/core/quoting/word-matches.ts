import { termsOf } from '../search/concept-information.ts';
import type { Concept } from '../search/query.ts';
import type { Word } from '../text/word.ts';

/** How the words of a sentence match those of a question, 0 to 1 each. */
export interface WordMatches {
  /**
   * The share of the question's essential words that it has in the very same form, misspellings and compounds aside; in
   * languages other than English, where nouns have cases, an ending may differ.
   */
  readonly verbatim: number;
  /** The share of the question's neighbouring words that stand together in it too, in either order. */
  readonly together: number;
}

/** Creates a function that matches sentences with a question in a language (ISO 639-1). */
export function createWordMatcher(
  concepts: readonly Concept[],
  language = 'en',
): (words: readonly Word[]) => WordMatches {
  const isSame = language === 'en' ? isIdentical : differInEnding;
  const wanted = new Map<string, number[]>(); // concepts by term
  for (const [at, concept] of concepts.entries())
    for (const term of termsOf([concept])) wanted.set(term, [...(wanted.get(term) ?? []), at]);
  const written = concepts.map((concept) => concept.written.toLowerCase());
  const compounds = concepts.flatMap((concept, at) =>
    concept.essential
      ? concept.wordings.filter(({ head }) => head).map(({ terms }) => [at, terms] as const)
      : [],
  );
  const essential = concepts.filter((concept) => concept.essential).length;
  return (words) => {
    const places: number[][] = concepts.map(() => []); // in content words
    const same = new Set<number>();
    let place = 0;
    for (const word of words) {
      if (word.term === null) continue;
      for (const at of wanted.get(word.term) ?? []) {
        places[at]?.push(place);
        const concept = concepts[at];
        if (concept?.essential && (concept.misspelt || isSame(word.written.toLowerCase(), written[at] ?? '')))
          same.add(at);
      }
      place++;
    }
    for (const [at, parts] of compounds)
      if (parts.every((term) => words.some((word) => word.term === term))) same.add(at);
    return { verbatim: essential === 0 ? 0 : same.size / essential, together: shareTogether(places) };
  };
}

function isIdentical(one: string, other: string): boolean {
  return one === other;
}

const ENDING = 2; // letters: Gesetz, Gesetzes

function differInEnding(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.length - short.length <= ENDING && long.startsWith(short);
}

function shareTogether(places: readonly (readonly number[])[]): number {
  const pairs = places.length - 1;
  if (pairs < 1) return 0;
  let found = 0;
  for (let at = 0; at < pairs; at++) if (areNear(places[at] ?? [], places[at + 1] ?? [])) found++;
  return found / pairs;
}

const NEAR = 3; // content words

function areNear(some: readonly number[], others: readonly number[]): boolean {
  return some.some((a) => others.some((b) => a !== b && Math.abs(a - b) <= NEAR));
}
