import MiniSearch from 'minisearch';
import type { Pace } from './pace.ts';
import {
  countPacked,
  type Packed,
  type Postings,
  packPostings,
  type Visit,
  visitPacked,
} from './postings.ts';

/** What is indexed of one passage: terms with a space between. The first passage of a document brings its title. */
export interface Entry {
  readonly text: string;
  readonly title: string | null;
}

/** A term and its postings; in those of titles, a document goes by its first passage. */
export interface PackedTerm {
  readonly term: string;
  readonly texts: Packed;
  readonly titles: Packed | undefined;
}

const TEXT = 0; // MiniSearch's numbers of the two fields
const TITLE = 1;
// Postings added or removed before all are packed: awake, each takes MiniSearch some 40 bytes, packed 2.
const MAX_CHANGED = 200_000;

/**
 * A MiniSearch most of whose postings sleep, packed in one word a term. What is added is awake for a while, and follows
 * on what sleeps; to remove a passage its terms are woken. Uses protected members of MiniSearch 7.2.0.
 */
export class PostingsIndex extends MiniSearch<Entry & { readonly id: number }> {
  readonly #texts = new Map<string, Packed>();
  readonly #titles = new Map<string, Packed>();
  #changed = 0; // postings, since all were asleep
  #woken = 0;

  constructor() {
    super({
      fields: ['text', 'title'],
      tokenize: (text) => text.split(' ').filter((term) => term !== ''),
      processTerm: (term) => term,
    });
  }

  /** The number that the next passage gets; they are given one after the other. */
  get next(): number {
    return this._nextId;
  }

  /** Adds a passage and gives back how many different terms it has. */
  addPassage(entry: Entry): number {
    const id = this._nextId;
    this.add({ ...entry, id });
    const [length = 0] = this._fieldLength.get(id) ?? [];
    this._fieldLength.delete(id); // read by MiniSearch's own scoring only
    this.#changed += length;
    return length;
  }

  removePassage(id: number, entry: Entry): void {
    const terms = termsOf(entry);
    for (const term of terms) this.wake(term);
    this.#changed += terms.size;
    this.remove({ ...entry, id });
  }

  /** In how many passages a term is. */
  frequency(term: string): number {
    const packed = this.#texts.get(term);
    return (packed ? countPacked(packed) : 0) + (this._index.get(term)?.get(TEXT)?.size ?? 0);
  }

  /** The terms that begin with `first`. */
  *terms(first: string): Generator<string> {
    for (const term of this.#texts.keys()) if (term.startsWith(first)) yield term;
    for (const term of this._index.atPrefix(first).keys()) if (!this.#texts.has(term)) yield term;
  }

  /** Visits the passages that a term is in, and the titles. */
  visit(term: string, inText: Visit, inTitle: Visit): void {
    const awake = this._index.get(term);
    visitAll(this.#texts.get(term), awake?.get(TEXT), inText);
    visitAll(this.#titles.get(term), awake?.get(TITLE), inTitle);
  }

  /** Makes ready to remove a passage with this term; gives back how many postings had to be unpacked. */
  wake(term: string): number {
    const packed = this.#texts.get(term);
    if (packed === undefined) return 0;
    const [texts, titles] = [new Map<number, number>(), new Map<number, number>()];
    this.visit(
      term,
      (id, times) => texts.set(id, times),
      (id, times) => titles.set(id, times),
    );
    this._index.set(term, new Map([[TEXT, texts], ...(titles.size > 0 ? [[TITLE, titles] as const] : [])]));
    this.#texts.delete(term);
    this.#titles.delete(term);
    const count = countPacked(packed);
    this.#woken += count;
    return count;
  }

  /** Puts all terms to sleep if it is time to; null if not. Nothing may be added or removed until it is done. */
  settle(pace: Pace): Promise<void> | null {
    return this.#changed < Math.max(MAX_CHANGED, this.#woken / 4) ? null : this.#putToSleep(pace);
  }

  /** Puts all terms to sleep and gives them. */
  packed(): PackedTerm[] {
    this.#sleep([...this._index].map(([term, fields]) => this.#pack(term, fields)));
    return [...this.#texts].map(([term, texts]) => ({ term, texts, titles: this.#titles.get(term) }));
  }

  /** Takes over the numbers of as many passages as were saved. */
  restorePassages(count: number): void {
    for (let id = 0; id < count; id++) {
      this._documentIds.set(id, id);
      this._idToShortId.set(id, id);
    }
    this._documentCount = count;
    this._nextId = count;
  }

  /** Takes over a term that was saved, or goes to sleep. */
  keep({ term, texts, titles }: PackedTerm): void {
    this.#texts.set(term, texts);
    if (titles !== undefined) this.#titles.set(term, titles);
  }

  async #putToSleep(pace: Pace): Promise<void> {
    const packed: PackedTerm[] = [];
    for (const [term, fields] of this._index) {
      packed.push(this.#pack(term, fields));
      const rest = pace.take(TERM + (fields.get(TEXT)?.size ?? 0) * POSTING);
      if (rest) await rest;
      if (this.#changed === 0) return; // all were put to sleep meanwhile
    }
    this.#sleep(packed);
  }

  #pack(term: string, fields: ReadonlyMap<number, Postings>): PackedTerm {
    const [inTexts = NONE, inTitles = NONE] = [fields.get(TEXT), fields.get(TITLE)];
    const titles = this.#titles.get(term);
    return {
      term,
      texts: packPostings(inTexts, this.#texts.get(term)),
      titles: inTitles.size > 0 ? packPostings(inTitles, titles) : titles,
    };
  }

  #sleep(terms: readonly PackedTerm[]): void {
    for (const term of terms) this.keep(term);
    this._index.clear();
    this.#changed = 0;
    this.#woken = 0;
  }
}

const NONE: Postings = new Map();
const TERM = 0.01; // passages that are indexed in the time that packing a term takes
const POSTING = 0.0002; // the same of a posting

/** The different terms of an entry. */
export function termsOf({ text }: Entry): ReadonlySet<string> {
  return new Set(text.split(' '));
}

function visitAll(asleep: Packed | undefined, awake: Postings | undefined, visit: Visit): void {
  if (asleep !== undefined) visitPacked(asleep, visit);
  awake?.forEach((times, passage) => {
    visit(passage, times);
  });
}
