import { lookup } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Collecting, createCollecting } from '../core/collecting/collecting.ts';
import type { FeedReader } from '../core/collecting/feed.ts';
import type { Fetcher } from '../core/collecting/fetcher.ts';
import { createCorpusWriter } from '../core/library/corpus-writer.ts';
import { followFeedsFiles } from '../core/library/followed-feeds.ts';
import type { Store } from '../stores/sql/store.ts';
import type { Config } from './config.ts';
import { createFeedThread, FEED_LIMITS } from './feed-thread.ts';
import { report } from './operator.ts';
import { VERSION } from './version.ts';

/** What feeds are collected with. */
export interface CollectingOptions {
  readonly sources: Store['sources'];
  now(): Date;
  /** Measures what is fetched. */
  measure?(fetcher: Fetcher): Fetcher;
}

/** What the web is asked with, and how its answers are read. Both start when first used: most corpora follow nothing. */
export interface WebPorts {
  readonly fetcher: Fetcher;
  readonly reader: FeedReader;
  close(): Promise<void>;
}

type CollectingSettings = Pick<Config, 'corpusDir' | 'publicUrl' | 'fetchAllow'>;

/** Opens what looks at feeds and puts what they bring into the corpus. */
export function openCollecting(
  config: CollectingSettings,
  { sources, now, measure = (fetcher) => fetcher }: CollectingOptions,
): Collecting {
  const web = openWeb(config, now);
  const collecting = createCollecting({
    ...{ sources, now, report, random: Math.random },
    ...{ fetcher: measure(web.fetcher), reader: web.reader },
    writer: createCorpusWriter(config.corpusDir, (milliseconds) => sleep(milliseconds)),
    named: followFeedsFiles(config.corpusDir),
  });
  return {
    ...collecting,
    async stop(within) {
      await Promise.all([collecting.stop(within), web.close()]);
    },
  };
}

/** Opens the way to the web. */
export function openWeb({ publicUrl, fetchAllow: allowed }: CollectingSettings, now: () => Date): WebPorts {
  const loadFetcher = memoize(async () => {
    const { createWebFetcher } = await import('../fetchers/web/web-fetcher.ts');
    return createWebFetcher({ userAgent: userAgent(publicUrl), allowed, resolve, now });
  });
  const reader = createFeedThread(FEED_LIMITS);
  return {
    reader,
    fetcher: { get: async (address, options) => (await loadFetcher.get()).get(address, options) },
    async close() {
      await (await loadFetcher.made())?.close();
      await reader.stop();
    },
  };
}

function memoize<T>(make: () => Promise<T>) {
  let made: Promise<T> | null = null;
  return {
    made: async () => made,
    get: () => {
      made ??= make();
      return made;
    },
  };
}

function userAgent(publicUrl: string | null): string {
  return publicUrl === null ? `Dossier/${VERSION}` : `Dossier/${VERSION} (+${publicUrl})`;
}

async function resolve(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}
