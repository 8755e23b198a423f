import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** One step from a version of the schema to the next. */
export type Migration = (database: Transaction<Schema>) => Promise<void>;

/** Step n brings version n to version n + 1. Steps that were released are never changed. */
export const MIGRATIONS: readonly Migration[] = [createTables];

/** The version of a database, 0 when it is empty. */
export async function schemaVersion(database: Kysely<Schema>): Promise<number> {
  const tables = await database.introspection.getTables();
  if (!tables.some(({ name }) => name === 'schema_version')) return 0;
  const row = await database.selectFrom('schema_version').select('version').executeTakeFirst();
  return row?.version ?? 0;
}

/** Brings a database up to date, all or nothing. Whoever comes second finds it done. */
export async function migrate(database: Kysely<Schema>, steps = MIGRATIONS): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const step of steps.slice(await schemaVersion(transaction))) await step(transaction);
    await transaction.deleteFrom('schema_version').execute();
    await transaction.insertInto('schema_version').values({ version: steps.length }).execute();
  });
}

async function createTables({ schema }: Transaction<Schema>): Promise<void> {
  await schema.createTable('schema_version').addColumn('version', 'integer', required).execute();
  const documents = schema.createTable('documents').addColumn('id', 'text', required);
  await documents
    .addColumn('sha256', 'text', required)
    .addColumn('first_seen', 'bigint', required)
    .addPrimaryKeyConstraint('documents_key', ['id', 'sha256'])
    .execute();
  const starts = schema.createTable('starts').addColumn('what', 'text', required);
  await starts.addColumn('at', 'bigint', required).execute();
  for (const { table, texts, key } of PEOPLE) {
    const placed = ['platform', 'workspace', ...texts].reduce(
      (builder, column) => builder.addColumn(column, 'text', required),
      schema.createTable(table).addColumn('at', 'bigint', required) as CreateTableBuilder<string, string>,
    );
    const keyed =
      key.length === 0 ? placed : placed.addPrimaryKeyConstraint(`${table}_key`, [...PLACE, ...key]);
    await keyed.execute();
  }
  const newest = schema.createIndex('answers_newest').on('answers');
  await newest.columns([...PLACE, 'conversation', 'at']).execute();
}

const PLACE = ['platform', 'workspace'] as const;

// What people do, each in its place; rows without a key are only ever added.
const PEOPLE = [
  { table: 'conversations', texts: ['id', 'channel', 'state'], key: ['id'] },
  { table: 'participants', texts: ['conversation', 'person'], key: ['conversation', 'person'] },
  { table: 'answers', texts: ['id', 'conversation', 'channel', 'person', 'answer'], key: ['id'] },
  { table: 'topics', texts: ['name', 'person', 'topic'], key: ['name'] },
  { table: 'events', texts: ['event'], key: ['event'] },
  { table: 'feedback', texts: ['channel', 'person', 'feedback'], key: [] },
] as const;

function required(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull();
}
