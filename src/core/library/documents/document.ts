import { withoutDateline } from '../../text/dateline.ts';
import { openingWords } from '../../text/opening-words.ts';
import type { Grade } from './grade.ts';
import type { DocumentPages } from './pages.ts';

declare const brand: unique symbol;

/** A document's path in the corpus without its extension, for example `nato-asia/nato-pivots-to-asia`. */
export type DocumentId = string & { readonly [brand]: 'DocumentId' };

/** The name of a collection's folder. */
export type CollectionId = string & { readonly [brand]: 'CollectionId' };

/** What is known about a document besides its text; null is unknown and is never guessed. */
export interface DocumentMetadata {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  /** `2024-07-10`, `2024-07` or `2024`. */
  readonly published: string | null;
  readonly url: string | null;
  /** ISO 639-1, for example `en`. */
  readonly language: string | null;
  /** What the team files it under, in lower case; absent: nothing. */
  readonly tags?: readonly string[];
  /** How far the team relies on it; absent: nobody said. */
  readonly grade?: Grade;
}

/** One source text. Excerpts are slices of `text`; `sha256` is the hash of that text in UTF-8. */
export interface Document extends DocumentMetadata {
  readonly id: DocumentId;
  readonly collection: CollectionId;
  readonly language: string;
  readonly text: string;
  readonly sha256: string;
  /** Absent if its format has none. */
  readonly pages?: DocumentPages;
}

/** A document without its text: what lists show, and what is chosen by. */
export interface DocumentSummary extends Omit<Document, 'text' | 'pages'> {
  /** Its title, or its opening words if it has none. */
  readonly heading: string;
}

/** Metadata of which nothing is known. */
export const UNKNOWN: DocumentMetadata = {
  title: null,
  publisher: null,
  author: null,
  published: null,
  url: null,
  language: null,
};

const MAX_OPENING = 80; // characters, the ellipsis included

/** Returns a document's title, or its opening words if it has none. */
export function displayTitle(document: Document): string {
  const title =
    titles.get(document) ?? document.title ?? openingWords(withoutDateline(document.text), MAX_OPENING);
  titles.set(document, title);
  return title;
}

const titles = new WeakMap<Document, string>(); // asked for at every keystroke of a document's name

/** Returns what is known of a document besides its text. */
export function summaryOf(document: Document): DocumentSummary {
  const { text: _text, pages: _pages, ...known } = document;
  return { ...known, heading: displayTitle(document) };
}
