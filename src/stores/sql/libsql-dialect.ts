import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import type Database from 'libsql';
import { UserError } from '../../core/text/user-error.ts';

const STATEMENTS = 50; // prepared ones that a connection keeps: preparing one takes longer than running most of them

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
  readonly #prepare: Prepare;

  constructor(file: Database.Database) {
    super({ database: file });
    this.#file = file;
    this.#prepare = keeping((text) => prepare(text, file));
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return readingBytes(await super.acquireConnection(), this.#prepare);
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
function readingBytes(connection: DatabaseConnection, prepared: Prepare): DatabaseConnection {
  return {
    streamQuery: (query) => connection.streamQuery(query, 1),
    executeQuery: async <Row>(query: CompiledQuery) => {
      try {
        return execute<Row>(query, prepared(query.sql));
      } catch (cause) {
        return rethrowReadably(cause);
      }
    },
  };
}

type Statement = ReturnType<Database.Database['prepare']>;

/** A statement, and which columns of its rows are text, as bytes. */
interface Prepared {
  readonly statement: Statement;
  readonly texts: readonly string[];
}

type Prepare = (text: string) => Prepared;

function prepare(text: string, file: Database.Database): Prepared {
  const statement = file.prepare(text);
  if (!statement.reader) return { statement, texts: [] };
  const columns = statement.columns();
  const texts = columns.filter(({ type }) => isText(type)).map(({ name }) => name);
  const read = columns.map(({ name }) =>
    texts.includes(name) ? `cast("${name}" as blob) as "${name}"` : `"${name}"`,
  );
  return { statement: file.prepare(`select ${read.join(', ')} from (${text})`), texts };
}

const ON_TABLES = /^\s*(?:create|alter|drop)\s/i;

/** Keeps the statements that were prepared last, as long as tables stay as they are: each has the columns of when it was prepared. */
function keeping(prepareNew: Prepare): Prepare {
  const known = new Map<string, Prepared>();
  return (text) => {
    if (ON_TABLES.test(text)) known.clear();
    const prepared = known.get(text) ?? prepareNew(text);
    known.delete(text);
    known.set(text, prepared);
    const [oldest] = known.keys();
    if (known.size > STATEMENTS && oldest !== undefined) known.delete(oldest);
    return prepared;
  };
}

function execute<Row>({ parameters }: CompiledQuery, { statement, texts }: Prepared): QueryResult<Row> {
  if (!statement.reader) {
    const { changes, lastInsertRowid } = statement.run(parameters);
    return { numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: [] };
  }
  const rows = statement.all(parameters) as Record<string, unknown>[];
  for (const row of rows) for (const name of texts) row[name] = decode(row[name]);
  return { rows: rows as Row[] };
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
function decode(value: unknown): unknown {
  return value instanceof ArrayBuffer ? decoder.decode(value) : value;
}
