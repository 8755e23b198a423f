import { existsSync } from 'node:fs';
import { chmod, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import Database from 'libsql';
import { UserError } from '../../core/text/user-error.ts';
import { LibsqlDialect } from './libsql-dialect.ts';
import { MIGRATIONS, type Migration, migrate, schemaVersion, type Versioned } from './migrations.ts';
import type { Schema } from './schema.ts';
import { createSqlStore, type Store } from './store.ts';

const FILE = 'dossier.db';
const PATIENCE = 10_000; // milliseconds to wait for another process that writes

const SQLITE: Versioned = {
  async isBegun(database) {
    const named = sql<{
      tables: number;
    }>`select count(*) as tables from sqlite_master where name = 'schema_version'`;
    return (await named.execute(database)).rows[0]?.tables === 1;
  },
  async lock() {}, // transactions wait for each other from their beginning
};

/** An opened store, and what to tell the operator about it. */
export interface OpenedStore {
  readonly store: Store;
  readonly notices: readonly string[];
}

/**
 * Opens the store in a data directory, checks it, and migrates it after a backup. A damaged file is moved aside and a
 * new one created; a file of a newer Dossier is refused.
 */
export async function openSqliteStore(
  dataDir: string,
  now: Date,
  steps: readonly Migration[] = MIGRATIONS,
): Promise<OpenedStore> {
  const path = join(dataDir, FILE);
  try {
    if (await isSound(path)) return { store: await openFile(path, steps), notices: [] };
    const aside = await putAside(path, now);
    return { store: await openFile(path, steps), notices: [formatDamage(aside)] };
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      `Cannot open the database ${path} (${reasonOf(cause)}). Check the disk and its permissions, or set DOSSIER_DATA_DIR (see .env.example).`,
      { code: 'no-store', cause },
    );
  }
}

/** Opens a store that lasts until it is closed. */
export async function openMemoryStore(): Promise<Store> {
  const database = connect(new Database(':memory:'));
  await migrate(database, SQLITE);
  return createSqlStore(database);
}

async function openFile(path: string, steps: readonly Migration[]): Promise<Store> {
  await makePrivate(path);
  const file = new Database(path);
  file.exec(`pragma busy_timeout = ${PATIENCE}`);
  file.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
  const database = connect(file);
  const version = await schemaVersion(database, SQLITE);
  if (version > steps.length) {
    await database.destroy();
    throw newer(path);
  }
  if (version > 0 && version < steps.length) await backUp(file, `${path}.backup-v${version}`);
  if (version < steps.length) await migrate(database, SQLITE, steps);
  return keepClean(file, createSqlStore(database));
}

/**
 * Truncates the write-ahead log after every removal, so that nothing removed lingers there, and before closing: libsql
 * keeps the file open until its statements are collected, so SQLite itself would not.
 */
function keepClean(file: Database.Database, store: Store): Store {
  const { prune, forget, leave, close, check } = store.upkeep;
  const writeBack = () => void file.exec('pragma wal_checkpoint(truncate)');
  let closed = false;
  return {
    ...store,
    upkeep: {
      check,
      prune: (before) => prune(before).finally(writeBack),
      forget: (target) => forget(target).finally(writeBack),
      leave: (workspace) => leave(workspace).finally(writeBack),
      async close() {
        if (closed) return;
        closed = true;
        try {
          writeBack();
        } finally {
          await close();
        }
      },
    },
  };
}

/** SQLite gives the files alongside it the same mode. An existing file is not opened: closing it would drop SQLite's locks. */
async function makePrivate(path: string): Promise<void> {
  if (existsSync(path)) await chmod(path, 0o600);
  else await writeFile(path, '', { mode: 0o600, flag: 'a' });
}

function connect(file: Database.Database): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new LibsqlDialect(file) });
}

/** Whether a file is an intact database; a missing or empty one is. */
async function isSound(path: string): Promise<boolean> {
  if (!existsSync(path)) return true;
  let file: Database.Database | null = null;
  try {
    file = new Database(path);
    file.exec(`pragma busy_timeout = ${PATIENCE}`);
    const [row] = file.prepare('pragma quick_check(1)').all() as { quick_check?: string }[];
    return row?.quick_check === 'ok';
  } catch (error) {
    if (DAMAGE.test(reasonOf(error))) return false;
    throw error;
  } finally {
    file?.close();
  }
}

const DAMAGE = /SQLITE_(?:NOTADB|CORRUPT)|not a database|malformed/i;

async function putAside(path: string, now: Date): Promise<string> {
  const aside = `${path}.damaged-${now.toISOString().replaceAll(':', '-')}`;
  for (const ending of ['', '-wal', '-shm']) {
    if (existsSync(path + ending)) await rename(path + ending, aside + ending);
  }
  return aside;
}

async function backUp(file: Database.Database, path: string): Promise<void> {
  if (existsSync(path)) return;
  const half = `${path}.part-${process.pid}`;
  await rm(half, { force: true });
  file.prepare('vacuum into ?').run(half);
  await chmod(half, 0o600);
  await rename(half, path);
}

function newer(path: string): UserError {
  return new UserError(
    `The database ${path} was written by a newer version of Dossier. Run that version, or restore a backup (docs/operating.md).`,
    { code: 'newer-store' },
  );
}

function formatDamage(aside: string): string {
  return `The database was damaged and is now ${aside}. Dossier starts with a new, empty one.`;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return [code, error instanceof Error ? error.message : String(error)]
    .filter((part) => part !== '')
    .join(' ');
}
