import MiniSearch from 'minisearch';
import { decodePostings, encodePostings, type Postings } from './postings-text.ts';

/** What MiniSearch indexes: an id, and the terms of a text with a space between. */
export interface Entry {
  readonly id: string;
  readonly text: string;
}

const MAX_AWAKE = 1_000_000; // postings; MiniSearch takes some 60 bytes for each, as text they take 3
const FIELD = 0; // MiniSearch's number of the only field

/**
 * MiniSearch with terms that sleep. It adds and removes as MiniSearch does; a loaded index, or one grown large, keeps
 * the postings of a term as text until a query, an addition or a removal needs them.
 */
export class PostingsIndex extends MiniSearch<Entry> {
  /** Terms whose postings are kept as text until they are needed: how many, a tab, which. */
  readonly #asleep = new Map<string, string>();
  #awake = 0;

  constructor() {
    super({
      fields: ['text'],
      storeFields: [],
      tokenize: (text) => text.split(' ').filter((term) => term !== ''),
      processTerm: (term) => term,
    });
  }

  override add(entry: Entry): void {
    for (const term of new Set(entry.text.split(' '))) this.#wake(term);
    this.#awake += entry.text.length / 8; // about a term
    super.add(entry);
  }

  override remove(entry: Entry): void {
    for (const term of new Set(entry.text.split(' '))) this.#wake(term);
    super.remove(entry);
  }

  /** The number under which the next entry is kept; numbers only grow. */
  get next(): number {
    return this._nextId;
  }

  frequency(term: string): number {
    const asleep = this.#asleep.get(term);
    if (asleep !== undefined) return Number(asleep.slice(0, asleep.indexOf('\t')));
    return this._index.get(term)?.get(FIELD)?.size ?? 0;
  }

  /** The terms that begin with `first`. */
  *terms(first: string): Generator<string> {
    for (const term of this.#asleep.keys()) if (term.startsWith(first)) yield term;
    yield* this._index.atPrefix(first).keys();
  }

  postings(term: string): Postings | undefined {
    this.#wake(term);
    return this._index.get(term)?.get(FIELD);
  }

  /** Puts all terms to sleep when too many are awake. */
  rest(): void {
    if (this.#awake < MAX_AWAKE) return;
    for (const [term, fields] of this._index) {
      const postings = fields.get(FIELD);
      if (postings) this.#asleep.set(term, asText(postings));
    }
    this._index.clear();
    this.#awake = 0;
  }

  /** Every term as a line of text. */
  *save(): Generator<string> {
    for (const [term, postings] of this.#asleep) yield `${term}\t${postings}`;
    for (const [term, fields] of this._index) {
      const postings = fields.get(FIELD);
      if (postings) yield `${term}\t${asText(postings)}`;
    }
  }

  /** Takes over one saved term. */
  loadTerm(line: string): void {
    const tab = line.indexOf('\t');
    if (!SAVED.test(line)) throw new Error('not a saved term');
    this.#asleep.set(line.slice(0, tab), line.slice(tab + 1));
  }

  /** Takes over the numbers of a saved document's entries, which begin at `first`. */
  loadEntries(ids: readonly string[], first: number, lengths: readonly number[]): void {
    for (const [at, id] of ids.entries()) {
      const number = first + at;
      this._documentIds.set(number, id);
      this._idToShortId.set(id, number);
      this._fieldLength.set(number, [lengths[at] ?? 0]);
    }
    this._documentCount += ids.length;
  }

  loadNext(next: number): void {
    this._nextId = next;
  }

  #wake(term: string): void {
    const asleep = this.#asleep.get(term);
    if (asleep === undefined) return;
    const postings = decodePostings(asleep.slice(asleep.indexOf('\t') + 1));
    this._index.set(term, new Map([[FIELD, postings]]));
    this.#asleep.delete(term);
    this.#awake += postings.size;
  }
}

const SAVED = /^[^\t]+\t\d+\t[\da-z]/;

function asText(postings: Postings): string {
  return `${postings.size}\t${encodePostings(postings)}`;
}
