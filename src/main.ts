import { access, constants, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { commands } from '../commands/index.ts';
import type { Config } from './config.ts';
import type { ChatAdapter } from './core/chat/adapter.ts';
import { type Core, createCore } from './core/core.ts';
import { UserError } from './core/errors.ts';
import type { Store } from './core/store.ts';
import { sayRefusal } from './corpus-report.ts';
import { type Documents, openDocuments } from './open-documents.ts';
import { report, tell } from './operator.ts';
import { runPlatforms } from './platforms.ts';
import { openMemoryStore, openSqliteStore } from './stores/sql/sqlite.ts';

const DAY = 86_400_000; // milliseconds
const now = () => new Date();

/** Dossier's version. */
export const VERSION = readVersion();

/** Everything that answers, opened. */
export interface Dossier {
  readonly core: Core;
  readonly documents: Documents;
  readonly adapters: readonly ChatAdapter[];
  close(): Promise<void>;
}

/** Settings → data directory → store → documents → core. */
export async function openDossier(
  config: Config,
  adaptersFor: AdaptersFor = async () => [],
): Promise<Dossier> {
  const store = await openAnyStore(config.dataDir);
  const adapters = await adaptersFor(store);
  const documents = await openDocuments({ ...config, version: VERSION }, store);
  const { corpus, index, checkedAt } = documents;
  for (const refusal of corpus.refused) tell(sayRefusal(refusal));
  const core = createCore({
    ...{ corpus, index, commands, store, now, checkedAt, report },
    health: () => adapters.map((adapter) => adapter.health()),
  });
  const close = async () => {
    await documents.close();
    await store.upkeep.close().catch(report);
  };
  return { core, documents, adapters, close };
}

/** Makes the adapters of the platforms that are to run. */
export type AdaptersFor = (store: Store) => Promise<readonly ChatAdapter[]>;

/** Runs platforms until each has ended, or the process is asked to; meanwhile the documents are followed and what is old is removed. */
export async function serve(
  config: Config,
  adaptersFor: AdaptersFor,
  greet: (core: Core) => Promise<void> = async () => {},
): Promise<void> {
  const { core, documents, adapters, close } = await openDossier(config, adaptersFor);
  const prune = () => core.store.upkeep.prune(new Date(now().valueOf() - config.retentionDays * DAY));
  const pruning = setInterval(() => prune().catch(report), DAY);
  const { watchCorpus } = await import('./corpus-watcher.ts'); // a single command watches nothing
  const watcher = await watchCorpus(config.corpusDir, { look: documents.look, report });
  try {
    await prune().catch(report);
    await greet(core);
    await runPlatforms(adapters, core);
  } finally {
    clearInterval(pruning);
    await watcher.stop();
    await close();
  }
}

/** Opens the store of a data directory. */
export async function openStore(dataDir: string): Promise<Store> {
  await prepareDataDir(dataDir);
  const { store, notices } = await openSqliteStore(dataDir, now());
  notices.forEach(tell);
  return store;
}

/** Where a data directory can't be used, a store that is gone at the end takes its place: questions are answered all the same. */
async function openAnyStore(dataDir: string): Promise<Store> {
  try {
    return await openStore(dataDir);
  } catch (error) {
    if (!(error instanceof UserError) || !UNUSABLE.has(error.code)) throw error;
    tell(`${error.message} Until then nothing is remembered.`);
    return openMemoryStore();
  }
}

const UNUSABLE: ReadonlySet<string> = new Set(['unwritable-data-directory', 'no-store', 'disk-full']);

/** Makes sure that a data directory is there and can be written. */
export async function prepareDataDir(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new UserError(
      `The data directory ${path} cannot be written. Set DOSSIER_DATA_DIR to a folder that can (see .env.example).`,
      { code: isNoFolder(cause) ? 'no-data-directory' : 'unwritable-data-directory', cause },
    );
  }
}

/** A path through, or to, a file is a mistake in the settings; anything else lies with the disk. */
function isNoFolder(cause: unknown): boolean {
  return ['ENOTDIR', 'EEXIST'].includes(String((cause as NodeJS.ErrnoException).code));
}

function readVersion(): string {
  const { version }: { version: string } = createRequire(import.meta.url)('../../package.json');
  return version;
}
