import { compareTerms } from './compare-terms.ts';

const OPENING = 2; // letters by which terms are divided

/** Yields terms in the order of their code points, sorting those that begin alike when their turn comes. */
export function* orderTerms(terms: Iterable<string>): Generator<string> {
  const openings = new Map<string, string[]>();
  for (const term of terms) {
    const opening = term.slice(0, OPENING);
    const alike = openings.get(opening);
    if (alike) alike.push(term);
    else openings.set(opening, [term]);
  }
  for (const opening of [...openings.keys()].sort(compareTerms))
    yield* openings.get(opening)?.sort(compareTerms) ?? [];
}
