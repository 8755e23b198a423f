import type { PostingsRow } from './segment-store.ts';

/** Reads up to `count` rows whose terms come after one. */
export type ReadRows = (after: string, count: number) => Promise<readonly PostingsRow[]>;

/** Reads the postings of a segment in the order of their terms, some rows together. */
export class RowReader {
  readonly #read: ReadRows;
  readonly #count: number;
  #rows: readonly PostingsRow[] = [];
  #at = 0;
  #last = '';
  #ended = false;

  constructor(read: ReadRows, count: number) {
    this.#read = read;
    this.#count = count;
  }

  /** The next row; undefined at the end, or until more are read. */
  get row(): PostingsRow | undefined {
    return this.#rows[this.#at];
  }

  /** Whether more must be read before there is a next row. */
  get isEmpty(): boolean {
    return this.#at >= this.#rows.length && !this.#ended;
  }

  async fill(): Promise<void> {
    this.#rows = await this.#read(this.#last, this.#count);
    this.#at = 0;
    this.#last = this.#rows.at(-1)?.term ?? this.#last;
    this.#ended = this.#rows.length < this.#count;
  }

  advance(): void {
    this.#at++;
  }
}
