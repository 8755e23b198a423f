import type { Document, DocumentId } from '../corpus/document.ts';
import { yieldToEvents } from '../yield-to-events.ts';
import type { Language } from './languages.ts';
import type { Hit, IndexedDocument } from './passage-index.ts';
import { type Entry, PostingsIndex } from './postings-index.ts';
import { informativeness, type Vocabulary } from './vocabulary.ts';
import { splitTerms } from './words.ts';

const BM25 = { k: 1.2, b: 0.75 }; // MiniSearch's defaults (b .7, d .5) rank worse on judged sets
const TITLE_WEIGHT = 2; // times that a title counts as part of its document
const DOCUMENT_SHARE = 0.4; // of a hit's score; the passage's own score makes the rest
const MAX_TERMS = 200_000; // different ones of a document; what comes after is not found
const STRETCH = 20; // passages indexed before other work gets its turn, some milliseconds

/** What is known of an indexed document. */
interface Held {
  readonly indexed: IndexedDocument;
  /** The number of its first passage; the others follow. */
  readonly first: number;
  /** Different terms in each passage, the title's included. */
  readonly lengths: readonly number[];
  /** Different terms in title and text. */
  readonly length: number;
  readonly title: ReadonlyMap<string, number>;
}

/** One collection: its passages in MiniSearch, and scores of passages and whole documents by BM25. */
export class CollectionIndex implements Vocabulary {
  readonly #postings = new PostingsIndex();
  readonly #documents = new Map<DocumentId, Held>();
  readonly #homes: (Held | undefined)[] = []; // by the numbers of passages
  readonly #total = { passages: 0, passageLength: 0, documentLength: 0 };

  get passages(): number {
    return this.#total.passages;
  }

  frequency(term: string): number {
    return this.#postings.frequency(term);
  }

  terms(first = ''): Iterable<string> {
    return this.#postings.terms(first);
  }

  /** Adds a document that is not there yet. */
  async add(indexed: IndexedDocument, language: Language): Promise<void> {
    const first = this.#postings.next;
    const title = countTerms(splitTerms(indexed.document.title ?? '', language));
    const different = new Set<string>(title.keys());
    const lengths: number[] = [];
    for (const { entry, terms } of entriesOf(indexed, language)) {
      this.#postings.add(entry);
      for (const term of terms) different.add(term);
      lengths.push(terms.size);
      if (lengths.length % STRETCH === 0 && lengths.length < indexed.passages.length) await yieldToEvents();
    }
    this.#hold({ indexed, first, lengths, length: different.size, title });
    this.#postings.rest();
  }

  async remove(id: DocumentId, language: Language): Promise<void> {
    const held = this.#documents.get(id);
    if (!held) return;
    let done = 0;
    // Not discard(): until it is vacuumed, what was discarded still counts in the scores of the rest.
    for (const { entry } of entriesOf(held.indexed, language)) {
      this.#postings.remove(entry);
      if (++done % STRETCH === 0 && done < held.lengths.length) await yieldToEvents();
    }
    this.#letGo(held);
  }

