import type { Document, DocumentId } from '../library/documents/document.ts';
import type { IndexedDocument } from '../library/documents/indexed-document.ts';
import type { PassageIndex } from '../search/passage-index.ts';
import { type FoundPassages, scaleTo, searchPart, together } from './find-passages.ts';
import type { FoundPassage } from './found-passage.ts';
import type { NamedPart, PartOfScope } from './named-places.ts';
import { PASSAGES, type RetrievalRequest } from './retriever.ts';

const NEAR = 0.33; // share of the best document's score from which one is on what was asked for: older ones may say it more often

type Documents = ReadonlyMap<DocumentId, IndexedDocument>;

/**
 * Adds passages of the newest document on what was asked for, if the question asks for the latest: older ones of its series say the
 * same words, and may leave it no room.
 */
export async function addNewest(
  index: Pick<PassageIndex, 'search'>,
  found: FoundPassages,
  request: RetrievalRequest,
  { documents, scope }: { readonly documents: Documents; readonly scope: PartOfScope },
): Promise<FoundPassages> {
  const { places, named } = found;
  const newest = request.latest ? newestOf(documentsOn(places, { documents, named })) : null;
  if (!newest) return found;
  const part = named ?? { ...scope, naming: new Set() };
  const filter = { since: null, before: null, publishers: null, ...part.filter, among: [newest.id] };
  const there = await searchPart(index, request.query, { ...part, filter }, PASSAGES);
  const scaled = scaleTo(places, there).map((hit) => ({ ...hit, documentScore: scoreOf(newest, places) }));
  return { ...found, places: together(places, scaled) };
}

/** The score of a whole document among those found. */
function scoreOf({ id }: Document, places: readonly FoundPassage[]): number {
  return Math.max(0, ...places.map(({ document, documentScore }) => (document === id ? documentScore : 0)));
}

interface Known {
  readonly documents: Documents;
  readonly named: NamedPart | null;
}

/** The documents that score about as high as the best; if the question names collections, only theirs. */
export function documentsOn(
  places: readonly FoundPassage[],
  { documents, named }: Known,
): readonly Document[] {
  const best = Math.max(0, ...places.map(({ documentScore }) => documentScore));
  const near = places.filter(({ documentScore }) => documentScore >= NEAR * best);
  const found = [...new Set(near.map(({ document }) => document))].flatMap(
    (id) => documents.get(id)?.document ?? [],
  );
  return named ? found.filter(({ collection }) => named.collections.includes(collection)) : found;
}

function newestOf(documents: readonly Document[]): Document | null {
  let newest: Document | null = null;
  for (const document of documents)
    if (document.published !== null && document.published > (newest?.published ?? '')) newest = document;
  return newest;
}
