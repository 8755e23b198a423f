import type { CollectionId } from '../library/document.ts';
import type { DocumentFilter } from '../library/document-filter.ts';
import type { Scope } from '../library/library.ts';
import type { Concept } from '../search/query.ts';
import { fold } from '../text/fold.ts';
import type { Period } from '../text/period.ts';
import type { RetrievalRequest } from './retriever.ts';

/** A part of a scope. */
export type PartOfScope = Pick<Scope, 'collections' | 'filter'>;

/**
 * Returns the part of a scope that a question names: collections by all words of their names, and documents published in
 * the period that it asks about. Null if it names none.
 */
export function partNamed({ query, period }: RetrievalRequest, scope: PartOfScope): PartOfScope | null {
  const named = namedCollections(query.concepts, scope.collections);
  if (named.length === 0 && !period) return null;
  const filter = period ? within(period, scope.filter) : scope.filter;
  return { collections: named.length > 0 ? named : scope.collections, ...(filter && { filter }) };
}

/** None if all are named: that tells nothing. */
function namedCollections(
  concepts: readonly Concept[],
  all: readonly CollectionId[],
): readonly CollectionId[] {
  const words = new Set(concepts.map(({ written }) => fold(written)));
  const named = all.filter((id) => id.split(SEPARATORS).every((word) => words.has(fold(word))));
  return named.length < all.length ? named : [];
}

const SEPARATORS = /[\s/_.-]+/;

/** Narrows a filter to a period. */
function within({ since, before }: Period, filter: DocumentFilter | undefined): DocumentFilter {
  return {
    publishers: filter?.publishers ?? null,
    since: later(since, filter?.since ?? null),
    before: earlier(before, filter?.before ?? null),
  };
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}
