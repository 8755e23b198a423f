import type { Library, Scope } from '../library.ts';
import type { DocumentId, DocumentSummary } from './document.ts';
import type { DocumentFilter } from './document-filter.ts';

const SHARE = 500; // documents asked for at once

const ANY: DocumentFilter = { since: null, before: null, publishers: null };

/** Finds what is known of some documents, without their texts: those that a scope has and a filter admits, if one is given. */
export async function summariesOf(
  library: Pick<Library, 'list'>,
  scope: Pick<Scope, 'collections' | 'filter'>,
  ids: Iterable<DocumentId>,
): Promise<ReadonlyMap<DocumentId, DocumentSummary>> {
  const { filter = ANY } = scope;
  const asked = new Set(ids);
  const left = [...(filter.among?.filter((id) => asked.has(id)) ?? asked)];
  const found = new Map<DocumentId, DocumentSummary>();
  for (let at = 0; at < left.length; at += SHARE) {
    const page = { limit: SHARE, filter: { ...filter, among: left.slice(at, at + SHARE) } };
    for (const summary of await library.list(scope, page)) found.set(summary.id, summary);
  }
  return found;
}
