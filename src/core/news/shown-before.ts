import type { Document } from '../library/document.ts';
import type { Search } from '../quoting/candidates.ts';
import { type Excerpt, overlaps } from '../quoting/excerpts.ts';
import { hash } from '../text/hash.ts';
import type { Slice } from '../text/slice.ts';
import type { ShownExcerpt } from './edition-content.ts';
import { factsOf } from './facts.ts';
import type { ShownStory } from './near-copies.ts';

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

/** Says whether an excerpt has a number, date or name that neither what was shown of its story has, nor the original. */
export function addsToStory(
  excerpt: { readonly facts: readonly number[] },
  story: ShownStory,
  search: Search,
): boolean {
  const known = new Set(story.shown.flatMap(({ facts }) => facts));
  for (const original of story.originals)
    for (const fact of factsOfDocument(original, search)) known.add(fact);
  return excerpt.facts.some((fact) => !known.has(fact));
}

const facts = new WeakMap<Document, readonly number[]>();

/** Read once: a story is compared with every further document that tells it. */
function factsOfDocument(document: Document, { wordsOf }: Search): readonly number[] {
  const { text, language } = document;
  const known = facts.get(document) ?? factsOf({ text, language, words: wordsOf(text, language) });
  facts.set(document, known);
  return known;
}

/** Tells documents that nothing was shown of, that come from a new source, or that have a fact which was not shown. */
export function mayAdd(storyOf: (document: Document) => ShownStory | null, search: Search) {
  return (document: Document): boolean => {
    const story = storyOf(document);
    if (!story || isNewSource(document, story)) return true;
    return addsToStory({ facts: factsOfDocument(document, search) }, story, search);
  };
}

/** Says whether a story comes from a publisher that is known, and that it was not shown from. */
export function isNewSource({ publisher }: Document, { shown }: ShownStory): boolean {
  return publisher !== null && shown.every((each) => each.publisher !== publisher);
}

/** Says whether a document holds each sentence of another's excerpt: the same words, or nearly, with the same facts. */
export function holds(document: Document, excerpt: Excerpt, search: Search): boolean {
  const { corpus } = search;
  const sentences = (id: Document['id']) =>
    corpus.passages(id).flatMap((_passage, at) => [...corpus.sentences(id, at)]);
  const read = ({ text, language }: Document, { start, end }: Slice) => {
    const written = text.slice(start, end);
    const words = search.wordsOf(written, language);
    return {
      plain: ` ${words.map((word) => word.written.toLowerCase()).join(' ')} `,
      terms: new Set(words.flatMap(({ term }) => term ?? [])),
      facts: factsOf({ text: written, words, language }),
    };
  };
  const others = sentences(document.id).map((slice) => read(document, slice));
  return sentences(excerpt.document.id)
    .filter((slice) => overlaps(slice, excerpt.slice))
    .map((slice) => read(excerpt.document, slice))
    .every((said) =>
      others.some((other) => {
        if (other.plain.includes(said.plain) && said.facts.every((fact) => other.facts.includes(fact)))
          return true;
        const shared = [...said.terms].filter((term) => other.terms.has(term)).length;
        const alike = shared >= SAME * Math.max(said.terms.size, other.terms.size);
        return alike && said.facts.join() === other.facts.join();
      }),
    );
}
