import { createHash } from 'node:crypto';
import type { Topic } from '../topics/topic.ts';
import type { Collection, Reader } from './collection.ts';
import { mayRead } from './collection.ts';
import type { CollectionId, Document, DocumentId, Slice } from './document.ts';
import { type Passage, passageSentences, splitPassages } from './passages.ts';

/** A file of the corpus that could not be served, and why, in a sentence. */
export interface Refusal {
  readonly file: string;
  readonly reason: string;
}

/** What was found in the corpus folder. */
export interface CorpusContents {
  readonly documents: readonly Document[];
  readonly collections: readonly Collection[];
  readonly topics: readonly Topic[];
  readonly refused: readonly Refusal[];
}

/** The documents in memory, with their passages. */
export interface Corpus extends CorpusContents {
  /** Grows with every change. */
  readonly revision: number;
  /** A hash over the documents of some collections: it changes when anything that can be quoted from them changes. */
  version(collections: readonly CollectionId[]): string;
  document(id: DocumentId): Document | null;
  passages(id: DocumentId): readonly Passage[];
  /** The sentences of one passage that may be quoted, in order. */
  sentences(id: DocumentId, passage: number): readonly Slice[];
  /** The collections that an audience may read: the only ones that may be searched or counted for it. */
  readableBy(reader: Reader): readonly CollectionId[];
}

/** Puts loaded documents in memory and divides them into passages. */
export function createCorpus(contents: CorpusContents): Corpus {
  const documents = new Map(contents.documents.map((document) => [document.id, document]));
  const passages = new Map(
    contents.documents.map(({ id, text, language }) => [id, splitPassages(text, language)]),
  );
  return {
    ...contents,
    revision: 0,
    version: (ids) => hashDocuments(contents.documents.filter(({ collection }) => ids.includes(collection))),
    document: (id) => documents.get(id) ?? null,
    passages: (id) => passages.get(id) ?? [],
    sentences: (id, at) => {
      const document = documents.get(id);
      const passage = passages.get(id)?.[at];
      return document && passage ? passageSentences(document.text, passage, document.language) : [];
    },
    readableBy: (reader) =>
      contents.collections.filter((collection) => mayRead(collection, reader)).map(({ id }) => id),
  };
}

function hashDocuments(documents: readonly Document[]): string {
  const hash = createHash('sha256');
  for (const document of documents) hash.update(JSON.stringify({ ...document, text: null }));
  return hash.digest('hex');
}
