import type { Audience } from '../../src/core/library/audience.ts';
import type { Collection } from '../../src/core/library/collection.ts';
import type { Document, DocumentId } from '../../src/core/library/documents/document.ts';
import { splitPassages } from '../../src/core/library/documents/passages.ts';
import { createMemoryLibrary } from '../../src/core/library/memory-library.ts';
import type { Topic } from '../../src/core/library/topics/topic.ts';
import { createComposeDigest } from '../../src/core/news/compose-digest.ts';
import { type Digest, type DigestRequest, seenFrom } from '../../src/core/news/digest.ts';
import type { EditionContent } from '../../src/core/news/edition-content.ts';
import { createRetriever } from '../../src/core/quoting/create-retriever.ts';
import { createMiniSearchIndex } from '../../src/core/search/minisearch/minisearch-index.ts';
import { createContents } from './documents.ts';
import { LOCAL } from './local-chat.ts';
import { openMemoryStore } from './store.ts';

/** Minutes from the moment at which every channel begins. */
export function minute(n: number): Date {
  return new Date(Date.UTC(2026, 10, 24, 8) + n * 60_000);
}

/** A channel that gets digests on the documents that come into a library. */
export interface DigestChannel {
  /** The contents of the editions so far. */
  readonly before: readonly EditionContent[];
  /** The documents of which texts or revisions were read for an edition so far. */
  readonly read: { readonly texts: ReadonlySet<DocumentId>; readonly revisions: ReadonlySet<DocumentId> };
  /** Adds documents, or replaces them, and marks them as first seen at a minute; as never seen if it is null. */
  arrive(at: number | null, ...documents: readonly Document[]): Promise<void>;
  remove(document: Document): Promise<void>;
  /** Composes the edition of a minute; the next one covers the time since then. */
  edition(until: number): Promise<Digest>;
  /** Composes the same as `edition`, and remembers nothing. */
  preview(until: number, request?: Partial<DigestRequest>): Promise<Digest>;
}

/** A channel's topic and settings; everyone may read the collections that are not named. */
export interface DigestChannelOptions {
  readonly topic: Topic;
  readonly order?: Pick<DigestRequest, 'length' | 'max'>;
  readonly audience?: Audience;
  readonly collections?: readonly Collection[];
}

/** Opens a channel on an empty library. */
export async function openDigestChannel({
  topic,
  order = { length: '3m', max: 5 },
  audience = LOCAL,
  collections = [],
}: DigestChannelOptions): Promise<DigestChannel> {
  const { firstSights, revisions } = await openMemoryStore();
  const library = createMemoryLibrary();
  const read = { texts: new Set<DocumentId>(), revisions: new Set<DocumentId>() };
  const noting =
    <Read>(into: Set<DocumentId>, ask: (ids: readonly DocumentId[]) => Read) =>
    (asked: Iterable<DocumentId>) => {
      const ids = [...asked];
      for (const id of ids) into.add(id);
      return ask(ids);
    };
  const load = library.load.bind(library);
  library.load = noting(read.texts, load);
  const index = createMiniSearchIndex();
  const retriever = createRetriever({ library, index });
  const composeDigest = createComposeDigest({
    retriever,
    library,
    elapsed: () => 0,
    revisions: { of: noting(read.revisions, (ids) => revisions.of(ids)) },
  });
  const before: EditionContent[] = [];
  let since: Date | null = null;
  const put = async (document: Document) => {
    const indexed = { document, passages: splitPassages(document.text, document.language) };
    library.put(indexed);
    await index.add([indexed]);
    const named = new Set(collections.map(({ id }) => id));
    const others = createContents(library.documents).collections.filter(({ id }) => !named.has(id));
    library.frame({ collections: [...collections, ...others], topics: [topic], refused: [] });
  };
  const preview = async (until: number, request: Partial<DigestRequest> = {}) => {
    const covered = { since, until: minute(until), ...request };
    const seen = await firstSights.seenAfter(seenFrom(covered));
    return composeDigest({ audience, topic, ...order, seen, before: before.toReversed(), ...covered });
  };
  return {
    ...{ before, read, preview },
    async arrive(at, ...documents) {
      for (const document of documents) await put(document);
      if (at !== null) await firstSights.see(documents, minute(at));
    },
    async remove({ id }) {
      library.remove(id);
      await index.remove([id]);
    },
    async edition(until) {
      const digest = await preview(until);
      since = minute(until);
      before.push(digest.content);
      return digest;
    },
  };
}
