import type { CollectionId, DocumentId } from '../../library/documents/document.ts';
import type { DocumentFilter } from '../../library/documents/document-filter.ts';
import type { FindDocument, IndexedDocument } from '../../library/documents/indexed-document.ts';
import type { SavableIndex } from '../../library/following/saved-corpus.ts';
import { createSerialQueue } from '../../text/queue.ts';
import { Pace } from '../pace.ts';
import type { Hit, PassageIndex } from '../passage-index.ts';
import { type Query, termWeights } from '../query.ts';
import { BestHits } from '../scoring/best-hits.ts';
import { Scores } from '../scoring/scores.ts';
import { weighTerms } from '../scoring/weigh-terms.ts';
import type { TermFrequency, TermStatistics } from '../term-statistics.ts';
import { similarTerms } from '../terms/similar-terms.ts';
import { CollectionIndex } from './collection-index.ts';
import type { DocumentEntry } from './document-entries.ts';
import { type Collections, loadLines, saveLines } from './saved-index.ts';

const MAX_SIMILAR = 100; // terms returned for one

/** A PassageIndex in memory, which is saved together with its documents. */
export type MemoryIndex = PassageIndex & SavableIndex;

/**
 * Creates a PassageIndex in memory, with an inverted index for each collection. MiniSearch's radix tree (SearchableMap)
 * receives new postings and finds misspelt terms. Packing the postings and scoring by BM25 is done here.
 */
export function createMiniSearchIndex(): MemoryIndex {
  return new MiniSearchIndex();
}

class MiniSearchIndex implements MemoryIndex {
  #collections: Collections = new Map();
  readonly #scores = new Scores();
  readonly #enqueue = createSerialQueue();

  get size(): number {
    return sumOf([...this.#collections.values()], ({ postings }) => postings.passages);
  }

  add(documents: readonly IndexedDocument[]): Promise<void> {
    return this.#change(async (pace) => {
      for (const indexed of documents) await this.#add(indexed, pace);
    });
  }

  remove(ids: readonly DocumentId[]): Promise<void> {
    return this.#change(async (pace) => {
      for (const id of ids) await this.#remove(id, pace);
    });
  }

  async search(
    query: Query,
    ids: readonly CollectionId[],
    limit: number,
    filter?: DocumentFilter,
  ): Promise<readonly Hit[]> {
    const weights = termWeights(query);
    const indexes = this.#among(ids);
    const all = statisticsOf(weights.keys(), indexes);
    const terms = weighTerms(weights, all);
    const best = new BestHits<DocumentEntry>(limit);
    for (const index of indexes) index.search(terms, this.#scores, { best, filter });
    return best.hits(({ indexed }) => indexed.document.id);
  }

  async statistics(terms: Iterable<string>, ids: readonly CollectionId[]): Promise<TermStatistics> {
    return statisticsOf(terms, this.#among(ids));
  }

  async similarTerms(
    terms: readonly string[],
    ids: readonly CollectionId[],
  ): Promise<ReadonlyMap<string, readonly TermFrequency[]>> {
    const indexes = this.#among(ids);
    return new Map(terms.map((term) => [term, similarIn(indexes, term)]));
  }

  save(): Iterable<string> {
    return saveLines(this.#collections);
  }

  load(lines: Iterable<string>, find: FindDocument): Promise<void> {
    return this.#change(async (pace) => {
      this.#collections = await loadLines(lines, find, pace);
    });
  }

  #change(change: (pace: Pace) => Promise<void>): Promise<void> {
    return this.#enqueue(() => change(new Pace()));
  }

  async #add(indexed: IndexedDocument, pace: Pace): Promise<void> {
    const { id, collection } = indexed.document;
    await pace.before(indexed.passages.length);
    const index = this.#collections.get(collection) ?? new CollectionIndex();
    this.#collections.set(collection, index);
    if (!index.documents.get(id)) await this.#remove(id, pace);
    await index.add(indexed, pace);
  }

  async #remove(id: DocumentId, pace: Pace): Promise<void> {
    for (const index of this.#collections.values()) {
      const entry = index.documents.get(id);
      if (entry) await index.remove(entry, pace);
    }
  }

  #among(ids: readonly CollectionId[]): readonly CollectionIndex[] {
    return [...new Set(ids)].flatMap((id) => this.#collections.get(id) ?? []);
  }
}

function statisticsOf(terms: Iterable<string>, indexes: readonly CollectionIndex[]): TermStatistics {
  return {
    passages: sumOf(indexes, ({ postings }) => postings.passages),
    frequencies: new Map([...terms].map((term) => [term, frequencyIn(indexes, term)])),
  };
}

/** Returns similar terms, most frequent first. */
function similarIn(indexes: readonly CollectionIndex[], term: string): readonly TermFrequency[] {
  const similar = indexes.flatMap(({ postings }) => similarTerms(term, postings.terms(term.charAt(0))));
  return [...new Set(similar)]
    .map((other) => ({ term: other, frequency: frequencyIn(indexes, other) }))
    .sort((a, b) => b.frequency - a.frequency || (a.term < b.term ? -1 : 1))
    .slice(0, MAX_SIMILAR);
}

function frequencyIn(indexes: readonly CollectionIndex[], term: string): number {
  return sumOf(indexes, ({ postings }) => postings.frequency(term));
}

function sumOf<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}
