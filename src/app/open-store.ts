import { access, constants, mkdir } from 'node:fs/promises';
import { UserError } from '../core/text/user-error.ts';
import type { Store } from '../stores/sql/store.ts';
import type { Config } from './config.ts';
import { tell } from './operator.ts';

type StoreSettings = Pick<Config, 'dataDir' | 'databaseUrl'>;

/** Opens the store: in PostgreSQL where a database is named, else in the data directory. */
export async function openStore({ dataDir, databaseUrl }: StoreSettings): Promise<Store> {
  if (databaseUrl === null) await prepareDataDir(dataDir);
  const { store, notices } = await (databaseUrl === null
    ? openDatabaseFile(dataDir)
    : openNamedDatabase(databaseUrl));
  notices.forEach(tell);
  return store;
}

// Each database's client is loaded only where it is used.

async function openDatabaseFile(dataDir: string) {
  const { openSqliteStore } = await import('../stores/sql/sqlite.ts');
  return openSqliteStore(dataDir, new Date());
}

async function openNamedDatabase(url: string) {
  const { openPostgresStore } = await import('../stores/sql/postgres.ts');
  return openPostgresStore(url);
}

/**
 * Where a data directory can't be used, a store that is gone at the end takes its place: questions are answered all the same.
 * A database that is named must be there, and needs no data directory.
 */
export async function openAnyStore(settings: StoreSettings): Promise<Store> {
  if (settings.databaseUrl !== null) {
    await prepareDataDir(settings.dataDir).catch((error) => reportUnusable(error));
    return openStore(settings);
  }
  try {
    return await openStore(settings);
  } catch (error) {
    reportUnusable(error, ' Until then, nothing is saved.');
    const { openMemoryStore } = await import('../stores/sql/sqlite.ts');
    return refuseSubscriptions(await openMemoryStore());
  }
}

/** A digest must not be confirmed and then lost, nor an earlier one be denied. */
function refuseSubscriptions(store: Store): Store {
  const refuse = async () => {
    throw new UserError(
      'Nothing can be saved or loaded until the data directory works again. Tell your administrator.',
      { code: 'no-store' },
    );
  };
  const { subscriptions, topics, feedback, upkeep } = store;
  return {
    ...store,
    subscriptions: { ...subscriptions, add: refuse, list: refuse, put: refuse, remove: refuse },
    topics: { ...topics, put: refuse, remove: refuse },
    feedback: { ...feedback, add: refuse },
    upkeep: { ...upkeep, check: refuse },
  };
}

function reportUnusable(error: unknown, consequence = ''): void {
  if (!(error instanceof UserError) || !UNUSABLE.has(error.code)) throw error;
  tell(error.message + consequence);
}

const UNUSABLE: ReadonlySet<string> = new Set(['unwritable-data-directory', 'no-store', 'disk-full']);

/** Makes sure that a data directory is there and can be written. */
export async function prepareDataDir(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new UserError(
      `Cannot write to the data directory ${path}. Set DOSSIER_DATA_DIR to a writable folder (see .env.example).`,
      { code: isNoFolder(cause) ? 'no-data-directory' : 'unwritable-data-directory', cause },
    );
  }
}

/** A path through, or to, a file is a mistake in the settings; anything else lies with the disk. */
function isNoFolder(cause: unknown): boolean {
  return ['ENOTDIR', 'EEXIST'].includes(String((cause as NodeJS.ErrnoException).code));
}
