import { type Concept, coverage } from '../search/query.ts';
import type { Word } from '../text/word.ts';

/** Returns the share of a question's essential words that a sentence has in the very same form, misspellings aside. */
export function verbatimIn(words: readonly Word[], concepts: readonly Concept[]): number {
  const asked = concepts.filter(({ essential }) => essential);
  if (asked.length === 0) return 0;
  const written = new Set(words.map((word) => word.written.toLowerCase()));
  const terms = new Set(words.flatMap(({ term }) => term ?? []));
  const matches = asked.filter((concept) =>
    concept.misspelt ? coverage(concept, terms) > 0 : written.has(concept.written.toLowerCase()),
  );
  return matches.length / asked.length;
}

/** Returns the share of a question's neighbouring words that stand together in a sentence too, in either order. */
export function togetherIn(words: readonly Word[], concepts: readonly Concept[]): number {
  const pairs = concepts.length - 1;
  if (pairs < 1) return 0;
  const terms = words.flatMap(({ term }) => (term === null ? [] : term));
  const places = concepts.map((concept) => placesOf(concept, terms));
  let found = 0;
  for (let at = 0; at < pairs; at++) if (areNear(places[at] ?? [], places[at + 1] ?? [])) found++;
  return found / pairs;
}

const NEAR = 3; // content words

function placesOf({ wordings }: Concept, terms: readonly string[]): number[] {
  const wanted = new Set(wordings.flatMap((wording) => wording.terms));
  return terms.flatMap((term, at) => (wanted.has(term) ? at : []));
}

function areNear(some: readonly number[], others: readonly number[]): boolean {
  return some.some((a) => others.some((b) => a !== b && Math.abs(a - b) <= NEAR));
}
