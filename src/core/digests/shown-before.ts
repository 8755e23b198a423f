import type { Search } from '../answers/candidates.ts';
import type { Excerpt } from '../answers/excerpts.ts';
import type { ShownExcerpt } from './edition.ts';
import { factsOf } from './facts.ts';
import { hash } from './hash.ts';

const SAME = 0.7; // share of the terms of the shorter of two excerpts that say the same

/** An excerpt as a channel's memory of it: its place, and what tells that another says the same. */
export function rememberExcerpt({ document, slice, text }: Excerpt, { wordsOf }: Search): ShownExcerpt {
  const { id, sha256, publisher, language } = document;
  const words = wordsOf(text, language);
  const terms = new Set(words.flatMap(({ term }) => (term === null ? [] : hash(term))));
  return {
    document: id,
    sha256,
    ...{ start: slice.start, end: slice.end },
    publisher,
    terms: [...terms].sort((a, b) => a - b),
    facts: factsOf({ text, words, language }),
  };
}

/** Tells whether an excerpt would only repeat what a channel was shown. */
export type Repeats = (excerpt: ShownExcerpt) => boolean;

/**
 * An excerpt that says the same as some that were shown comes again only with a number, date or name that none of
 * them had, or from a publisher that is known, and is none that they are known to be from.
 */
export function repeatsAmong(shown: readonly ShownExcerpt[]): Repeats {
  const having = new Map<number, number[]>();
  for (const [at, { terms }] of shown.entries())
    for (const term of terms) {
      const places = having.get(term);
      if (places) places.push(at);
      else having.set(term, [at]);
    }
  return (excerpt) => {
    const same = sameAs(excerpt, shown, having);
    if (same.length === 0) return false;
    const facts = new Set(same.flatMap((each) => each.facts));
    const publishers = new Set(same.map(({ publisher }) => publisher));
    const newFact = excerpt.facts.some((fact) => !facts.has(fact));
    return !newFact && (excerpt.publisher === null || publishers.has(excerpt.publisher));
  };
}

function sameAs(
  { terms }: ShownExcerpt,
  shown: readonly ShownExcerpt[],
  having: ReadonlyMap<number, readonly number[]>,
): ShownExcerpt[] {
  if (terms.length === 0) return shown.filter((each) => each.terms.length === 0);
  const shared = new Map<number, number>();
  for (const term of terms)
    for (const at of having.get(term) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  return [...shared].flatMap(([at, count]) => {
    const each = shown[at];
    return each && count / Math.min(terms.length, each.terms.length) >= SAME ? each : [];
  });
}
