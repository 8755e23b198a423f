import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from 'kysely';
import pg from 'pg';
import { UserError } from '../../core/text/user-error.ts';
import { MIGRATIONS, type Migration, migrate, schemaVersion, type Versioned } from './migrations.ts';
import type { Schema } from './schema.ts';
import type { OpenedStore } from './sqlite.ts';
import { createSqlStore } from './store.ts';

/** How long a server is waited for, in milliseconds. */
export interface ServerPatience {
  /** For a connection. */
  readonly connection: number;
  /** For a statement, and between two in a transaction: a paused process holds up no other. */
  readonly statement: number;
  /** Until a server that says nothing at all is given up. */
  readonly silence: number;
}

const CONNECTIONS = 10;
const PATIENCE: ServerPatience = { connection: 5_000, statement: 10_000, silence: 15_000 };
const INT8 = 20; // the type's oid; all our numbers of that type are exact as numbers
const MIGRATING = 1_146_049_362; // the advisory lock's key: any number that is the same in all processes

const POSTGRES: Versioned = {
  async isBegun(database) {
    const named = sql<{ there: boolean }>`select to_regclass('schema_version') is not null as there`;
    return (await named.execute(database)).rows[0]?.there === true;
  },
  async lock(transaction) {
    await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATING)})`.execute(transaction);
  },
};

/** A connection checked out of a pool. */
export interface Session {
  query(
    text: string,
    parameters: unknown[],
  ): Promise<{ command: string; rowCount: number | null; rows: unknown[] }>;
  /** Returns it to the pool; with `true` it is closed. */
  release(broken?: boolean): void;
}

/** A pool of connections. */
export interface SessionPool {
  connect(): Promise<Session>;
  end(): Promise<void>;
}

/**
 * Opens the store in a PostgreSQL database and migrates it. Several processes may do so at once. A database of a newer
 * Dossier is refused. Errors never contain the password.
 */
export async function openPostgresStore(
  url: string,
  steps: readonly Migration[] = MIGRATIONS,
): Promise<OpenedStore> {
  try {
    return await openPooledStore(connect(url), steps);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      `Cannot use the PostgreSQL database at ${hostOf(url)} (${reasonOf(cause)}). Check that it is running, and check DATABASE_URL (see .env.example).`,
      { code: 'no-store', cause },
    );
  }
}

/** The same over an existing pool. */
export async function openPooledStore(pool: SessionPool, steps = MIGRATIONS): Promise<OpenedStore> {
  let isOpen = false; // until then, whoever opens it explains errors
  const explain = (error: unknown) => (isOpen && isBroken(error) ? storeAway(error) : error);
  const database = new Kysely<Schema>({ dialect: dialectFor(pool, explain) });
  try {
    await migrate(database, POSTGRES, steps);
    if ((await schemaVersion(database, POSTGRES)) > steps.length) throw newer();
    isOpen = true;
    return { store: createSqlStore(database), notices: [] };
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/** Makes of an error the one that is thrown. */
type Explain = (error: unknown) => unknown;

/** Kysely's dialect for a pool. */
export function dialectFor(pool: SessionPool, explain: Explain = (error) => error): PostgresDialect {
  return new PostgresDialect({ pool: forKysely(pool, explain) });
}

/** Creates a pool of connections to a server, which opens them when they are needed. */
export function connect(connectionString: string, patience = PATIENCE): SessionPool {
  const pool = new pg.Pool({
    ...{ connectionString, fallback_application_name: 'dossier', max: CONNECTIONS, keepAlive: true },
    connectionTimeoutMillis: patience.connection,
    statement_timeout: patience.statement,
    idle_in_transaction_session_timeout: patience.statement,
    query_timeout: patience.silence,
    types: {
      getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)),
    },
  });
  // A connection that is lost fails the query that uses it; where none does, the next query gets another one.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function forKysely(pool: SessionPool, explain: Explain): PostgresPool {
  return {
    async connect() {
      const session = await pool.connect().catch((error: unknown) => {
        throw explain(error);
      });
      let broken = false;
      const query = (text: string, parameters: readonly unknown[]) =>
        session.query(text, parameters.map(withoutNul)).catch((error: unknown) => {
          broken ||= isBroken(error);
          throw explain(error);
        });
      return { query: query as PostgresPoolClient['query'], release: () => session.release(broken) };
    },
    end: () => pool.end(),
  };
}

/** PostgreSQL refuses text with NUL, which people may type. */
function withoutNul(parameter: unknown): unknown {
  return typeof parameter === 'string' ? parameter.replaceAll('\0', '\u{FFFD}') : parameter;
}

const SQLSTATE = /^[0-9A-Z]{5}$/;
const LOST = /^(?:08|57P|25006$)/; // the connection, the server that ends, one that is no longer the first of several

/** Whether a connection is unusable after an error: one that the server did not send, or that says so. */
function isBroken(error: unknown): boolean {
  const code = codeOf(error);
  return !SQLSTATE.test(code) || LOST.test(code);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** The only part of an address that can't contain a password, however it is written. */
function hostOf(url: string): string {
  return new URL(url).hostname || 'this machine';
}

function storeAway(cause: unknown): UserError {
  return new UserError('The database cannot be reached now. Try again in a moment.', {
    code: 'store-away',
    cause,
  });
}

function newer(): UserError {
  return new UserError(
    'The database in DATABASE_URL was written by a newer version of Dossier. Run that version, or restore a backup (docs/operating.md).',
    { code: 'newer-store' },
  );
}
