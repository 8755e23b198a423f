import { createHash } from 'node:crypto';
import {
  type CollectionId,
  type Document,
  type DocumentId,
  UNKNOWN,
} from '../../src/core/library/documents/document.ts';
import type { IndexedDocument } from '../../src/core/library/documents/indexed-document.ts';
import { splitPassages } from '../../src/core/library/documents/passages.ts';
import type { LibraryContents } from '../../src/core/library/memory-library.ts';

/** What a made-up document is made of; anything absent is unknown, the collection is the id's first part. */
export type DocumentFacts = Partial<Omit<Document, 'id' | 'collection' | 'sha256'>>;

/** A document that no file stands behind. */
export function createDocument(id: string, facts: DocumentFacts): Document {
  const text = facts.text ?? '';
  return {
    ...UNKNOWN,
    language: 'en',
    ...facts,
    id: id as DocumentId,
    collection: collectionOf(id),
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
  };
}

/** A document divided into passages, as an index takes it. */
export function createIndexedDocument(id: string, facts: DocumentFacts): IndexedDocument {
  const document = createDocument(id, facts);
  return { document, passages: splitPassages(document.text, document.language) };
}

/** A corpus of documents whose collections everybody may read. */
export function createContents(
  documents: readonly Document[],
  topics: LibraryContents['topics'] = [],
): LibraryContents {
  const collections = [...new Set(documents.map(({ collection }) => collection))];
  return {
    documents,
    collections: collections.map((id) => ({ id, title: null, readable: 'everywhere' })),
    topics,
    refused: [],
  };
}

function collectionOf(id: string): CollectionId {
  return (id.split('/')[0] ?? id) as CollectionId;
}
