import type { CollectionId, DocumentId } from '../library/documents/document.ts';
import type { DocumentFilter } from '../library/documents/document-filter.ts';
import type { Scope } from '../library/library.ts';
import type { Concept } from '../search/query.ts';
import { fold } from '../text/fold.ts';
import type { Period } from '../text/period.ts';
import type { NumberedDocuments } from './numbered-documents.ts';
import type { RetrievalRequest } from './retriever.ts';

/** A part of a scope. */
export type PartOfScope = Pick<Scope, 'collections' | 'filter'>;

/** A part of a scope that a question names, and the concepts that name its collections or its documents. */
export interface NamedPart extends PartOfScope {
  readonly naming: ReadonlySet<Concept>;
  /** The documents that it is, if the question names them by their numbers. */
  readonly numbered?: ReadonlySet<DocumentId>;
}

/** The part of a scope that some documents are. */
export function partOf({ among, naming }: NumberedDocuments, scope: PartOfScope): NamedPart {
  const filter = { since: null, before: null, publishers: null, ...scope.filter };
  const kept = [...among].filter((id) => filter.among?.includes(id) ?? true);
  return { naming, numbered: among, collections: scope.collections, filter: { ...filter, among: kept } };
}

/**
 * Returns the part of a scope that a question names: collections by all words of their names or by what their names are
 * the initials of, and documents published in the period that it asks about. Null if it names none.
 */
export function partNamed({ query, period }: RetrievalRequest, scope: PartOfScope): NamedPart | null {
  const { collections, naming } = namedCollections(query.concepts, scope.collections);
  if (collections.length === 0 && !period) return null;
  const filter = period ? within(period, scope.filter) : scope.filter;
  return {
    naming,
    collections: collections.length > 0 ? collections : scope.collections,
    ...(filter && { filter }),
  };
}

/** Returns the concepts that name collections. */
export function collectionNames(
  concepts: readonly Concept[],
  all: readonly CollectionId[],
): ReadonlySet<Concept> {
  return namedCollections(concepts, all).naming;
}

/** None if all are named: that tells nothing. */
function namedCollections(
  concepts: readonly Concept[],
  all: readonly CollectionId[],
): Pick<NamedPart, 'collections' | 'naming'> {
  const found = all.flatMap((id) => {
    const naming = spelledOut(id, concepts) ?? initialsOf(id, concepts);
    return naming ? [{ id, naming }] : [];
  });
  if (found.length === all.length) return { collections: [], naming: new Set() };
  const naming = found.flatMap((each) => each.naming).filter(({ essential }) => essential);
  return { collections: found.map(({ id }) => id), naming: new Set(naming) };
}

const SEPARATORS = /[\s/_.-]+/;

/** Returns the concepts that are the words of a collection's name; null unless all are there. */
function spelledOut(id: CollectionId, concepts: readonly Concept[]): readonly Concept[] | null {
  const words = id.split(SEPARATORS).map(fold);
  const naming = concepts.filter(({ written }) => words.includes(fold(written)));
  const written = new Set(naming.map((concept) => fold(concept.written)));
  return words.every((word) => written.has(word)) ? naming : null;
}

/** Returns the names in a row that a collection's name abbreviates: Bank of England for “boe”; null if there are none. */
function initialsOf(id: CollectionId, concepts: readonly Concept[]): readonly Concept[] | null {
  if (!/^\p{L}{2,6}$/u.test(id)) return null;
  for (let from = 0; from < concepts.length; from++)
    for (let to = from + 2; to <= Math.min(concepts.length, from + id.length); to++) {
      const names = concepts.slice(from, to);
      const initials = names.map(({ written }) => fold(written).charAt(0));
      if (!names.every(({ written }) => /^\p{Lu}/u.test(written))) break;
      if (new RegExp(`^${initials.join('[aofdt&]{0,2}')}$`, 'u').test(fold(id))) return names;
    }
  return null;
}

/** Narrows a filter to a period. */
function within({ since, before }: Period, filter: DocumentFilter | undefined): DocumentFilter {
  return {
    ...filter,
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
