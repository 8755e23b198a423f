import { inverseFrequency } from '../term-statistics.ts';
import type { BestHits } from './best-hits.ts';
import type { DocumentEntries, DocumentEntry } from './document-entries.ts';
import type { PostingsIndex } from './postings-index.ts';

const BM25 = { k: 1.2, b: 0.75 }; // MiniSearch's defaults (b .7, d .5) rank worse on the judged sets
const TITLE_WEIGHT = 2; // times that a title counts as part of its document
const DOCUMENT_SHARE = 0.4; // of a hit's score; the passage's own score makes the rest

/** Adds up the BM25 scores of one search, term by term, for passages and for whole documents. */
export class Scores {
  readonly #postings: PostingsIndex;
  readonly #entries: DocumentEntries;
  readonly #passages: Float64Array;
  readonly #documents: Float64Array; // by first passage, as are the counts
  readonly #counts: Float64Array; // of the current term
  readonly #found: number[] = []; // passages with a score

  constructor(postings: PostingsIndex, entries: DocumentEntries) {
    this.#postings = postings;
    this.#entries = entries;
    this.#passages = new Float64Array(postings.next);
    this.#documents = new Float64Array(postings.next);
    this.#counts = new Float64Array(postings.next);
  }

  /** Scores a term; its weight includes the idf in everything searched. */
  addTerm(term: string, weight: number): void {
    const found = this.#scorePassages(term, weight);
    this.#weighTitles(term);
    const passageIdf = inverseFrequency(this.#postings.frequency(term), this.#postings.passages);
    const documentIdf = inverseFrequency(found.length, this.#entries.size);
    const documentWeight = (weight / passageIdf) * documentIdf;
    for (const entry of found) this.#scoreDocument(entry, documentWeight);
  }

  /** Offers every passage that has a score. */
  offerTo(best: BestHits): void {
    for (const number of this.#found) {
      const entry = this.#entries.ofPassage(number);
      if (!entry) continue;
      const documentScore = this.#documents[entry.first] ?? 0;
      const score = (1 - DOCUMENT_SHARE) * (this.#passages[number] ?? 0) + DOCUMENT_SHARE * documentScore;
      const { document } = entry.indexed;
      if (score < best.least || !best.takes(document)) continue;
      best.offer({
        document: document.id,
        passage: number - entry.first,
        score,
        documentScore,
      });
    }
  }

  /** Returns the documents that have the term, having counted its occurrences in each. */
  #scorePassages(term: string, weight: number): readonly DocumentEntry[] {
    const [entries, passages, counts, found] = [this.#entries, this.#passages, this.#counts, this.#found];
    const meanLength = entries.meanPassageLength;
    const documents: DocumentEntry[] = [];
    this.#postings.visitTexts(term, (number, times) => {
      const entry = entries.ofPassage(number);
      if (!entry) return;
      const score = passages[number] ?? 0;
      if (score === 0) found.push(number);
      const length = entry.lengths[number - entry.first] ?? 0;
      passages[number] = score + weight * saturation(times, length / meanLength);
      const count = counts[entry.first] ?? 0;
      if (count === 0) documents.push(entry);
      counts[entry.first] = count + times;
    });
    return documents;
  }

  /** Counts a title TITLE_WEIGHT times instead of once for each passage. */
  #weighTitles(term: string): void {
    this.#postings.visitTitles(term, (first, times) => {
      const entry = this.#entries.ofPassage(first);
      if (!entry) return;
      const surplus = (entry.lengths.length - TITLE_WEIGHT) * times;
      this.#counts[first] = (this.#counts[first] ?? 0) - surplus;
    });
  }

  #scoreDocument({ first, length }: DocumentEntry, weight: number): void {
    const count = this.#counts[first] ?? 0;
    const score = weight * saturation(count, length / this.#entries.meanDocumentLength);
    this.#documents[first] = (this.#documents[first] ?? 0) + score;
    this.#counts[first] = 0;
  }
}

/** BM25's factor for a term that a text has so many times; the text's length is in mean lengths. */
function saturation(times: number, length: number): number {
  return (times * (BM25.k + 1)) / (times + BM25.k * (1 - BM25.b + BM25.b * length));
}
