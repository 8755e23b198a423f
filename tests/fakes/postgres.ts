import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll } from 'vitest';
import type { SegmentDatabase } from '../../src/stores/sql/corpus/segment-file.ts';
import { openPooledSegments, openSegmentPool } from '../../src/stores/sql/corpus/segment-pool.ts';
import {
  connect,
  openPooledStore,
  openPostgresStore,
  type SessionPool,
} from '../../src/stores/sql/postgres.ts';
import type { OpenedStore } from '../../src/stores/sql/sqlite.ts';

/** A database on a server that tests may use; null where there is none, and PGlite takes its place. */
export const SERVER = process.env.TEST_DATABASE_URL || null;

/** Why a test that needs several connections is skipped without a server. */
export const WITHOUT_SERVER = 'needs a PostgreSQL server: set TEST_DATABASE_URL';

const made: string[] = [];

afterAll(async () => {
  if (made.length > 0) await onServer(...made.map((schema) => `drop schema if exists ${schema} cascade`));
  await (await lite)?.close();
}, 120_000);

/** An empty database for several processes: a schema of its own on the server, gone when the file's tests are over. */
export async function createPostgresUrl(): Promise<string> {
  const schema = `dossier_test_${randomBytes(6).toString('hex')}`;
  await onServer(`create schema ${schema}`);
  made.push(schema);
  const url = new URL(SERVER ?? '');
  url.searchParams.set('options', `-c search_path=${schema}`);
  url.searchParams.set('application_name', schema);
  return url.href;
}

/** Runs statements on the server, by a connection of its own; returns the rows of the last. */
export async function onServer(...statements: readonly string[]): Promise<readonly unknown[]> {
  return onDatabase(SERVER ?? '', ...statements);
}

/** The same in the database, or schema, of an address. */
export async function onDatabase(url: string, ...statements: readonly string[]): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: readonly unknown[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** An empty store on the server, or in PGlite, where one may be open at a time. */
export async function openPostgres(): Promise<OpenedStore> {
  return SERVER === null
    ? openPooledStore(await emptyPglite())
    : openPostgresStore(await createPostgresUrl());
}

/** An empty index on the server, or in a schema of PGlite. */
export async function openPostgresSegments(): Promise<SegmentDatabase> {
  if (SERVER !== null) return openSegmentPool(await createPostgresUrl());
  const pool = await createPostgresPool();
  return openPooledSegments(pool, pool);
}

/** A pool of an empty schema on the server, or in PGlite. */
export async function createPostgresPool(): Promise<SessionPool> {
  if (SERVER !== null) return connect(await createPostgresUrl());
  const [pool, schema] = [await anyPglite(), `index_${randomBytes(6).toString('hex')}`];
  const session = await pool.connect();
  await session.query(`create schema ${schema}`, []);
  session.release();
  return {
    ...pool,
    async connect() {
      const opened = await pool.connect();
      await opened.query(`set search_path to ${schema}`, []);
      return opened;
    },
  };
}

let lite: Promise<PGlite> | null = null;

async function emptyPglite(): Promise<SessionPool> {
  const pool = await anyPglite();
  await (await lite)?.exec('drop schema public cascade; create schema public');
  return pool;
}

let litePool: SessionPool | null = null;

async function anyPglite(): Promise<SessionPool> {
  lite ??= PGlite.create();
  litePool ??= pooled(await lite);
  return litePool;
}

/** A pool of the only session that PGlite has: who comes second waits. */
function pooled(database: PGlite): SessionPool {
  let free = Promise.resolve();
  return {
    async connect() {
      const before = free;
      let release = () => {};
      free = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      return { query: (text, parameters) => query(database, text, parameters), release };
    },
    end: async () => {},
  };
}

async function query(database: PGlite, text: string, parameters: unknown[]) {
  const { rows, affectedRows } = await database.query(text, parameters);
  const [command = ''] = text.toUpperCase().split(' ', 1);
  return { command, rowCount: affectedRows ?? 0, rows };
}
