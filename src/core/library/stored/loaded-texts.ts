import type { DocumentId } from '../documents/document.ts';
import type { IndexedDocument } from '../documents/indexed-document.ts';

const MOST = 20_000_000; // characters kept, some 60 MB with what is found out about them

/** Keeps the documents that were read last, as many as a limit of characters allows. */
export class LoadedTexts {
  readonly #most: number;
  readonly #documents = new Map<DocumentId, IndexedDocument>(); // the one asked for last comes last
  #characters = 0;

  constructor(most = MOST) {
    this.#most = most;
  }

  get(id: DocumentId): IndexedDocument | null {
    const found = this.#documents.get(id);
    if (!found) return null;
    this.#documents.delete(id);
    this.#documents.set(id, found);
    return found;
  }

  put(indexed: IndexedDocument): void {
    if (this.#documents.has(indexed.document.id)) return; // two asked for it at once
    this.#documents.set(indexed.document.id, indexed);
    this.#characters += indexed.document.text.length;
    for (const [id, { document }] of this.#documents) {
      if (this.#characters <= this.#most) return;
      this.#documents.delete(id);
      this.#characters -= document.text.length;
    }
  }

  clear(): void {
    this.#documents.clear();
    this.#characters = 0;
  }
}
