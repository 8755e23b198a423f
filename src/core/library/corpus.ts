import { createHash } from 'node:crypto';
import type { Slice } from '../text/slice.ts';
import type { Audience } from './audience.ts';
import type { Collection } from './collection.ts';
import { mayRead } from './collection.ts';
import type { CollectionId, Document, DocumentId } from './document.ts';
import type { IndexedDocument } from './indexed-document.ts';
import { type Passage, passageSentences, splitPassages } from './passages.ts';
import type { Topic } from './topic.ts';

/** A file of the corpus that could not be served, and why, in a sentence. */
export interface Refusal {
  readonly file: string;
  readonly reason: string;
}

/** What is known of the corpus besides its documents. */
export interface CorpusFrame {
  readonly collections: readonly Collection[];
  readonly topics: readonly Topic[];
  readonly refused: readonly Refusal[];
}

/** What was found in the corpus folder. */
export interface CorpusContents extends CorpusFrame {
  readonly documents: readonly Document[];
}

/** The documents in memory, with their passages, as they are now. */
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
  readableBy(audience: Audience): readonly CollectionId[];
}

/** A corpus that follows its folder. */
export interface ChangingCorpus extends Corpus {
  put(indexed: IndexedDocument): void;
  remove(id: DocumentId): void;
  /** Replaces all that is known besides the documents. */
  frame(frame: CorpusFrame): void;
}

/** Puts loaded documents in memory and divides them into passages. */
export function createCorpus({ documents, ...frame }: CorpusContents): ChangingCorpus {
  const corpus = createEmptyCorpus();
  corpus.frame(frame);
  for (const document of documents) {
    corpus.put({ document, passages: splitPassages(document.text, document.language) });
  }
  return corpus;
}

const NO_FRAME: CorpusFrame = { collections: [], topics: [], refused: [] };

/** A corpus without documents. */
export function createEmptyCorpus(): ChangingCorpus {
  const held = new Map<DocumentId, IndexedDocument>();
  let frame = NO_FRAME;
  let revision = 0;
  const documents = perRevision(() => [...held.values()].map(({ document }) => document).sort(byId));
  const versions = perRevision(() => new Map<string, string>());
  return {
    get revision() {
      return revision;
    },
    get documents() {
      return documents(revision);
    },
    get collections() {
      return frame.collections;
    },
    get topics() {
      return frame.topics;
    },
    get refused() {
      return frame.refused;
    },
    version(ids) {
      const known = versions(revision);
      const key = ids.join('/');
      const version =
        known.get(key) ?? hashAll(documents(revision).filter(({ collection }) => ids.includes(collection)));
      known.set(key, version);
      return version;
    },
    document: (id) => held.get(id)?.document ?? null,
    passages: (id) => held.get(id)?.passages ?? [],
    sentences: (id, at) => {
      const { document, passages } = held.get(id) ?? {};
      const passage = passages?.[at];
      return document && passage ? sentencesOf(document, passage) : [];
    },
    readableBy: (audience) =>
      frame.collections.filter((collection) => mayRead(collection, audience)).map(({ id }) => id),
    put(indexed) {
      held.set(indexed.document.id, indexed);
      revision++;
    },
    remove(id) {
      if (held.delete(id)) revision++;
    },
    frame(replacement) {
      if (JSON.stringify(replacement) === JSON.stringify(frame)) return;
      frame = replacement;
      revision++;
    },
  };
}

const sentences = new WeakMap<Passage, readonly Slice[]>();

/** Divided when first asked for: most passages are never looked at closely. */
function sentencesOf({ text, language }: Document, passage: Passage): readonly Slice[] {
  const known = sentences.get(passage) ?? passageSentences(text, passage, language);
  sentences.set(passage, known);
  return known;
}

/** Computes a value once for each revision. */
function perRevision<T>(compute: () => T): (revision: number) => T {
  let known: { readonly revision: number; readonly value: T } | null = null;
  return (revision) => {
    if (known?.revision !== revision) known = { revision, value: compute() };
    return known.value;
  };
}

function byId(a: Document, b: Document): number {
  return a.id < b.id ? -1 : 1;
}

function hashAll(documents: readonly Document[]): string {
  const hash = createHash('sha256');
  for (const document of documents) hash.update(fingerprint(document));
  return hash.digest('hex');
}

const fingerprints = new WeakMap<Document, string>();

function fingerprint(document: Document): string {
  const known = fingerprints.get(document);
  if (known !== undefined) return known;
  const made = JSON.stringify({ ...document, text: null });
  fingerprints.set(document, made);
  return made;
}
