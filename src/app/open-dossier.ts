import { setTimeout as sleep } from 'node:timers/promises';
import { type AdminPage, NO_ADMIN_PAGE } from '../core/bot/admin-page.ts';
import type { ChatAdapter, Health } from '../core/bot/chat-adapter.ts';
import { type DigestFeeds, NO_FEEDS } from '../core/bot/digest-feeds.ts';
import { type Spelling, TYPED } from '../core/bot/spelling.ts';
import type { Poster } from '../core/delivery/poster.ts';
import { createSourceEditor, createSourceFinder } from '../core/library/sources/source-editor.ts';
import { NO_PAGES, type SourcePages } from '../core/replies/source-pages.ts';
import type { Store } from '../stores/sql/store.ts';
import { type Assembled, assemble } from './assemble.ts';
import { type Clock, createClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Documents, DocumentsOptions } from './documents.ts';
import type { Meter } from './metrics/meter.ts';
import { createIntake, openWeb, type WebPorts } from './open-collecting.ts';
import { openDocuments } from './open-documents.ts';
import { openAnyStore } from './open-store.ts';
import { report, tell } from './operator.ts';
import { isLocalPlatform } from './platforms.ts';
import { createRecipients } from './recipients.ts';
import { shareTopics, workspacesOf } from './this-machine.ts';

const SECOND = 1000; // milliseconds

/** What a Dossier is opened with besides its settings. */
export interface OpenOptions {
  /** Creates the adapters of the platforms that run. */
  adaptersFor?(store: Store): Promise<readonly ChatAdapter[]>;
  /** How commands are written, wherever they are shown; absent: as each platform has people type them. */
  readonly spelling?: Spelling;
  /** Measures what is stored, and what is fetched for feeds, pages and people. */
  readonly meter?: Pick<Meter, 'store' | 'fetcher'>;
  /** Post the digests. */
  readonly posters?: readonly Poster[];
  /** Where documents without an address of their own are read. */
  readonly pages?: SourcePages;
  /** Where managers look after it. */
  readonly adminPage?: AdminPage;
  /** Where digests can be read as feeds. */
  readonly feeds?: DigestFeeds;
  /** How long it waits for documents that are still to be read; absent: until all are read. */
  readonly reading?: Pick<DocumentsOptions, 'opensAfter' | 'asStored'>;
  /** Feeds and pages are looked at as time passes. */
  readonly looks?: boolean;
  /** Told how far a search by list is. */
  searchProgress?(done: number, of: number): void;
}

/** Everything that answers, opened. */
export interface Dossier extends Assembled {
  readonly documents: Documents;
  readonly web: WebPorts;
  readonly store: Store;
  readonly adapters: readonly ChatAdapter[];
  readonly posters: readonly Poster[];
  readonly clock: Clock;
  health(): readonly Health[];
  close(): Promise<void>;
}

/** Opens the store and the documents, and puts everything together. */
export async function openDossier(
  config: Config,
  {
    adaptersFor = async () => [],
    posters = [],
    pages = NO_PAGES,
    adminPage = NO_ADMIN_PAGE,
    feeds = NO_FEEDS,
    spelling,
    meter,
    looks = false,
    searchProgress,
    reading,
  }: OpenOptions = {},
): Promise<Dossier> {
  const clock = createClock(config.digests.clockFile, elapsed);
  const { now } = clock;
  const opened = await openAnyStore(config);
  const shared = { ...opened, topics: shareTopics(opened.topics) };
  const store = meter?.store(shared) ?? shared;
  const adapters = await adaptersFor(store);
  const documents = await openDocuments({ ...config, ...reading, seenAt: now }, store);
  const { originOf, read } = documents;
  const web = measured(openWeb(config, now), meter);
  const intake = createIntake(web, config, { read, looks });
  const sourceEditor =
    config.bucket === null
      ? createSourceEditor({ root: config.corpusDir, originOf, wait, tell })
      : createSourceFinder({ originOf });
  const health = () => adapters.map((adapter) => adapter.health());
  const parts = assemble({
    ...{
      ...documents,
      ...timing(config),
      store,
      posters,
      pages,
      adminPage,
      feeds,
      sourceEditor,
      intake,
      health,
      now,
      elapsed,
      wait,
      report,
    },
    recipients: createRecipients(config),
    ...(searchProgress && { searchProgress }),
    ...{ workspacesOf, showsUnanswered: config.showsUnanswered },
    ...{ isLocal: isLocalPlatform, platforms: postedTo(config), random: Math.random },
    spellingOf: (platform) => spelling ?? spellingOf(config, platform),
  });
  const close = async () => {
    await Promise.all([documents.close(), web.close()]);
    await store.upkeep.close().catch(report);
  };
  return { ...parts, documents, web, store, adapters, posters, clock, health, close };
}

function measured(web: WebPorts, meter: Pick<Meter, 'fetcher'> | undefined): WebPorts {
  return meter ? { ...web, fetcher: meter.fetcher(web.fetcher) } : web;
}

function timing({ timeZone: zone, digests }: Config) {
  return {
    onlyManagers: digests.orderers === 'managers',
    zone,
    lease: digests.leaseSeconds * SECOND,
    settle: digests.settleSeconds * SECOND,
  };
}

/** How commands are typed on a platform. */
function spellingOf({ platforms }: Config, name: string): Spelling {
  const found = platforms.find(({ platform }) => platform.name === name);
  return (found?.settings && found.platform.spelling?.(found.settings)) ?? TYPED;
}

/** The platforms to which digests can be posted. */
export function postedTo({ platforms }: Pick<Config, 'platforms'>): string[] {
  return platforms
    .filter(({ platform, settings }) => settings !== null && platform.createPoster)
    .map(({ platform }) => platform.name);
}

function elapsed(): number {
  return performance.now();
}

function wait(milliseconds: number): Promise<void> {
  return sleep(milliseconds, undefined, { ref: false });
}
