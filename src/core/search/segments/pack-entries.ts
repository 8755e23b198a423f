import type { PostingsRow, SegmentId } from './segment-store.ts';
import { VarintReader } from './varints.ts';

/** Where entries of a pack are read: the terms and their counts from one place on, the postings from another. */
export interface EntriesPlace {
  readonly at: number;
  /** Where the terms end. */
  readonly end: number;
  readonly postings: number;
}

/** Reads the terms of a pack one after the other, each with its counts and postings. */
export class PackEntries {
  readonly #bytes: Buffer;
  readonly #reader: VarintReader;
  readonly #end: number;
  #postings: number;
  #start = 0; // of the term
  #length = 0; // of the term
  #passages = 0;
  #documents = 0;
  #texts = 0; // bytes
  #titles = 0; // bytes
  #ended = false;

  constructor(bytes: Buffer, { at, end, postings }: EntriesPlace) {
    this.#bytes = bytes;
    this.#reader = new VarintReader(bytes, at);
    this.#end = end;
    this.#postings = postings;
    this.next();
  }

  get ended(): boolean {
    return this.#ended;
  }

  get term(): string {
    return this.#bytes.toString('utf8', this.#start, this.#start + this.#length);
  }

  /** Goes on to the next term. */
  next(): void {
    const reader = this.#reader;
    this.#ended = reader.at >= this.#end;
    if (this.#ended) return;
    this.#postings += this.#texts + this.#titles;
    this.#length = reader.next();
    this.#passages = reader.next();
    this.#documents = reader.next();
    this.#texts = reader.next();
    this.#titles = reader.next();
    this.#start = reader.at;
    reader.skip(this.#length);
  }

  /** Compares the term with another one, by code points: below 0 if it comes before. */
  compare(term: Buffer): number {
    return this.#bytes.compare(term, 0, term.length, this.#start, this.#start + this.#length);
  }

  /** Whether it is at this term. */
  isAt(term: string): boolean {
    return !this.#ended && this.term === term;
  }

  row(segment: SegmentId): PostingsRow {
    const [texts, titles] = [this.#postings + this.#texts, this.#postings + this.#texts + this.#titles];
    return {
      ...{ segment, term: this.term, passages: this.#passages, documents: this.#documents },
      texts: this.#bytes.subarray(this.#postings, texts),
      titles: titles > texts ? this.#bytes.subarray(texts, titles) : null,
    };
  }
}
