import type { Excerpt } from '../quoting/excerpts.ts';
import { factsOf } from '../quoting/facts.ts';
import { SAME_TERMS } from '../quoting/quoted-copies.ts';
import type { Tokenize } from '../quoting/retriever.ts';
import { hash } from '../text/hash.ts';
import type { ShownExcerpt } from './edition-content.ts';

const MAX_TEXT = 1000; // characters of an excerpt whose text is stored

/** Reduces an excerpt to what an edition stores of it: its place, hashes that show what repeats it, and its text. */
export function toShownExcerpt(
  { document, slice, text }: Pick<Excerpt, 'document' | 'slice' | 'text'>,
  tokenize: Tokenize,
): ShownExcerpt {
  const { id, sha256, publisher, language } = document;
  const words = tokenize(text, language);
  const terms = new Set(words.flatMap(({ term }) => (term === null ? [] : hash(term))));
  return {
    document: id,
    sha256,
    ...{ start: slice.start, end: slice.end },
    publisher,
    terms: [...terms].sort((a, b) => a - b),
    facts: factsOf({ text, words, language }),
    ...(text.length <= MAX_TEXT && { text }),
  };
}

/** Whether an excerpt would only repeat what a channel was shown. */
export type IsRepetition = (excerpt: ShownExcerpt) => boolean;

/**
 * Creates a test for repetitions. An excerpt that says the same as some that were shown is none if it has a number, date
 * or name that none of them had, or a known publisher that none of them had.
 */
export function repetitionsOf(shown: readonly ShownExcerpt[]): IsRepetition {
  const places = placesByTerm(shown);
  return (excerpt) => {
    const same = sayingTheSame(excerpt, shown, places);
    if (same.length === 0) return false;
    const facts = new Set(same.flatMap((each) => each.facts));
    const publishers = new Set(same.map(({ publisher }) => publisher));
    const hasNewFact = excerpt.facts.some((fact) => !facts.has(fact));
    return !hasNewFact && (excerpt.publisher === null || publishers.has(excerpt.publisher));
  };
}

/** The indexes of the excerpts that contain each term. */
type PlacesByTerm = ReadonlyMap<number, readonly number[]>;

function placesByTerm(shown: readonly ShownExcerpt[]): PlacesByTerm {
  const places = new Map<number, number[]>();
  for (const [at, { terms }] of shown.entries())
    for (const term of terms) {
      const known = places.get(term);
      if (known) known.push(at);
      else places.set(term, [at]);
    }
  return places;
}

function sayingTheSame(
  { terms }: ShownExcerpt,
  shown: readonly ShownExcerpt[],
  places: PlacesByTerm,
): ShownExcerpt[] {
  if (terms.length === 0) return shown.filter((each) => each.terms.length === 0);
  const shared = new Map<number, number>();
  for (const term of terms)
    for (const at of places.get(term) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  return [...shared].flatMap(([at, count]) => {
    const each = shown[at];
    return each && count / Math.min(terms.length, each.terms.length) >= SAME_TERMS ? each : [];
  });
}
