import type { Audience } from '../audience.ts';
import type { Library, Scope } from '../library.ts';
import type { CollectionId } from './document.ts';
import type { DocumentFilter } from './document-filter.ts';

/** What a request keeps to of all that its audience may read. Plain data, stored with the conversation. */
export interface Narrowing extends DocumentFilter {
  /** Null: any. */
  readonly collections: readonly CollectionId[] | null;
}

/** How much is left of what a request would have searched. */
export interface Narrowed {
  /** The documents that it would have searched without its narrowing. */
  readonly of: number;
  /** Those left out because they have no date. */
  readonly undated: number;
  /** Those left out because their date is not exact enough to tell. */
  readonly vague: number;
}

/** The scope of a request; `narrowed` is null if the request narrows nothing. */
export interface NarrowedScope {
  readonly scope: Scope;
  readonly narrowed: Narrowed | null;
}

/** Returns what a request may search: what the audience may read, in some collections if given, as far as it is asked for. */
export async function narrowScope(
  library: Pick<Library, 'scopeFor' | 'count'>,
  { audience, collections = null }: { audience: Audience; collections?: readonly CollectionId[] | null },
  narrowing: Narrowing | null,
): Promise<NarrowedScope> {
  const whole = library.scopeFor(audience, collections);
  if (narrowing === null) return { scope: whole, narrowed: null };
  const kept = narrowing.collections ?? whole.collections;
  const scope = library.scopeFor(
    audience,
    whole.collections.filter((id) => kept.includes(id)),
  );
  const { coverage, undated, vague } = await library.count(scope, narrowing);
  const { languages, version } = scope;
  return {
    scope: { collections: scope.collections, languages, version, coverage, filter: narrowing },
    narrowed: { of: whole.coverage.documents, undated, vague },
  };
}
