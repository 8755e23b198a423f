import type { CollectionId, DocumentId } from '../../library/document.ts';
import type { FindDocument, IndexedDocument } from '../../library/indexed-document.ts';
import { type Language, loadLanguage } from '../../text/languages.ts';
import type { Hit, PassageIndex } from '../passage-index.ts';
import { type Query, termWeights } from '../query.ts';
import { mergeVocabularies, type Vocabulary } from '../vocabulary.ts';
import { BestHits } from './best-hits.ts';
import { CollectionIndex } from './collection-index.ts';
import { Pace } from './pace.ts';
import { type Collections, loadLines, saveLines } from './saved-index.ts';
import { similarTerms } from './similar-terms.ts';

const MAX_SIMILAR = 100; // terms given for one

/** A PassageIndex in memory, one MiniSearch for each collection. */
export function createMiniSearchIndex(): PassageIndex {
  return new MiniSearchIndex();
}

class MiniSearchIndex implements PassageIndex {
  #collections: Collections = new Map();
  readonly #languageOf = createLanguages();
  readonly #inTurn = createTurns();

  get size(): number {
    return [...this.#collections.values()].reduce((sum, { passages }) => sum + passages, 0);
  }

  add(documents: readonly IndexedDocument[]): Promise<void> {
    return this.#inTurn(async (pace) => {
      for (const indexed of documents) await this.#add(indexed, pace);
    });
  }

  remove(ids: readonly DocumentId[]): Promise<void> {
    return this.#inTurn(async (pace) => {
      for (const id of ids) await this.#remove(id, pace);
    });
  }

  search(query: Query, ids: readonly CollectionId[], limit: number): Hit[] {
    const weights = termWeights(query);
    const best = new BestHits(limit);
    const indexes = this.#among(ids);
    const all = mergeVocabularies(indexes);
    for (const index of indexes) index.search(weights, all, best);
    return best.hits;
  }

  vocabulary(ids: readonly CollectionId[]): Vocabulary {
    return mergeVocabularies(this.#among(ids));
  }

  similarTerms(term: string, ids: readonly CollectionId[]): string[] {
    const indexes = this.#among(ids);
    const all = mergeVocabularies(indexes);
    const near = new Set(indexes.flatMap((index) => similarTerms(term, index.terms(term.charAt(0)))));
    return [...near]
      .sort((a, b) => all.frequency(b) - all.frequency(a) || (a < b ? -1 : 1))
      .slice(0, MAX_SIMILAR);
  }

  save(): Iterable<string> {
    return saveLines(this.#collections);
  }

  load(lines: Iterable<string>, find: FindDocument): Promise<void> {
    return this.#inTurn(async (pace) => {
      this.#collections = await loadLines(lines, find, pace);
    });
  }

  async #add(indexed: IndexedDocument, pace: Pace): Promise<void> {
    const { id, collection } = indexed.document;
    const language = await this.#languageOf(indexed);
    const rest = pace.before(indexed.passages.length);
    if (rest) await rest;
    const index = this.#collections.get(collection) ?? new CollectionIndex();
    this.#collections.set(collection, index);
    if (!index.documents.has(id)) await this.#remove(id, pace);
    await index.add(indexed, language, pace);
  }

  async #remove(id: DocumentId, pace: Pace): Promise<void> {
    const home = [...this.#collections.values()].find(({ documents }) => documents.has(id));
    const held = home?.documents.get(id);
    if (held) await home?.remove(id, await this.#languageOf(held.indexed), pace);
  }

  #among(ids: readonly CollectionId[]): CollectionIndex[] {
    return [...new Set(ids)].flatMap((id) => this.#collections.get(id) ?? []);
  }
}

/** Languages of documents, loaded when a document has to be read. */
function createLanguages(): (indexed: IndexedDocument) => Promise<Language> {
  const known = new Map<string, Promise<Language>>();
  return ({ document: { language } }) => {
    const loading = known.get(language) ?? loadLanguage(language);
    known.set(language, loading);
    return loading;
  };
}

/** Makes changes one after the other, whether or not those before succeeded. */
function createTurns(): (change: (pace: Pace) => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (change) => {
    const done = last.then(() => change(new Pace()));
    last = done.catch(() => undefined);
    return done;
  };
}
