import type { DocumentId } from '../library/documents/document.ts';
import { admits } from '../library/documents/document-filter.ts';
import type { IndexedDocument } from '../library/documents/indexed-document.ts';
import type { Scope } from '../library/library.ts';
import type { Hit } from '../search/passage-index.ts';
import { keyOf } from './found-passage.ts';
import type { QuotedPlace } from './quoted-place.ts';

/** Returns the passages that hold some places, once each and as if they were found best; none outside a scope. */
export function hitsAt(
  places: readonly QuotedPlace[],
  documents: ReadonlyMap<DocumentId, IndexedDocument>,
  { collections, filter }: Pick<Scope, 'collections' | 'filter'>,
): readonly Hit[] {
  const hits = new Map<string, Hit>();
  for (const { document, start } of places) {
    const indexed = documents.get(document);
    if (!indexed || !collections.includes(indexed.document.collection)) continue;
    if (filter && !admits(filter, indexed.document)) continue;
    const passage = indexed.passages.findIndex((each) => each.start <= start && start < each.end);
    if (passage >= 0)
      hits.set(keyOf({ document, passage }), { document, passage, score: 1, documentScore: 1 });
  }
  return [...hits.values()];
}
