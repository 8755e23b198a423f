import { CompiledQuery, type Kysely, PostgresAdapter, sql } from 'kysely';
import type { SegmentSchema } from './segment-tables.ts';

const TOGETHER = 100; // rows of one statement
const COLUMNS = {
  corpus_postings: ['segment', 'term', 'passages', 'documents', 'texts', 'titles'],
  corpus_places: ['segment', 'first', 'id'],
} as const;

type Table = keyof typeof COLUMNS;

/** Inserts rows in one transaction, a hundred by each statement, whose text is made once. */
export async function insertRows<Name extends Table>(
  database: Kysely<SegmentSchema>,
  table: Name,
  rows: readonly SegmentSchema[Name][],
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    // What is written before a segment is live need not be durable before the change that makes it so.
    if (isServer(transaction)) await sql`set local synchronous_commit = off`.execute(transaction);
    for (let at = 0; at < rows.length; at += TOGETHER) {
      const some = rows.slice(at, at + TOGETHER);
      const columns: readonly string[] = COLUMNS[table];
      const values = some.flatMap((row) => columns.map((column) => row[column as keyof typeof row]));
      await transaction.executeQuery(CompiledQuery.raw(statementFor(database, table, some.length), values));
    }
  });
}

function isServer(database: Kysely<SegmentSchema>): boolean {
  return database.getExecutor().adapter instanceof PostgresAdapter;
}

const statements = new WeakMap<Kysely<SegmentSchema>, Map<string, string>>();

function statementFor(database: Kysely<SegmentSchema>, table: Table, rows: number): string {
  const known = statements.get(database) ?? new Map<string, string>();
  statements.set(database, known);
  const key = `${table} ${rows}`;
  const statement = known.get(key) ?? compile(database, table, rows);
  known.set(key, statement);
  return statement;
}

function compile(database: Kysely<SegmentSchema>, table: Table, rows: number): string {
  const row = Object.fromEntries(COLUMNS[table].map((column) => [column, 0]));
  const values = Array.from({ length: rows }, () => row);
  return database
    .insertInto(table)
    .values(values as never)
    .compile().sql;
}
