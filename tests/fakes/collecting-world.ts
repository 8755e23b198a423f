import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDraftReader } from '../../src/app/draft-reader.ts';
import {
  type Collecting,
  type CollectingPorts,
  createCollecting,
} from '../../src/core/collecting/collecting.ts';
import { type Fetched, FetchFailure, type FetchOptions } from '../../src/core/collecting/fetcher.ts';
import type { LookResult } from '../../src/core/collecting/look.ts';
import type { CollectionId } from '../../src/core/library/documents/document.ts';
import { createFileReader } from '../../src/core/library/reading/read-document.ts';
import { createCorpusWriter } from '../../src/core/library/sources/corpus-writer.ts';
import { type NamedFeed, settingsOf } from '../../src/core/library/sources/feeds-file.ts';
import { feedReader } from '../../src/readers/feed/reader.ts';
import { htmlReader } from '../../src/readers/html/reader.ts';
import { textReader } from '../../src/readers/text/reader.ts';
import { createFolder } from './folder.ts';
import { openMemoryStore } from './store.ts';

/** What an address answers. */
type Page = string | Uint8Array | Partial<Fetched> | FetchFailure;

/** Where the world's feed is. */
export const FEED = 'https://gazette.example/feed';

/** A corpus, a store and a web without a network; time stands still until it is moved. */
export interface CollectingWorld {
  readonly collecting: Collecting;
  readonly ports: CollectingPorts;
  readonly root: string;
  /** What was asked, in order. */
  readonly asked: (FetchOptions & { readonly address: string })[];
  readonly web: Record<string, Page>;
  readonly errors: Error[];
  now: Date;
  /** Looks at the only source now. */
  look(): Promise<LookResult | null>;
  /** The corpus: contents by path. */
  files(): Record<string, string>;
  /** The documents of the corpus, without the files that describe them. */
  documents(): Record<string, string>;
}

/** Makes a world whose corpus follows `FEED`. */
export async function createWorld({
  over = {},
  ...given
}: Partial<Omit<NamedFeed, 'collection'>> & {
  over?: Partial<CollectingPorts>;
} = {}): Promise<CollectingWorld> {
  const root = createFolder({ 'news/about.txt': 'What this is about.' });
  const named = [{ ...settingsOf({ url: FEED, ...given }), collection: 'news' as CollectionId }];
  const asked: (FetchOptions & { address: string })[] = [];
  const web: Record<string, Page> = {};
  const errors: Error[] = [];
  const world = { root, asked, web, errors, now: new Date('2024-05-06T12:00:00Z') };
  const ports: CollectingPorts = {
    fetcher: {
      async get(address, options = {}) {
        asked.push({ address, ...options });
        return toFetched(address, web[address]);
      },
    },
    readDraft: createDraftReader(createFileReader([htmlReader, textReader]), createFolder()),
    ...{
      reader: feedReader,
      writer: createCorpusWriter(root, async () => {}),
      sources: (await openMemoryStore()).sources,
    },
    ...{ named: async () => named, now: () => world.now, random: () => 0 },
    mailbox: null,
    tell: async () => undefined,
    report: (error) => errors.push(error),
    ...over,
  };
  const collecting = createCollecting(ports);
  const files = () => {
    const entries = readdirSync(join(root, 'news'), { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((each) => each.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    return Object.fromEntries(
      paths.sort().map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
    );
  };
  return Object.assign(world, {
    ...{ collecting, ports, files },
    documents: () =>
      Object.fromEntries(
        Object.entries(files()).filter(([path]) => /collected\/.*\/[^./][^/]*(?<!\.yaml)$/.test(path)),
      ),
    async look(): Promise<LookResult | null> {
      const [source] = await ports.sources.list();
      if (source) return collecting.lookAt(source);
      await ports.sources.put({ ...(named[0] as NamedFeed), id: 'aaaaaaaaaaaaaaaa', by: null }, world.now);
      return this.look();
    },
  });
}

function toFetched(address: string, page: Page | undefined): Fetched {
  if (page instanceof FetchFailure) throw page;
  const nothing = {
    permanent: null,
    etag: null,
    lastModified: null,
    charset: null,
    retryAfter: null,
    maxAge: null,
  };
  const answer = { ...nothing, status: 200, address, type: 'text/html', bytes: new Uint8Array() };
  if (page === undefined) return { ...answer, status: 404 };
  if (typeof page === 'string') return { ...answer, bytes: Buffer.from(page) };
  return page instanceof Uint8Array ? { ...answer, bytes: page } : { ...answer, ...page };
}
