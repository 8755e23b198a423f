import { lookup } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Collecting, createCollecting } from '../core/collecting/collecting.ts';
import type { FeedReader } from '../core/collecting/feed.ts';
import type { Fetcher } from '../core/collecting/fetcher.ts';
import type { Intake } from '../core/collecting/intake.ts';
import type { Mailbox } from '../core/collecting/mailbox.ts';
import type { ReadFile } from '../core/library/reading/read-document.ts';
import {
  type CorpusWriter,
  createCorpusWriter,
  READ_ONLY_WRITER,
} from '../core/library/sources/corpus-writer.ts';
import { type NamedFeed, settingsOf } from '../core/library/sources/feeds-file.ts';
import { followFeedsFiles } from '../core/library/sources/followed-feeds.ts';
import type { Store } from '../stores/sql/store.ts';
import type { Config } from './config.ts';
import { createDocumentWorker, DOCUMENT_LIMITS } from './document-worker.ts';
import { createDraftReader } from './draft-reader.ts';
import { createFeedThread, FEED_LIMITS } from './feed-thread.ts';
import { report } from './operator.ts';
import { type TroublePorts, tellOfTrouble } from './tell-of-trouble.ts';
import { VERSION } from './version.ts';

/** What feeds are collected with. */
export interface CollectingOptions {
  readonly sources: Store['sources'];
  now(): Date;
  /** Tells people of a source that keeps failing; absent: the operator alone is told. */
  readonly telling?: Pick<TroublePorts, 'posters' | 'managersOf'>;
  /** What is shared with the rest of the program, which ends it; absent: ways of its own to the web and into documents. */
  readonly shared?: { readonly web: WebPorts; readonly read: ReadFile };
}

/** What the web is asked with, and how its answers are read. Both start when first used: most corpora follow nothing. */
export interface WebPorts {
  readonly fetcher: Fetcher;
  readonly reader: FeedReader;
  close(): Promise<void>;
}

type CollectingSettings = Pick<
  Config,
  'corpusDir' | 'bucket' | 'dataDir' | 'publicUrl' | 'fetchAllow' | 'mailbox'
>;

const NOBODY = { posters: [], managersOf: async () => [] };

/** Opens what looks at feeds and puts what they bring into the corpus. */
export function openCollecting(
  config: CollectingSettings,
  { sources, now, telling = NOBODY, shared }: CollectingOptions,
): Collecting {
  const { web, read, close } = shared ? { ...shared, close: async () => {} } : openOwn(config, now);
  const collecting = createCollecting({
    ...{ sources, now, report, random: Math.random },
    ...{ fetcher: web.fetcher, reader: web.reader },
    readDraft: createDraftReader(read, config.dataDir),
    writer: openWriter(config),
    mailbox: openMailbox(config),
    tell: (source) => tellOfTrouble({ ...telling, report }, source),
    named: followSettings(config),
  });
  return {
    ...collecting,
    async stop(within) {
      await Promise.all([collecting.stop(within), close()]);
    },
  };
}

/** A way to the web and into documents that nobody shares; its threads start when they are used. */
function openOwn(config: CollectingSettings, now: () => Date) {
  const web = openWeb(config, now);
  const { read, stop } = createDocumentWorker(DOCUMENT_LIMITS);
  return { web, read, close: async () => void (await Promise.all([web.close(), stop()])) };
}

function openWriter({ corpusDir, bucket }: Pick<Config, 'corpusDir' | 'bucket'>): CorpusWriter {
  if (bucket !== null) return READ_ONLY_WRITER;
  return createCorpusWriter(corpusDir, (milliseconds) => sleep(milliseconds));
}

/** What `/add` works with; null for a bucket, into which nothing is put. */
export function createIntake(
  { fetcher, reader }: WebPorts,
  { bucket, corpusDir, dataDir }: Pick<Config, 'bucket' | 'corpusDir' | 'dataDir'>,
  { read, looks }: { readonly read: ReadFile; readonly looks: boolean },
): Intake | null {
  if (bucket !== null) return null;
  const writer = openWriter({ bucket, corpusDir });
  return { fetcher, reader, looks, writer, readDraft: createDraftReader(read, dataDir) };
}

const MAIL_EVERY = 15 * 60_000; // milliseconds

/** Names what the settings follow: the feeds of the corpus, and the mailbox. */
export function followSettings({
  corpusDir,
  mailbox,
}: Pick<Config, 'corpusDir' | 'mailbox'>): () => Promise<readonly NamedFeed[]> {
  const feeds = followFeedsFiles(corpusDir);
  if (mailbox === null) return feeds;
  const { url, collection } = mailbox;
  const title = `mailbox ${decodeURIComponent(new URL(url).pathname.slice(1)) || 'INBOX'}`;
  const named = { ...settingsOf({ url, title, full: 'no', every: MAIL_EVERY }), collection };
  return async () => [...(await feeds()), named];
}

/** The mailbox; its protocol is loaded when it is first read. */
function openMailbox({ mailbox }: CollectingSettings): Mailbox | null {
  if (mailbox === null) return null;
  return {
    async *read(after, signal) {
      const { createImapMailbox } = await import('../fetchers/imap/imap-mailbox.ts');
      yield* createImapMailbox({ ...mailbox, report }).read(after, signal);
    },
  };
}

/** Opens the way to the web. */
export function openWeb(
  { publicUrl, fetchAllow: allowed }: Pick<Config, 'publicUrl' | 'fetchAllow'>,
  now: () => Date,
): WebPorts {
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
