import type { DocumentId } from '../../library/documents/document.ts';
import type { IndexedDocument } from '../../library/documents/indexed-document.ts';
import { type Directory, NOWHERE, type Totals } from '../scoring/directory.ts';

/** A document whose passages are in the postings, numbered consecutively from `first`. */
export interface DocumentEntry {
  readonly indexed: IndexedDocument;
  readonly first: number;
  /** Distinct terms in the whole document, its title included. */
  readonly length: number;
  /** Distinct terms in each passage, the title's included. */
  readonly lengths: readonly number[];
}

const FEWEST = 1024; // passages that there is room for at first

/** The documents of a collection that a search can find. */
export class DocumentEntries implements Directory {
  readonly #byId = new Map<DocumentId, DocumentEntry>();
  readonly #byFirst = new Map<number, DocumentEntry>();
  firsts = new Uint32Array(FEWEST).fill(NOWHERE);
  lengths = new Uint32Array(FEWEST);
  sizes = new Uint32Array(FEWEST);
  documentLengths = new Uint32Array(FEWEST);
  #totals: Totals = { passages: 0, documents: 0, lengths: 0, documentLengths: 0 };

  get size(): number {
    return this.#byId.size;
  }

  get totals(): Totals {
    return this.#totals;
  }

  values(): Iterable<DocumentEntry> {
    return this.#byId.values();
  }

  get(id: DocumentId): DocumentEntry | undefined {
    return this.#byId.get(id);
  }

  /** The document whose first passage has a number. */
  at(first: number): DocumentEntry | undefined {
    return this.#byFirst.get(first);
  }

  add(entry: DocumentEntry): void {
    const { first, lengths, length, indexed } = entry;
    this.#reserve(first + lengths.length);
    this.#byId.set(indexed.document.id, entry);
    this.#byFirst.set(first, entry);
    this.firsts.fill(first, first, first + lengths.length);
    this.lengths.set(lengths, first);
    if (lengths.length > 0) [this.sizes[first], this.documentLengths[first]] = [lengths.length, length];
    this.#count(entry, 1);
  }

  remove(entry: DocumentEntry): void {
    this.#byId.delete(entry.indexed.document.id);
    if (this.#byFirst.get(entry.first) === entry) this.#byFirst.delete(entry.first);
    this.firsts.fill(NOWHERE, entry.first, entry.first + entry.lengths.length);
    this.#count(entry, -1);
  }

  #reserve(passages: number): void {
    if (passages <= this.firsts.length) return;
    const size = Math.max(passages, this.firsts.length * 2);
    const grown = (former: Uint32Array, empty = 0) => {
      const array = new Uint32Array(size).fill(empty, former.length);
      array.set(former);
      return array;
    };
    this.firsts = grown(this.firsts, NOWHERE);
    this.lengths = grown(this.lengths);
    this.sizes = grown(this.sizes);
    this.documentLengths = grown(this.documentLengths);
  }

  /** A document without passages can't be found. */
  #count({ length, lengths }: DocumentEntry, sign: 1 | -1): void {
    if (lengths.length === 0) return;
    const totals = this.#totals;
    this.#totals = {
      passages: totals.passages + sign * lengths.length,
      documents: totals.documents + sign,
      lengths: totals.lengths + sign * lengths.reduce((sum, each) => sum + each, 0),
      documentLengths: totals.documentLengths + sign * length,
    };
  }
}
