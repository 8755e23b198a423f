import MiniSearch, { type SearchResult } from 'minisearch';
import type { DocumentId } from '../corpus/document.ts';
import type { Language } from './languages.ts';
import type { IndexedDocument } from './passage-index.ts';
import { informativeness, type Vocabulary } from './vocabulary.ts';
import { splitTerms } from './words.ts';

const BM25 = { k: 1.2, b: 0.75, d: 0 }; // plain BM25; MiniSearch's defaults (k 1.2, b .7, d .5) rank worse on judged sets
const TITLE_WEIGHT = 2; // times that a title counts as part of its document
const MIN_SIMILAR = 4; // letters; shorter words have too many neighbours
const MIN_ROOT = 5; // letters that two forms of a word share
const MAX_ENDING = 4; // letters by which one form of a word may be longer than another

/** What MiniSearch indexes: an id, and the terms of a text with a space between. */
interface Entry {
  readonly id: string;
  readonly text: string;
}

/** What was indexed of one document; to remove it MiniSearch has to be told again. */
interface Held {
  readonly whole: Entry;
  readonly passages: readonly Entry[];
}

/** One collection in MiniSearch: its documents whole, their passages, and in how many passages each term is. */
export class CollectionIndex implements Vocabulary {
  readonly #documents = createMiniSearch();
  readonly #passages = createMiniSearch();
  readonly #frequencies = new Map<string, number>();
  readonly #entries = new Map<DocumentId, Held>();

  get passages(): number {
    return this.#passages.documentCount;
  }

  frequency(term: string): number {
    return this.#frequencies.get(term) ?? 0;
  }

  terms(): Iterable<string> {
    return this.#frequencies.keys();
  }

  add({ document, passages }: IndexedDocument, language: Language): void {
    const title = joinTerms(document.title ?? '', language);
    const bodies = passages.map(({ start, end }) => joinTerms(document.text.slice(start, end), language));
    const held: Held = {
      whole: { id: document.id, text: [...Array(TITLE_WEIGHT).fill(title), ...bodies].join(' ') },
      passages: bodies.map((body, at) => ({ id: `${document.id}#${at}`, text: `${title} ${body}` })),
    };
    this.#documents.add(held.whole);
    this.#passages.addAll(held.passages);
    this.#count(held.passages, 1);
    this.#entries.set(document.id, held);
  }

  remove(id: DocumentId): void {
    const held = this.#entries.get(id);
    if (!held) return;
    // Not discard(): until it is vacuumed, what was discarded still counts in the scores of the rest.
    this.#documents.remove(held.whole);
    this.#passages.removeAll(held.passages);
    this.#count(held.passages, -1);
    this.#entries.delete(id);
  }

  /** Scores by document id and by passage id (`<document>#<n>`); `all` is the vocabulary of everything searched. */
  search(
    weights: ReadonlyMap<string, number>,
    all: Vocabulary,
  ): Record<'documents' | 'passages', Map<string, number>> {
    const boostTerm = (term: string) =>
      ((weights.get(term) ?? 0) * informativeness(all, term)) / informativeness(this, term);
    const words = [...weights.keys()].join(' ');
    return {
      documents: scores(this.#documents.search(words, { boostTerm })),
      passages: scores(this.#passages.search(words, { boostTerm })),
    };
  }

  /** Terms one or, from eight letters, two letters off `term`, and those that it begins, or that begin it. The first letter is never in doubt. */
  similarTerms(term: string): string[] {
    if (term.length < MIN_SIMILAR) return [];
    const misspelt = this.#documents.search(term, { fuzzy: term.length < 8 ? 1 : 2 });
    const longer = this.#documents.search(term, { prefix: term.length >= MIN_ROOT });
    const near = [...misspelt, ...longer].flatMap(({ terms }) => terms);
    const shorter = [1, 2, 3, 4]
      .map((ending) => term.slice(0, -ending))
      .filter((root) => this.frequency(root) > 0);
    const related = [...near, ...shorter.filter((root) => root.length >= MIN_ROOT)];
    return [...new Set(related)].filter(
      (other) => other.charAt(0) === term.charAt(0) && Math.abs(other.length - term.length) <= MAX_ENDING,
    );
  }

  #count(entries: readonly Entry[], step: 1 | -1): void {
    for (const { text } of entries) {
      for (const term of new Set(text.split(' '))) {
        const count = this.frequency(term) + step;
        if (term === '' || count === 0) this.#frequencies.delete(term);
        else this.#frequencies.set(term, count);
      }
    }
  }
}

function createMiniSearch(): MiniSearch<Entry> {
  return new MiniSearch<Entry>({
    fields: ['text'],
    storeFields: [],
    tokenize: (text) => text.split(' ').filter((term) => term !== ''),
    processTerm: (term) => term,
    searchOptions: { bm25: BM25 },
  });
}

function joinTerms(text: string, language: Language): string {
  return splitTerms(text, language).join(' ');
}

/** MiniSearch 7.2 multiplies a BM25 score by the number of query terms matched; dividing gives BM25 back. */
function scores(results: readonly SearchResult[]): Map<string, number> {
  return new Map(
    results.map(({ id, score, queryTerms }) => [String(id), score / Math.max(1, queryTerms.length)]),
  );
}
