import type { CollectionId, DocumentId } from '../corpus/document.ts';
import { yieldToEvents } from '../yield-to-events.ts';
import { CollectionIndex } from './collection-index.ts';
import { type Language, loadLanguage } from './languages.ts';
import type { Hit, IndexedDocument, PassageIndex } from './passage-index.ts';
import { type Query, termWeights } from './query.ts';
import { similarTerms } from './similar-terms.ts';
import { mergeVocabularies, type Vocabulary } from './vocabulary.ts';

const STRETCH = 10; // documents added before other work gets its turn, some milliseconds

/** A PassageIndex in memory, a MiniSearch index for each collection. */
export function createMiniSearchIndex(): PassageIndex {
  return new MiniSearchIndex();
}

interface Home {
  readonly collection: CollectionId;
  readonly language: string;
}

class MiniSearchIndex implements PassageIndex {
  readonly #collections = new Map<CollectionId, CollectionIndex>();
  readonly #homes = new Map<DocumentId, Home>();
  readonly #languageOf = createLanguages();

  get size(): number {
    return [...this.#collections.values()].reduce((sum, { passages }) => sum + passages, 0);
  }

  async add(documents: readonly IndexedDocument[]): Promise<void> {
    for (const [at, indexed] of documents.entries()) {
      await this.#addOne(indexed);
      if (at % STRETCH === STRETCH - 1) await yieldToEvents();
    }
  }

  async remove(ids: readonly DocumentId[]): Promise<void> {
    for (const id of ids) await this.#removeOne(id);
  }

  search(query: Query, ids: readonly CollectionId[], limit: number): Hit[] {
    const weights = termWeights(query);
    const all = this.vocabulary(ids);
    const hits = this.#among(ids).flatMap((index) => index.search(weights, all, limit));
    return hits.sort(compareHits).slice(0, limit);
  }

  vocabulary(ids: readonly CollectionId[]): Vocabulary {
    return mergeVocabularies(this.#among(ids));
  }

  similarTerms(term: string, ids: readonly CollectionId[]): string[] {
    const all = this.vocabulary(ids);
    const byFrequency = (a: string, b: string) => all.frequency(b) - all.frequency(a) || (a < b ? -1 : 1);
    return similarTerms(term, all).sort(byFrequency);
  }

  *save(): Generator<string> {
    for (const [collection, index] of this.#collections) {
      yield JSON.stringify({ collection });
      yield* index.save();
      yield '';
    }
  }

  async load(lines: Iterable<string>, document: (id: DocumentId) => IndexedDocument | null): Promise<void> {
    const iterator = lines[Symbol.iterator]();
    for (let line = iterator.next(); !line.done; line = iterator.next()) {
      const { collection } = JSON.parse(line.value) as { collection: CollectionId };
      const index = new CollectionIndex();
      const take = () => takeLine(iterator);
      for (const { id, language } of await index.load(take, document))
        this.#homes.set(id, { collection, language });
      this.#collections.set(collection, index);
    }
  }

  #among(ids: readonly CollectionId[]): CollectionIndex[] {
    return [...new Set(ids)].flatMap((id) => this.#collections.get(id) ?? []);
  }

  async #addOne(indexed: IndexedDocument): Promise<void> {
    const { id, collection, language } = indexed.document;
    const spoken = await this.#languageOf(language);
    await this.#removeOne(id);
    const index = this.#collections.get(collection) ?? new CollectionIndex();
    this.#collections.set(collection, index);
    this.#homes.set(id, { collection, language });
    await index.add(indexed, spoken);
  }

  async #removeOne(id: DocumentId): Promise<void> {
    const home = this.#homes.get(id);
    if (!home) return;
    this.#homes.delete(id);
    await this.#collections.get(home.collection)?.remove(id, await this.#languageOf(home.language));
  }
}

function takeLine(lines: Iterator<string>): string {
  const line = lines.next();
  if (line.done) throw new Error('ends too early');
  return line.value;
}

/** Languages by their code, each loaded once. */
function createLanguages(): (code: string) => Promise<Language> {
  const known = new Map<string, Promise<Language>>();
  return (code) => {
    const language = known.get(code) ?? loadLanguage(code);
    known.set(code, language);
    return language;
  };
}

/** Best first; equal scores are ordered by place, so that the same question always gets the same answer. */
function compareHits(a: Hit, b: Hit): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.document === b.document) return a.passage - b.passage;
  return a.document < b.document ? -1 : 1;
}
