import type { CollectionId, DocumentId } from '../corpus/document.ts';
import { CollectionIndex } from './collection-index.ts';
import { type Language, loadLanguage } from './languages.ts';
import type { Hit, IndexedDocument, PassageIndex } from './passage-index.ts';
import { type Query, termWeights } from './query.ts';
import { mergeVocabularies, type Vocabulary } from './vocabulary.ts';

const DOCUMENT_SHARE = 0.4; // of a hit's score; the passage's own score makes the rest

/** A PassageIndex in memory, one pair of MiniSearch indexes for each collection. */
export function createMiniSearchIndex(): PassageIndex {
  const collections = new Map<CollectionId, CollectionIndex>();
  const homes = new Map<DocumentId, CollectionId>();
  const languages = new Map<string, Language>();
  const among = (ids: readonly CollectionId[]) =>
    [...new Set(ids)].flatMap((id) => collections.get(id) ?? []);

  const remove = (id: DocumentId) => {
    const home = homes.get(id);
    if (home !== undefined) collections.get(home)?.remove(id);
    homes.delete(id);
  };

  return {
    get size() {
      return [...collections.values()].reduce((sum, { passages }) => sum + passages, 0);
    },
    async add(documents) {
      await prepareLanguages(documents, languages);
      for (const indexed of documents) {
        const { id, collection, language } = indexed.document;
        remove(id);
        const index = collections.get(collection) ?? new CollectionIndex();
        collections.set(collection, index);
        homes.set(id, collection);
        const known = languages.get(language);
        if (known) index.add(indexed, known);
      }
    },
    remove: (ids) => ids.forEach(remove),
    search: (query, ids, limit) => searchCollections(query, among(ids), limit),
    vocabulary: (ids) => mergeVocabularies(among(ids)),
    similarTerms: (term, ids) => {
      const all = mergeVocabularies(among(ids));
      const near = new Set(among(ids).flatMap((index) => index.similarTerms(term)));
      return [...near].sort((a, b) => all.frequency(b) - all.frequency(a) || (a < b ? -1 : 1));
    },
  };
}

async function prepareLanguages(
  documents: readonly IndexedDocument[],
  known: Map<string, Language>,
): Promise<void> {
  for (const { document } of documents) {
    if (!known.has(document.language)) known.set(document.language, await loadLanguage(document.language));
  }
}

function searchCollections(query: Query, indexes: readonly CollectionIndex[], limit: number): Hit[] {
  const weights = termWeights(query);
  const all: Vocabulary = mergeVocabularies(indexes);
  const hits = indexes.flatMap((index) => {
    const { documents, passages } = index.search(weights, all);
    return [...passages].map(([id, score]) => toHit(id, score, documents));
  });
  return hits.sort((a, b) => b.score - a.score || compareIds(a, b)).slice(0, limit);
}

function toHit(id: string, passageScore: number, documents: ReadonlyMap<string, number>): Hit {
  const at = id.lastIndexOf('#');
  const document = id.slice(0, at);
  const documentScore = documents.get(document) ?? 0;
  return {
    document: document as DocumentId,
    passage: Number(id.slice(at + 1)),
    score: (1 - DOCUMENT_SHARE) * passageScore + DOCUMENT_SHARE * documentScore,
    documentScore,
  };
}

/** Equal scores are ordered by place, so that the same question always gets the same answer. */
function compareIds(a: Hit, b: Hit): number {
  if (a.document === b.document) return a.passage - b.passage;
  return a.document < b.document ? -1 : 1;
}
