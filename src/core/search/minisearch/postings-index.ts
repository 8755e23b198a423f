import type { Pace } from '../pace.ts';
import type { TermPostings } from '../scoring/posting-list.ts';
import { countTerms, type PassageTerms } from '../terms/passage-terms.ts';
import { FieldPostings } from './field-postings.ts';
import type { Packed } from './postings.ts';

/** A term's packed postings. A title is posted under its document's first passage. */
export interface PackedTerm {
  readonly term: string;
  readonly texts: Packed;
  readonly titles: Packed | undefined;
}

const MAX_CHANGED = 200_000; // postings added or removed before all are packed
// The work of indexing one passage equals:
const UNPACKED = 5000; // postings unpacked
const PACKED = 5000; // postings packed
const PACKED_TERMS = 100; // terms packed

/** An inverted index of numbered passages, most of its postings packed. Numbers ascend and are never reused. */
export class PostingsIndex {
  readonly #texts = new FieldPostings();
  readonly #titles = new FieldPostings();
  #next = 0;
  #passages = 0;
  #changed = 0; // postings, since all were packed
  #unpacked = 0; // postings, since all were packed

  get passages(): number {
    return this.#passages;
  }

  /** The number of the passage added next. */
  get next(): number {
    return this.#next;
  }

  /** The number of passages that have the term. */
  frequency(term: string): number {
    return this.#texts.frequency(term);
  }

  /** The terms that begin with `prefix`. */
  terms(prefix: string): Iterable<string> {
    return this.#texts.terms(prefix);
  }

  /** The postings of a term. */
  unpack(term: string): TermPostings {
    return { texts: this.#texts.list(term), titles: this.#titles.list(term) };
  }

  /** Adds a passage and returns its number of distinct terms. */
  addPassage({ text, title }: PassageTerms): number {
    const passage = this.#next++;
    this.#passages++;
    const counts = countTerms(text);
    for (const [term, times] of counts) this.#texts.add(term, passage, times);
    for (const [term, times] of countTerms(title)) this.#titles.add(term, passage, times);
    this.#changed += counts.size;
    return counts.size;
  }

  /** Removes a passage, given the terms that it was added with. */
  async removePassage(passage: number, { text, title }: PassageTerms, pace: Pace): Promise<void> {
    const terms = new Set(text);
    for (const term of terms) {
      const unpacked = this.#texts.unpack(term);
      this.#unpacked += unpacked;
      const pause = pace.take(unpacked / UNPACKED);
      if (pause) await pause;
    }
    await pace.take(1);
    for (const term of terms) this.#texts.remove(term, passage);
    for (const term of title) this.#titles.remove(term, passage);
    this.#passages--;
    this.#changed += terms.size;
  }

  /** Packs all postings if many have changed; nothing may be added or removed until it is done. */
  async packIfDue(pace: Pace): Promise<void> {
    if (this.#changed < Math.max(MAX_CHANGED, this.#unpacked / 4)) return;
    for (const count of this.#pack()) {
      const pause = pace.take(1 / PACKED_TERMS + count / PACKED);
      if (pause) await pause;
    }
  }

  /** Packs all postings and returns them. */
  packAll(): PackedTerm[] {
    for (const _ of this.#pack());
    const titles = this.#titles.packed;
    return [...this.#texts.packed].map(([term, texts]) => ({ term, texts, titles: titles.get(term) }));
  }

  /** Restores the numbers of saved passages, which run from 0. */
  restorePassages(count: number): void {
    this.#next = count;
    this.#passages = count;
  }

  restoreTerm({ term, texts, titles }: PackedTerm): void {
    this.#texts.restore(term, texts);
    if (titles !== undefined) this.#titles.restore(term, titles);
  }

  *#pack(): Generator<number> {
    yield* this.#texts.pack();
    yield* this.#titles.pack();
    this.#changed = 0;
    this.#unpacked = 0;
  }
}
