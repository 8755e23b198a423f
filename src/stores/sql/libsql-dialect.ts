import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import type Database from 'libsql';
import { UserError } from '../../core/text/user-error.ts';

/** Kysely's dialect for libsql. */
export class LibsqlDialect extends SqliteDialect {
  readonly #file: Database.Database;

  constructor(file: Database.Database) {
    super({ database: file });
    this.#file = file;
  }

  override createDriver(): SqliteDriver {
    return new LibsqlDriver(this.#file);
  }
}

class LibsqlDriver extends SqliteDriver {
  readonly #file: Database.Database;

  constructor(file: Database.Database) {
    super({ database: file });
    this.#file = file;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return readingBytes(await super.acquireConnection(), this.#file);
  }

  /** Transactions take the write lock when they begin: one that asks for it later can fail for good. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite itself rolls back when the disk is full; a second rollback would hide that error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** libsql aborts the process on text that is not UTF-8, as in a damaged file, so text is read as bytes and decoded here. */
function readingBytes(connection: DatabaseConnection, file: Database.Database): DatabaseConnection {
  return {
    streamQuery: (query) => connection.streamQuery(query, 1),
    executeQuery: <Row>(query: CompiledQuery) => execute<Row>(query, connection, file).catch(rethrowReadably),
  };
}

async function execute<Row>(
  query: CompiledQuery,
  connection: DatabaseConnection,
  file: Database.Database,
): Promise<QueryResult<Row>> {
  const statement = file.prepare(query.sql);
  if (!statement.reader) return connection.executeQuery(query);
  const columns = statement.columns().map(({ name, type }) => ({ quoted: `"${name}"`, type }));
  const read = columns.map(({ quoted, type }) =>
    isText(type) ? `cast(${quoted} as blob) as ${quoted}` : quoted,
  );
  const bytes = file.prepare(`select ${read.join(', ')} from (${query.sql})`);
  return { rows: bytes.all(query.parameters).map(decodeRow) as Row[] };
}

function busy(cause: Error): UserError {
  return new UserError(
    'Another process has locked the database. Try again in a moment, or stop that process.',
    {
      code: 'store-busy',
      cause,
    },
  );
}

function rethrowReadably(cause: unknown): never {
  if (cause instanceof Error && /database is locked/.test(cause.message)) throw busy(cause);
  if (!(cause instanceof Error) || !/disk is full/.test(cause.message)) throw cause;
  throw new UserError(
    'The disk is full, so this could not be saved. Ask your administrator to free some space.',
    {
      code: 'disk-full',
      cause,
    },
  );
}

function isText(type: string | null): boolean {
  return type?.toLowerCase() === 'text';
}

const decoder = new TextDecoder();

/** Decodes bytes as UTF-8, with replacement characters for anything else. */
function decodeRow(row: unknown): Record<string, unknown> {
  const entries = Object.entries(row as Record<string, unknown>);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value instanceof ArrayBuffer ? decoder.decode(value) : value]),
  );
}
