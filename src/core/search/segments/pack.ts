import { PackEntries } from './pack-entries.ts';
import type { PostingsRow, SegmentId } from './segment-store.ts';
import { VarintWriter } from './varints.ts';

const BLOCK = 16; // terms that are read one after the other to find one
const HEAD = 8; // bytes: how many blocks there are, how long their terms and counts are
const PLACE = 8; // bytes for each block: where its terms and counts begin, where its postings do
const NONE = new Uint8Array(0);

/**
 * Puts all postings of a small segment into one piece, in which a term is found without reading the others: the places of
 * its blocks; of each term, in order, its bytes, its counts and the lengths of its postings; the postings.
 */
export class PackBuilder {
  readonly #numbers = new VarintWriter();
  readonly #terms: Uint8Array[] = [];
  readonly #postings: Uint8Array[] = [];
  readonly #blocks: number[] = [];
  #count = 0;
  #termsLength = 0;
  #postingsLength = 0;

  /** Adds rows whose terms come after all others, by code points. */
  add(rows: readonly PostingsRow[]): void {
    for (const row of rows) {
      if (this.#count++ % BLOCK === 0) this.#blocks.push(this.#termsLength, this.#postingsLength);
      this.#addTerm(row);
      for (const postings of [row.texts, row.titles ?? NONE]) {
        this.#postings.push(postings);
        this.#postingsLength += postings.length;
      }
    }
  }

  bytes(): Uint8Array {
    const head = Buffer.alloc(HEAD + this.#blocks.length * (PLACE / 2));
    head.writeUInt32LE(this.#blocks.length / 2, 0);
    head.writeUInt32LE(this.#termsLength, 4);
    for (const [at, place] of this.#blocks.entries()) head.writeUInt32LE(place, HEAD + at * (PLACE / 2));
    return Buffer.concat([head, ...this.#terms, ...this.#postings]);
  }

  #addTerm({ term, passages, documents, texts, titles }: PostingsRow): void {
    const spelt = Buffer.from(term);
    this.#numbers.begin();
    for (const number of [spelt.length, passages, documents, texts.length, titles?.length ?? 0])
      this.#numbers.write(number);
    const numbers = this.#numbers.bytes();
    this.#terms.push(numbers, spelt);
    this.#termsLength += numbers.length + spelt.length;
  }
}

/** The postings of a small segment, in memory. */
export class Pack {
  readonly #segment: SegmentId;
  readonly #bytes: Buffer;
  readonly #blocks: number;
  readonly #terms: number; // where the terms begin
  readonly #postings: number; // where they end

  constructor(segment: SegmentId, { buffer, byteOffset, length }: Uint8Array) {
    this.#segment = segment;
    this.#bytes = Buffer.from(buffer, byteOffset, length);
    this.#blocks = this.#bytes.readUInt32LE(0);
    this.#terms = HEAD + this.#blocks * PLACE;
    this.#postings = this.#terms + this.#bytes.readUInt32LE(4);
  }

  /** How many bytes of memory it takes. */
  get weight(): number {
    return this.#bytes.length;
  }

  get(term: string): PostingsRow | undefined {
    const entries = this.#entriesFrom(Buffer.from(term));
    return entries.isAt(term) ? entries.row(this.#segment) : undefined;
  }

  /** The rows whose terms come after one, at most so many. */
  rowsAfter(term: string, count: number): readonly PostingsRow[] {
    const entries = this.#entriesFrom(Buffer.from(term));
    if (entries.isAt(term)) entries.next();
    const rows: PostingsRow[] = [];
    for (; !entries.ended && rows.length < count; entries.next()) rows.push(entries.row(this.#segment));
    return rows;
  }

  /** The terms that begin like this. */
  termsLike(opening: string): readonly string[] {
    const terms: string[] = [];
    const entries = this.#entriesFrom(Buffer.from(opening));
    for (; !entries.ended && entries.term.startsWith(opening); entries.next()) terms.push(entries.term);
    return terms;
  }

  /** Begins at the first term that doesn't come before this one. */
  #entriesFrom(term: Buffer): PackEntries {
    let [from, to] = [0, this.#blocks];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if (this.#entriesOf(middle).compare(term) <= 0) from = middle;
      else to = middle;
    }
    const entries = this.#entriesOf(from);
    while (!entries.ended && entries.compare(term) < 0) entries.next();
    return entries;
  }

  #entriesOf(block: number): PackEntries {
    if (block >= this.#blocks) return new PackEntries(this.#bytes, { at: 0, end: 0, postings: 0 });
    const place = HEAD + block * PLACE;
    const at = this.#terms + this.#bytes.readUInt32LE(place);
    const postings = this.#postings + this.#bytes.readUInt32LE(place + 4);
    return new PackEntries(this.#bytes, { at, end: this.#postings, postings });
  }
}
