import type { IndexedDocument } from '../../library/indexed-document.ts';
import type { Language } from '../../text/languages.ts';
import { splitTerms } from '../../text/words.ts';
import type { Entry } from './postings-index.ts';

const MAX_TERMS = 200_000; // different ones in one document; the largest books have a fifth of that
const MAX_PASSAGE = 50_000; // characters read of a passage; they have some 900, unless a sentence never ends

/** Reads what is indexed of a document, passage by passage; the same for the same document every time. */
export class IndexedTerms {
  readonly #document: IndexedDocument;
  readonly #language: Language;
  readonly #known = new Set<string>();
  readonly #title: readonly string[];

  constructor(indexed: IndexedDocument, language: Language) {
    this.#document = indexed;
    this.#language = language;
    this.#title = this.#read(indexed.document.title ?? '');
  }

  /** How many different terms were read so far. */
  get size(): number {
    return this.#known.size;
  }

  *entries(): Generator<Entry> {
    const { document, passages } = this.#document;
    let title = this.#title.length > 0 ? this.#title.join(' ') : null;
    for (const { start, end } of passages) {
      const body = this.#read(document.text.slice(start, Math.min(end, start + MAX_PASSAGE)));
      yield { text: [...this.#title, ...body].join(' '), title };
      title = null;
    }
  }

  #read(text: string): string[] {
    return splitTerms(text, this.#language).filter((term) => {
      if (term === '') return false;
      if (this.#known.size < MAX_TERMS) this.#known.add(term);
      return this.#known.has(term);
    });
  }
}
