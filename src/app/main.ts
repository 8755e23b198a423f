import { setTimeout as sleep } from 'node:timers/promises';
import { commands } from '../../commands/index.ts';
import type { ChatAdapter } from '../core/bot/chat-adapter.ts';
import { type Core, createCore } from '../core/bot/core.ts';
import { createDigests, type DigestOptions } from '../core/delivery/delivery.ts';
import type { Poster } from '../core/delivery/poster.ts';
import type { Store } from '../stores/sql/store.ts';
import { type Clock, createClock } from './clock.ts';
import type { Config } from './config.ts';
import { formatRefusal } from './corpus-report.ts';
import { type Documents, openDocuments } from './open-documents.ts';
import { platformsOf } from './open-platforms.ts';
import { openAnyStore } from './open-store.ts';
import { report, tell } from './operator.ts';
import { runPlatforms } from './run-platforms.ts';
import { VERSION } from './version.ts';

const DAY = 86_400_000; // milliseconds
const SECOND = 1000; // milliseconds

/** What a Dossier is opened with besides its settings. */
export interface OpenOptions {
  /** Makes the adapters of the platforms that are to run. */
  readonly adaptersFor?: (store: Store) => Promise<readonly ChatAdapter[]>;
  /** By what digests are posted. */
  readonly posters?: readonly Poster[];
}

/** Everything that answers, opened. */
export interface Dossier {
  readonly core: Core;
  readonly documents: Documents;
  readonly adapters: readonly ChatAdapter[];
  readonly clock: Clock;
  close(): Promise<void>;
}

/** Settings → data directory → store → documents → core. */
export async function openDossier(
  config: Config,
  { adaptersFor = async () => [], posters = [] }: OpenOptions = {},
): Promise<Dossier> {
  const clock = createClock(config.digests.clockFile, elapsed);
  const { now } = clock;
  const store = await openAnyStore(config);
  const adapters = await adaptersFor(store);
  const documents = await openDocuments({ ...config, version: VERSION, seenAt: now }, store);
  const { corpus, index, checkedAt } = documents;
  for (const refusal of corpus.refused) tell(formatRefusal(refusal));
  const core = createCore({
    ...{ corpus, index, commands, store, now, checkedAt, report },
    digests: createDigests(digestOptions(config, posters)),
    health: () => adapters.map((adapter) => adapter.health()),
  });
  const close = async () => {
    await documents.close();
    await store.upkeep.close().catch(report);
  };
  return { core, documents, adapters, clock, close };
}

function digestOptions(config: Config, posters: readonly Poster[]): DigestOptions {
  const { timeZone, digests } = config;
  return {
    ...{ posters, elapsed, zone: timeZone, random: Math.random },
    elsewhere: platformsOf(config).filter((name) => !posters.some(({ platform }) => platform === name)),
    lease: digests.leaseSeconds * SECOND,
    settle: digests.settleSeconds * SECOND,
    wait: (milliseconds) => sleep(milliseconds, undefined, { ref: false }),
  };
}

function elapsed(): number {
  return performance.now();
}

/** How platforms are run. */
export interface ServeOptions extends OpenOptions {
  /** Said when all is ready. */
  greet?(core: Core): Promise<void>;
  /** Runs beside the platforms, as what looks after the digests does; it is stopped with them. */
  beside?(dossier: Dossier): Promise<Beside>;
}

/** What runs beside the platforms. */
export interface Beside {
  stop(): Promise<void>;
}

/** Runs platforms until each has ended, or the process is asked to; meanwhile the documents are followed and what is old is removed. */
export async function serve(config: Config, { greet, beside, ...options }: ServeOptions): Promise<void> {
  const dossier = await openDossier(config, options);
  const { core, documents, adapters, close } = dossier;
  const prune = () => core.store.upkeep.prune(new Date(core.now().valueOf() - config.retentionDays * DAY));
  const pruning = setInterval(() => prune().catch(report), DAY);
  const { watchCorpus } = await import('./corpus-watcher.ts'); // a single command watches nothing
  const watcher = await watchCorpus(config.corpusDir, { look: documents.look, report });
  try {
    await prune().catch(report);
    await greet?.(core);
    const running = await beside?.(dossier);
    await runPlatforms(adapters, core, async () => running?.stop());
  } finally {
    clearInterval(pruning);
    await watcher.stop();
    await close();
  }
}
