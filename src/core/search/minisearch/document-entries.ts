import type { DocumentId } from '../../library/document.ts';
import type { IndexedDocument } from '../../library/indexed-document.ts';

/** A document whose passages are in the postings, numbered consecutively from `first`. */
export interface DocumentEntry {
  readonly indexed: IndexedDocument;
  readonly first: number;
  /** Distinct terms in the whole document, its title included. */
  readonly length: number;
  /** Distinct terms in each passage, the title's included. */
  readonly lengths: readonly number[];
}

/** The documents of a collection that a search can find. */
export class DocumentEntries {
  readonly #byId = new Map<DocumentId, DocumentEntry>();
  readonly #byPassage: (DocumentEntry | undefined)[] = [];
  #passages = 0;
  #passageLengths = 0;
  #documentLengths = 0;

  get size(): number {
    return this.#byId.size;
  }

  get meanPassageLength(): number {
    return this.#passageLengths / this.#passages;
  }

  get meanDocumentLength(): number {
    return this.#documentLengths / this.#byId.size;
  }

  values(): Iterable<DocumentEntry> {
    return this.#byId.values();
  }

  get(id: DocumentId): DocumentEntry | undefined {
    return this.#byId.get(id);
  }

  /** The document of a numbered passage. */
  ofPassage(passage: number): DocumentEntry | undefined {
    return this.#byPassage[passage];
  }

  add(entry: DocumentEntry): void {
    this.#byId.set(entry.indexed.document.id, entry);
    for (const at of entry.lengths.keys()) this.#byPassage[entry.first + at] = entry;
    this.#count(entry, 1);
  }

  remove(entry: DocumentEntry): void {
    this.#byId.delete(entry.indexed.document.id);
    for (const at of entry.lengths.keys()) this.#byPassage[entry.first + at] = undefined;
    this.#count(entry, -1);
  }

  #count({ length, lengths }: DocumentEntry, sign: 1 | -1): void {
    this.#passages += sign * lengths.length;
    this.#passageLengths += sign * lengths.reduce((sum, each) => sum + each, 0);
    this.#documentLengths += sign * length;
  }
}
