import type { DocumentId } from '../../library/document.ts';
import type { IndexedDocument } from '../../library/indexed-document.ts';
import type { Language } from '../../text/languages.ts';
import { informativeness, rarity, type Vocabulary } from '../vocabulary.ts';
import type { BestHits } from './best-hits.ts';
import { IndexedTerms } from './indexed-terms.ts';
import type { Pace } from './pace.ts';
import { PostingsIndex, termsOf } from './postings-index.ts';

const BM25 = { k: 1.2, b: 0.75 }; // MiniSearch's defaults (b .7, d .5) rank worse on judged sets
const TITLE_WEIGHT = 2; // times that a title counts as part of its document
const DOCUMENT_SHARE = 0.4; // of a hit's score; the passage's own score makes the rest
const A_PASSAGE = 5000; // postings that are unpacked in the time that indexing a passage takes

/** A document in the index. Its passages have consecutive numbers; by the first the document is known, too. */
export interface Held {
  readonly indexed: IndexedDocument;
  readonly first: number;
  /** How many different terms it has, and each of its passages, the title included. */
  readonly length: number;
  readonly lengths: readonly number[];
}

/** Scores by number of the passage, or of a document's first. */
interface Scores {
  readonly passages: Float64Array;
  readonly documents: Float64Array;
  /** How often the term at hand stands in each document. */
  readonly times: Float64Array;
  /** The passages that have a score. */
  readonly found: number[];
}

/** The documents of one collection, their passages in MiniSearch. What is only being added or removed is not found. */
export class CollectionIndex implements Vocabulary {
  readonly #postings = new PostingsIndex();
  readonly #documents = new Map<DocumentId, Held>();
  readonly #homes: (Held | undefined)[] = []; // by passage
  #total = { passages: 0, passageLengths: 0, documentLengths: 0 };

  get passages(): number {
    return this.#postings.documentCount;
  }

  get documents(): ReadonlyMap<DocumentId, Held> {
    return this.#documents;
  }

  get postings(): PostingsIndex {
    return this.#postings;
  }

  frequency(term: string): number {
    return this.#postings.frequency(term);
  }

  terms(first = ''): Iterable<string> {
    return this.#postings.terms(first);
  }

  /** Adds a document, or replaces it from one moment to the next. */
  async add(indexed: IndexedDocument, language: Language, pace: Pace): Promise<void> {
    const first = this.#postings.next;
    const terms = new IndexedTerms(indexed, language);
    const lengths: number[] = [];
    for (const entry of terms.entries()) {
      const rest = pace.take(1) ?? this.#postings.settle(pace);
      if (rest) await rest;
      lengths.push(this.#postings.addPassage(entry));
    }
    const before = this.#hide(indexed.document.id);
    this.show({ indexed, first, length: terms.size, lengths });
    if (before) await this.#erase(before, language, pace);
  }

  async remove(id: DocumentId, language: Language, pace: Pace): Promise<void> {
    const held = this.#hide(id);
    if (held) await this.#erase(held, language, pace);
  }

  /** Makes a document whose passages are indexed be found. */
  show(held: Held): void {
    this.#documents.set(held.indexed.document.id, held);
    for (const at of held.lengths.keys()) this.#homes[held.first + at] = held;
    this.#count(held, 1);
  }

  /** Offers every passage that has one of the terms; `all` is the vocabulary of everything searched. */
  search(weights: ReadonlyMap<string, number>, all: Vocabulary, best: BestHits): void {
    const scores = createScores(this.#postings.next);
    for (const [term, weight] of weights) if (weight > 0) this.#score(term, weight, { all, scores });
    for (const number of scores.found) {
      const held = this.#homes[number];
      if (!held) continue;
      const documentScore = scores.documents[held.first] ?? 0;
      const score = (1 - DOCUMENT_SHARE) * (scores.passages[number] ?? 0) + DOCUMENT_SHARE * documentScore;
      if (score < best.least) continue;
      const document = held.indexed.document.id;
      best.offer({ document, passage: number - held.first, score, documentScore });
    }
  }

  /** Adds what one term is worth, weighed by how well it tells passages apart in everything searched. */
  #score(
    term: string,
    weight: number,
    { all, scores }: { readonly all: Vocabulary; readonly scores: Scores },
  ): void {
    const { passages, documents, times, found } = scores;
    const worth = weight * informativeness(all, term);
    const meanLength = this.#total.passageLengths / this.#total.passages;
    const having: Held[] = [];
    const visitPassage = (number: number, count: number) => {
      const held = this.#homes[number];
      if (!held) return;
      const before = passages[number] ?? 0;
      if (before === 0) found.push(number);
      const length = held.lengths[number - held.first] ?? 0;
      passages[number] = before + worth * saturation(count, length / meanLength);
      const timesBefore = times[held.first] ?? 0;
      if (timesBefore === 0) having.push(held);
      times[held.first] = timesBefore + count;
    };
    // A title was counted once in each passage.
    const visitTitle = (number: number, count: number) => {
      const surplus = (this.#homes[number]?.lengths.length ?? TITLE_WEIGHT) - TITLE_WEIGHT;
      times[number] = (times[number] ?? 0) - surplus * count;
    };
    this.#postings.visit(term, visitPassage, visitTitle);
    const documentWorth = (worth / informativeness(this, term)) * rarity(having.length, this.#documents.size);
    const meanDocument = this.#total.documentLengths / this.#documents.size;
    for (const { first, length } of having) {
      const value = documentWorth * saturation(times[first] ?? 0, length / meanDocument);
      documents[first] = (documents[first] ?? 0) + value;
      times[first] = 0;
    }
  }

  #hide(id: DocumentId): Held | undefined {
    const held = this.#documents.get(id);
    if (!held) return undefined;
    this.#documents.delete(id);
    for (const at of held.lengths.keys()) this.#homes[held.first + at] = undefined;
    this.#count(held, -1);
    return held;
  }

  async #erase({ indexed, first }: Held, language: Language, pace: Pace): Promise<void> {
    let number = first;
    for (const entry of new IndexedTerms(indexed, language).entries()) {
      const settling = this.#postings.settle(pace);
      if (settling) await settling;
      for (const term of termsOf(entry)) {
        const rest = pace.take(this.#postings.wake(term) / A_PASSAGE);
        if (rest) await rest;
      }
      const rest = pace.take(1);
      if (rest) await rest;
      this.#postings.removePassage(number++, entry);
    }
  }

  #count({ length, lengths }: Held, step: 1 | -1): void {
    const { passages, passageLengths, documentLengths } = this.#total;
    this.#total = {
      passages: passages + step * lengths.length,
      passageLengths: passageLengths + step * lengths.reduce((sum, each) => sum + each, 0),
      documentLengths: documentLengths + step * length,
    };
  }
}

function createScores(numbers: number): Scores {
  const zeros = () => new Float64Array(numbers);
  return { passages: zeros(), documents: zeros(), times: zeros(), found: [] };
}

/** What it is worth that a term stands so often in a text, whose length is given in mean lengths. */
function saturation(times: number, length: number): number {
  return (times * (BM25.k + 1)) / (times + BM25.k * (1 - BM25.b + BM25.b * length));
}
