import type { Audience } from './audience.ts';
import type { Coverage } from './coverage.ts';
import type { CollectionId, Document, DocumentId } from './document.ts';
import type { DocumentFilter } from './document-filter.ts';
import type { IndexedDocument } from './indexed-document.ts';
import type { Topic } from './topic.ts';

/** A file of the corpus that was not indexed, or a part of it, and why. */
export interface Refusal {
  readonly file: string;
  /** The end of a sentence that begins with the file. */
  readonly reason: string;
  /** The file is indexed, except for what the reason says. */
  readonly partly?: true;
}

/** What one audience may read. Kept until something changes, so that no request counts documents. */
export interface Scope {
  readonly collections: readonly CollectionId[];
  readonly coverage: Coverage;
  /** The languages of its documents (ISO 639-1), English first. */
  readonly languages: readonly string[];
  /** A hash of its documents; it changes whenever anything that can be quoted from them changes. */
  readonly version: string;
  /** Which of its documents a request keeps to; absent: all. */
  readonly filter?: DocumentFilter;
}

/**
 * The documents as they are now. Requests are few and large, so that an implementation can use a database. Every
 * implementation runs tests/contracts/library.ts.
 */
export interface Library {
  /** Grows with every change. */
  readonly revision: number;
  /** The languages of all documents, English first; country names and synonyms are written in the first. */
  readonly languages: readonly string[];
  /** The topics of the corpus, in their file's order, whoever may read them. */
  readonly topics: readonly Topic[];
  /** Returns what an audience may read, limited to some collections if given. */
  scopeFor(audience: Audience, collections?: readonly CollectionId[] | null): Scope;
  /** Loads documents and their passages; those that no longer exist are absent. */
  load(ids: Iterable<DocumentId>): Promise<ReadonlyMap<DocumentId, IndexedDocument>>;
  /** Lists the documents of a scope, ordered by id. */
  list(
    scope: Pick<Scope, 'collections'>,
    matches?: (document: Document) => boolean,
  ): Promise<readonly Document[]>;
  /** Lists the files that were not indexed, or only in part: those in a scope's collections and those in none. */
  refused(scope: Pick<Scope, 'collections'>): readonly Refusal[];
}
