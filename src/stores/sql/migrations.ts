import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely, Transaction } from 'kysely';
import { markStoredUnanswered, renameLedgerColumns, renameStoredKeys } from './convert-stored.ts';
import type { Schema } from './schema.ts';
import { addAdditions, addSources } from './source-tables.ts';

/** One step from a version of the schema to the next. */
export type Migration = (database: Transaction<Schema>) => Promise<void>;

/** Step n brings version n to version n + 1. Released steps never change. */
export const MIGRATIONS: readonly Migration[] = [
  createTables,
  createLedger,
  useCodeNames,
  addBriefings,
  addAccessTokens,
  markUnanswered,
  addSources,
  addAlerts,
  addAdditions,
  addRevisions,
  addFiling,
  addWorded,
];

/** What migrating needs from each kind of database. */
export interface Versioned {
  /** Whether the table `schema_version` exists. */
  isBegun(database: Kysely<Schema>): Promise<boolean>;
  /** Makes other processes that migrate wait until the transaction ends. */
  lock(transaction: Transaction<Schema>): Promise<void>;
}

/** The schema version of a database, 0 if it is empty. */
export async function schemaVersion(database: Kysely<Schema>, { isBegun }: Versioned): Promise<number> {
  if (!(await isBegun(database))) return 0;
  const row = await database.selectFrom('schema_version').select('version').executeTakeFirst();
  return row?.version ?? 0;
}

/** Migrates a database to the latest version, all or nothing. A second process finds it done. */
export async function migrate(
  database: Kysely<Schema>,
  versioned: Versioned,
  steps = MIGRATIONS,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await versioned.lock(transaction);
    const version = await schemaVersion(transaction, versioned);
    if (version >= steps.length) return;
    for (const step of steps.slice(version)) await step(transaction);
    await transaction.deleteFrom('schema_version').execute();
    await transaction.insertInto('schema_version').values({ version: steps.length }).execute();
  });
}

/** The code renamed some columns and stored keys; the database follows. */
async function useCodeNames(transaction: Transaction<Schema>): Promise<void> {
  await renameLedgerColumns(transaction);
  await renameStoredKeys(transaction);
}

/** When channels were last briefed, so that they can be told what is new since. */
async function addBriefings({ schema }: Transaction<Schema>): Promise<void> {
  const key = ['platform', 'workspace', 'channel', 'person', 'topic'];
  const made = key.reduce(
    (builder, column) => builder.addColumn(column, 'text', required),
    schema.createTable('briefings') as CreateTableBuilder<string, string>,
  );
  await made
    .addColumn('at', 'bigint', required)
    .addColumn('briefing', 'text', required)
    .addPrimaryKeyConstraint('briefings_key', key)
    .execute();
}

/** Tokens with which programs ask. */
async function addAccessTokens({ schema }: Transaction<Schema>): Promise<void> {
  const texts = ['hash', 'platform', 'workspace', 'channel'];
  const made = texts.reduce(
    (builder, column) => builder.addColumn(column, 'text', required),
    schema.createTable('access_tokens').addColumn('name', 'text', required) as CreateTableBuilder<
      string,
      string
    >,
  );
  await made
    .addColumn('at', 'bigint', required)
    .addColumn('expires', 'bigint', optional)
    .addPrimaryKeyConstraint('access_tokens_key', ['name'])
    .execute();
  await schema.createIndex('access_tokens_hash').unique().on('access_tokens').column('hash').execute();
}

/** Questions that found nothing, so that managers can be told of them without reading every answer. */
async function markUnanswered(transaction: Transaction<Schema>): Promise<void> {
  const { schema } = transaction;
  const column = (made: ColumnDefinitionBuilder) => made.notNull().defaultTo(0);
  await schema.alterTable('answers').addColumn('unanswered', 'integer', column).execute();
  await markStoredUnanswered(transaction);
  const index = schema.createIndex('answers_unanswered').on('answers');
  await index.columns([...PLACE, 'unanswered', 'at']).execute();
}