  /** The best passages for weighted terms; `all` is the vocabulary of everything searched. */
  search(weights: ReadonlyMap<string, number>, all: Vocabulary, limit: number): Hit[] {
    const passages = new Float64Array(this.#postings.next);
    const documents = new Map<Held, number>();
    for (const [term, weight] of weights) {
      const telling = weight * informativeness(all, term);
      this.#scorePassages(term, telling, passages);
      this.#scoreDocuments(term, telling / informativeness(this, term), documents);
    }
    return this.#best(passages, documents, limit);
  }

  *save(): Generator<string> {
    yield JSON.stringify({ next: this.#postings.next, documents: this.#documents.size });
    for (const [id, { first, lengths, length, title }] of this.#documents)
      yield JSON.stringify({ id, first, lengths, length, title: [...title] });
    yield* this.#postings.save();
  }

  /** Takes over what was saved, as far as the next empty line; returns the documents. */
  async load(
    take: () => string,
    document: (id: DocumentId) => IndexedDocument | null,
  ): Promise<readonly Document[]> {
    const { next, documents } = JSON.parse(take()) as { next: number; documents: number };
    for (let at = 0; at < documents; at++) {
      const { id, title, ...saved } = JSON.parse(take()) as SavedDocument;
      const indexed = document(id);
      if (indexed?.passages.length !== saved.lengths.length) throw new Error(`not the document ${id}`);
      this.#postings.loadEntries(passageIds(indexed), saved.first, saved.lengths);
      this.#hold({ indexed, ...saved, title: new Map(title) });
      if (at % LOAD_STRETCH === 0) await yieldToEvents();
    }
    this.#postings.loadNext(next);
    for (let line = take(), loaded = 0; line !== ''; line = take(), loaded++) {
      this.#postings.loadTerm(line);
      if (loaded % (LOAD_STRETCH * 20) === 0) await yieldToEvents();
    }
    return [...this.#documents.values()].map(({ indexed }) => indexed.document);
  }

  #hold(held: Held): void {
    this.#documents.set(held.indexed.document.id, held);
    for (const at of held.lengths.keys()) this.#homes[held.first + at] = held;
    this.#count(held, 1);
  }

  #letGo(held: Held): void {
    this.#documents.delete(held.indexed.document.id);
    for (const at of held.lengths.keys()) this.#homes[held.first + at] = undefined;
    this.#count(held, -1);
  }

  #count({ lengths, length }: Held, step: 1 | -1): void {
    this.#total.passages += step * lengths.length;
    this.#total.passageLength += step * lengths.reduce((sum, each) => sum + each, 0);
    this.#total.documentLength += step * length;
  }

  #scorePassages(term: string, telling: number, scores: Float64Array): void {
    const average = this.#total.passageLength / this.#total.passages;
    for (const [number, times] of this.#postings.postings(term) ?? []) {
      const home = this.#homes[number];
      if (!home) continue;
      const length = home.lengths[number - home.first] ?? 0;
      scores[number] = (scores[number] ?? 0) + telling * saturation(times, length / average);
    }
  }

  /** A document holds a term as often as its passages do, its title counted twice in all rather than in each. */
  #scoreDocuments(term: string, telling: number, scores: Map<Held, number>): void {
    const counts = new Map<Held, number>();
    for (const [number, times] of this.#postings.postings(term) ?? []) {
      const home = this.#homes[number];
      if (home) counts.set(home, (counts.get(home) ?? 0) + times);
    }
    const average = this.#total.documentLength / this.#documents.size;
    const rarity = Math.log(1 + (this.#documents.size - counts.size + 0.5) / (counts.size + 0.5));
    for (const [home, count] of counts) {
      const times = count - (home.lengths.length - TITLE_WEIGHT) * (home.title.get(term) ?? 0);
      const score = telling * rarity * saturation(times, home.length / average);
      scores.set(home, (scores.get(home) ?? 0) + score);
    }
  }

  #best(passages: Float64Array, documents: ReadonlyMap<Held, number>, limit: number): Hit[] {
    const scores = new Float64Array(passages.length);
    for (const [number, own] of passages.entries()) {
      const home = own > 0 ? this.#homes[number] : undefined;
      if (home) scores[number] = (1 - DOCUMENT_SHARE) * own + DOCUMENT_SHARE * (documents.get(home) ?? 0);
    }
    const least = scores.toSorted().at(-limit) ?? 0;
    const hits: Hit[] = [];
    for (const [number, score] of scores.entries()) {
      const home = score > 0 && score >= least ? this.#homes[number] : undefined;
      if (!home) continue;
      const { id } = home.indexed.document;
      hits.push({
        document: id,
        passage: number - home.first,
        score,
        documentScore: documents.get(home) ?? 0,
      });
    }
    return hits;
  }
}

const LOAD_STRETCH = 100; // documents loaded at a stretch

interface SavedDocument extends Pick<Held, 'first' | 'lengths' | 'length'> {
  readonly id: DocumentId;
  readonly title: readonly (readonly [string, number])[];
}

/** How much a term that occurs so often counts (BM25), in a text so much longer than the average. */
function saturation(times: number, length: number): number {
  return (times * (BM25.k + 1)) / (times + BM25.k * (1 - BM25.b + BM25.b * length));
}

/** What MiniSearch is given for each passage: the terms of the title and its own. */
function* entriesOf(
  indexed: IndexedDocument,
  language: Language,
): Generator<{ entry: Entry; terms: ReadonlySet<string> }> {
  const { document, passages } = indexed;
  const ids = passageIds(indexed);
  const title = splitTerms(document.title ?? '', language);
  const seen = new Set(title);
  for (const [at, { start, end }] of passages.entries()) {
    const body = seen.size < MAX_TERMS ? splitTerms(document.text.slice(start, end), language) : [];
    for (const term of body) seen.add(term);
    const terms = [...title, ...body];
    yield { entry: { id: ids[at] ?? '', text: terms.join(' ') }, terms: new Set(terms) };
  }
}

function passageIds({ document, passages }: IndexedDocument): string[] {
  return passages.map((_, at) => `${document.id}#${at}`);
}

function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
