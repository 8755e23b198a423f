import { compareTerms } from './compare-terms.ts';
import type { PostingsRow, SegmentId } from './segment-store.ts';
import { createVarintReader, VarintWriter } from './varints.ts';

/**
 * Puts all postings of a small segment into one piece: the lengths of its parts; the terms, in order, as JSON; for each
 * term its counts and the lengths of its postings; the postings.
 */
export class PackBuilder {
  readonly #terms: string[] = [];
  readonly #numbers = new VarintWriter(4096);
  readonly #postings: Uint8Array[] = [];

  /** Adds rows whose terms come after all others, by code points. */
  add(rows: readonly PostingsRow[]): void {
    for (const { term, passages, documents, texts, titles } of rows) {
      this.#terms.push(term);
      for (const number of [passages, documents, texts.length, titles?.length ?? 0])
        this.#numbers.write(number);
      this.#postings.push(texts, titles ?? NONE);
    }
  }

  bytes(): Uint8Array {
    const parts = [Buffer.from(JSON.stringify(this.#terms)), this.#numbers.bytes()];
    const lengths = new VarintWriter();
    for (const { length } of parts) lengths.write(length);
    return Buffer.concat([Buffer.from([lengths.length]), lengths.bytes(), ...parts, ...this.#postings]);
  }
}

const NONE = new Uint8Array(0);

/** The postings of a small segment, in memory. */
export class Pack {
  readonly #segment: SegmentId;
  readonly #terms: readonly string[];
  readonly #numbers: Uint32Array; // for each term: passages, documents, where texts begin, where titles begin and end
  readonly #bytes: Uint8Array;

  constructor(segment: SegmentId, bytes: Uint8Array) {
    this.#segment = segment;
    const head = 1 + (bytes[0] ?? 0);
    const lengths = createVarintReader(bytes.subarray(1, head));
    const [terms, numbers] = [head + lengths(), lengths()];
    this.#terms = JSON.parse(Buffer.from(bytes.subarray(head, terms)).toString()) as string[];
    this.#bytes = bytes.subarray(terms + numbers);
    this.#numbers = new Uint32Array(this.#terms.length * WIDTH);
    const read = createVarintReader(bytes.subarray(terms, terms + numbers));
    let end = 0;
    for (let at = 0; at < this.#numbers.length; at += WIDTH) {
      const [passages, documents, texts, titles] = [read(), read(), end, read()];
      end += titles + read();
      this.#numbers.set([passages, documents, texts, texts + titles, end], at);
    }
  }

  /** About how many bytes of memory it takes. */
  get weight(): number {
    return this.#bytes.length + this.#terms.length * 80;
  }

  get(term: string): PostingsRow | undefined {
    const at = this.#find(term);
    return this.#terms[at] === term ? this.#row(at) : undefined;
  }

  /** In how many passages a term occurs, deleted ones included. */
  frequency(term: string): number {
    const at = this.#find(term);
    return this.#terms[at] === term ? (this.#numbers[at * WIDTH] ?? 0) : 0;
  }

  /** The rows whose terms come after one, at most so many. */
  rowsAfter(term: string, count: number): readonly PostingsRow[] {
    const found = this.#find(term);
    const from = this.#terms[found] === term ? found + 1 : found;
    return this.#terms.slice(from, from + count).map((_, at) => this.#row(from + at));
  }

  /** The terms that begin like this. */
  termsLike(opening: string): readonly string[] {
    return this.#terms.slice(this.#find(opening), this.#find(`${opening}\u{10FFFF}`));
  }

  /** Where the first term stands that doesn't come before this one. */
  #find(term: string): number {
    let [from, to] = [0, this.#terms.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (compareTerms(this.#terms[middle] ?? '', term) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #row(at: number): PostingsRow {
    const number = (nth: number) => this.#numbers[at * WIDTH + nth] ?? 0;
    const [texts, titles, end] = [number(2), number(3), number(4)];
    return {
      segment: this.#segment,
      term: this.#terms[at] ?? '',
      passages: number(0),
      documents: number(1),
      texts: this.#bytes.subarray(texts, titles),
      titles: end > titles ? this.#bytes.subarray(titles, end) : null,
    };
  }
}

const WIDTH = 5;