/** Digests that are posted as soon as something comes, and when each digest was ordered. */
async function addAlerts(transaction: Transaction<Schema>): Promise<void> {
  const { schema } = transaction;
  const moment = (made: ColumnDefinitionBuilder) => made.notNull().defaultTo(0);
  await schema.alterTable('subscriptions').addColumn('alert', 'text', optional).execute();
  await schema.alterTable('subscriptions').addColumn('ordered', 'bigint', moment).execute();
  await transaction
    .updateTable('subscriptions')
    .set(({ ref }) => ({ ordered: ref('since') }))
    .execute();
}

/** What new versions of documents changed, so that news of them can be told with the wording before. */
async function addRevisions({ schema }: Transaction<Schema>): Promise<void> {
  const made = ['document', 'before', 'now', 'content'].reduce(
    (builder, column) => builder.addColumn(column, 'text', required),
    schema.createTable('revisions') as CreateTableBuilder<string, string>,
  );
  await made
    .addColumn('at', 'bigint', required)
    .addColumn('format', 'integer', required)
    .addPrimaryKeyConstraint('revisions_key', ['document', 'before', 'now'])
    .execute();
}

/** What digests keep to. */
async function addFiling({ schema }: Transaction<Schema>): Promise<void> {
  for (const column of ['tags', 'grade'])
    await schema.alterTable('subscriptions').addColumn(column, 'text', optional).execute();
}

/** The documents whose words an answer holds, so that finding those of documents that are gone needs no answer. */
async function addWorded({ schema }: Transaction<Schema>): Promise<void> {
  await schema.alterTable('answers').addColumn('worded', 'text', optional).execute();
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

/** The ledger of digests. Its columns are plain, so it can be read without Dossier. */
async function createLedger({ schema }: Transaction<Schema>): Promise<void> {
  const channel = ['platform', 'workspace', 'channel'];
  for (const { table, key, columns } of LEDGER) {
    const made = Object.entries(columns).reduce(
      (builder, [name, type]) => builder.addColumn(name, type, NULLABLE.has(name) ? optional : required),
      schema.createTable(table) as CreateTableBuilder<string, string>,
    );
    await made.addPrimaryKeyConstraint(`${table}_key`, [...channel, ...key]).execute();
  }
  await schema.createIndex('subscriptions_next').on('subscriptions').column('next').execute();
  await schema.createIndex('subscriptions_planned').on('subscriptions').column('planned').execute();
  await schema.createIndex('editions_state').on('editions').columns(['state', 'due']).execute();
}

interface LedgerTable {
  readonly table: string;
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, 'text' | 'integer' | 'bigint'>>;
}

const LEDGER: readonly LedgerTable[] = [
  {
    table: 'subscriptions',
    key: ['number'],
    columns: {
      ...{ platform: 'text', workspace: 'text', channel: 'text', number: 'integer' },
      ...{ topic: 'text', at: 'text', days: 'text', zone: 'text', length: 'text', when_empty: 'text' },
      ...{ max_points: 'integer', owner: 'text', since: 'bigint', paused: 'text' },
      ...{ next: 'bigint', planned: 'bigint' },
    },
  },
  {
    table: 'editions',
    key: ['subscription', 'slot'],
    columns: {
      ...{ platform: 'text', workspace: 'text', channel: 'text', subscription: 'integer', slot: 'text' },
      ...{ due: 'bigint', state: 'text', reason: 'text', late: 'integer', fence: 'integer', lease: 'bigint' },
      ...{ retry_at: 'bigint', intent_at: 'bigint', looks: 'integer', tries: 'integer', ref: 'text' },
      ...{ covered: 'bigint', content: 'text', at: 'bigint' },
    },
  },
];

const NULLABLE: ReadonlySet<string> = new Set([
  ...['paused', 'next', 'planned'],
  ...['reason', 'lease', 'retry_at', 'intent_at', 'ref', 'covered', 'content'],
]);

const PLACE = ['platform', 'workspace'] as const;

// Per workspace; rows of a table without a key are only ever added.
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

function optional(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column;
}
