import SearchableMap from 'minisearch/SearchableMap';
import { PostingList } from '../scoring/posting-list.ts';
import { countPacked, type Packed, packPostings, type Visit, visitPacked } from './postings.ts';

/**
 * The postings of one field, by term. New ones are loose: maps in MiniSearch's radix tree (SearchableMap), some 40
 * bytes a posting. `pack` appends them to the term's packed postings, some 2 bytes each, which come first throughout.
 */
export class FieldPostings {
  readonly #packed = new Map<string, Packed>();
  #loose = new SearchableMap<Map<number, number>>();

  /** Adds a posting of a passage that comes after all others. */
  add(term: string, passage: number, times: number): void {
    this.#loose.fetch(term, () => new Map()).set(passage, times);
  }

  /** Removes a posting, having unpacked the term's others. */
  remove(term: string, passage: number): void {
    this.unpack(term);
    const loose = this.#loose.get(term);
    loose?.delete(passage);
    if (loose?.size === 0) this.#loose.delete(term);
  }

  /** The number of passages that have the term. */
  frequency(term: string): number {
    return countPacked(this.#packed.get(term) ?? '') + (this.#loose.get(term)?.size ?? 0);
  }

  /** The terms that begin with `prefix`. */
  *terms(prefix: string): Generator<string> {
    for (const term of this.#packed.keys()) if (term.startsWith(prefix)) yield term;
    for (const term of this.#loose.atPrefix(prefix).keys()) if (!this.#packed.has(term)) yield term;
  }

  /** Visits the term's postings in ascending order of passages. */
  visit(term: string, visit: Visit): void {
    const packed = this.#packed.get(term);
    if (packed !== undefined) visitPacked(packed, visit);
    this.#loose.get(term)?.forEach((times, passage) => {
      visit(passage, times);
    });
  }

  /** The term's postings as a list. */
  list(term: string): PostingList {
    const list = new PostingList();
    list.begin(this.frequency(term));
    this.visit(term, (passage, times) => list.push(passage, times));
    return list;
  }

  /** Makes a term's packed postings loose; returns how many there were. */
  unpack(term: string): number {
    const packed = this.#packed.get(term);
    if (packed === undefined) return 0;
    const postings = new Map<number, number>();
    this.visit(term, (passage, times) => postings.set(passage, times));
    this.#loose.set(term, postings);
    this.#packed.delete(term);
    return countPacked(packed);
  }

  /** Packs all loose postings, one term a step, yielding how many it had. Nothing may be added or removed between. */
  *pack(): Generator<number> {
    for (const [term, loose] of this.#loose) {
      const count = loose.size;
      if (count === 0) continue; // packed by a save between two steps
      this.#packed.set(term, packPostings(loose, this.#packed.get(term)));
      loose.clear();
      yield count;
    }
    this.#loose = new SearchableMap();
  }

  /** The packed postings of every term that has some. */
  get packed(): ReadonlyMap<string, Packed> {
    return this.#packed;
  }

  /** Takes over the packed postings of a term that has none. */
  restore(term: string, packed: Packed): void {
    this.#packed.set(term, packed);
  }
}
