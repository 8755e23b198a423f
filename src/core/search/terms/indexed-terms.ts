import type { IndexedDocument } from '../../library/documents/indexed-document.ts';
import type { Language } from '../../text/languages.ts';
import { splitWords, termsIn } from '../../text/words.ts';
import type { PassageTerms } from './passage-terms.ts';

const MAX_TERMS = 200_000; // distinct terms indexed of one document; the largest books have a fifth of that
const MAX_PASSAGE = 50_000; // characters indexed of a passage; most have some 900, unless a sentence never ends

/** Reads the terms of a document passage by passage, the same every time. */
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

  /** The number of distinct terms read so far. */
  get size(): number {
    return this.#known.size;
  }

  *passages(): Generator<PassageTerms> {
    const { document, passages } = this.#document;
    for (const [at, { start, end }] of passages.entries()) {
      const own = this.#read(document.text.slice(start, Math.min(end, start + MAX_PASSAGE)));
      yield { text: [...this.#title, ...own], title: at === 0 ? this.#title : [] };
    }
  }

  #read(text: string): string[] {
    const terms = termsIn(splitWords(text, this.#language)).filter((term) => {
      if (term === '') return false;
      if (this.#known.size < MAX_TERMS) this.#known.add(term);
      return this.#known.has(term);
    });
    return terms
      .join(' ')
      .split(' ')
      .filter((term) => term !== ''); // a ligature may stand for several words
  }
}
