import { type Core, createCore } from '../../src/core/bot/core.ts';
import { createDigests } from '../../src/core/delivery/delivery.ts';
import type { Collection } from '../../src/core/library/collection.ts';
import { createEmptyCorpus } from '../../src/core/library/corpus.ts';
import type { Document } from '../../src/core/library/document.ts';
import { splitPassages } from '../../src/core/library/passages.ts';
import { composeDigest } from '../../src/core/news/compose-digest.ts';
import type { Digest, DigestRequest } from '../../src/core/news/digest.ts';
import type { EditionContent } from '../../src/core/news/edition-content.ts';
import { createMiniSearchIndex } from '../../src/core/search/minisearch/minisearch-index.ts';
import { createContents } from './documents.ts';
import { LOCAL, NO_DIGESTS } from './local-chat.ts';
import { openMemoryStore } from './store.ts';

/** Minutes from the moment at which every channel begins. */
export function minute(n: number): Date {
  return new Date(Date.UTC(2026, 10, 24, 8) + n * 60_000);
}

/** A channel that gets digests on what comes into a corpus. */
export interface DigestChannel {
  readonly core: Core;
  /** What the editions so far held. */
  readonly before: readonly EditionContent[];
  /** Puts documents into the corpus, or replaces them, and notes them as seen at a minute; never, where it is null. */
  arrive(at: number | null, ...documents: readonly Document[]): Promise<void>;
  remove(document: Document): Promise<void>;
  /** Composes the edition of a minute; the next takes up what is new since then. */
  edition(until: number): Promise<Digest>;
  /** Composes as `edition` does, and nothing is remembered. */
  preview(until: number, request?: Partial<DigestRequest>): Promise<Digest>;
}

/** What a channel ordered; collections that are not named can be read by everybody. */
export type Ordered = Pick<DigestRequest, 'topic'> &
  Partial<Pick<DigestRequest, 'order' | 'audience'>> & { readonly collections?: readonly Collection[] };

/** Opens a channel on an empty corpus. */
export async function openDigestChannel({
  topic,
  order = { length: '3m', max: 5 },
  audience = LOCAL,
  collections = [],
}: Ordered): Promise<DigestChannel> {
  const store = await openMemoryStore();
  const corpus = createEmptyCorpus();
  const index = createMiniSearchIndex();
  const core = createCore({
    ...{ corpus, index, store, commands: [] },
    ...{ now: () => minute(0), checkedAt: () => minute(0), health: () => [] },
    digests: createDigests(NO_DIGESTS),
    report: (error) => {
      throw error;
    },
  });
  const before: EditionContent[] = [];
  let since: Date | null = null;
  const put = async (document: Document) => {
    const indexed = { document, passages: splitPassages(document.text, document.language) };
    corpus.put(indexed);
    await index.add([indexed]);
    const named = new Set(collections.map(({ id }) => id));
    const others = createContents(corpus.documents).collections.filter(({ id }) => !named.has(id));
    corpus.frame({ collections: [...collections, ...others], topics: [topic], refused: [] });
  };
  const preview = (until: number, request: Partial<DigestRequest> = {}) =>
    composeDigest(core, { audience, topic, order, since, until: minute(until), before, ...request });
  return {
    ...{ core, before, preview },
    async arrive(at, ...documents) {
      for (const document of documents) await put(document);
      if (at !== null) await store.documents.see(documents, minute(at));
    },
    async remove({ id }) {
      corpus.remove(id);
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
