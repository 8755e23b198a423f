import type { ColumnDefinitionBuilder, CreateTableBuilder, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

type Columns = Readonly<Record<string, 'text' | 'integer' | 'bigint'>>;

const SOURCES: Columns = {
  ...{ id: 'text', collection: 'text', url: 'text', since: 'bigint' },
  ...{ platform: 'text', workspace: 'text', person: 'text' },
  ...{ title: 'text', full_text: 'text', keep: 'text', every: 'bigint' },
  ...{ address: 'text', etag: 'text', last_modified: 'text', feed_title: 'text', interval: 'bigint' },
  ...{
    looked_at: 'bigint',
    changed_at: 'bigint',
    failures: 'integer',
    failing_since: 'bigint',
    problem: 'text',
  },
  ...{ next: 'bigint', lease: 'bigint', fence: 'integer' },
};
const ITEMS: Columns = {
  ...{ source: 'text', key: 'text', file: 'text', hash: 'text', attempts: 'integer', gone_since: 'bigint' },
};
const REQUIRED: ReadonlySet<string> = new Set([
  ...['id', 'collection', 'url', 'since', 'platform', 'workspace', 'person', 'full_text', 'keep', 'address'],
  ...['failures', 'fence', 'source', 'key', 'hash', 'attempts'],
]);

/** Feeds that are followed, and the items that have come of them. */
export async function addSources({ schema }: Transaction<Schema>): Promise<void> {
  const create = (table: string, columns: Columns) =>
    Object.entries(columns).reduce(
      (builder, [name, type]) =>
        builder.addColumn(name, type, (column) => (REQUIRED.has(name) ? column.notNull() : column)),
      schema.createTable(table) as CreateTableBuilder<string, string>,
    );
  await create('sources', SOURCES).addPrimaryKeyConstraint('sources_key', ['id']).execute();
  await create('source_items', ITEMS)
    .addPrimaryKeyConstraint('source_items_key', ['source', 'key'])
    .execute();
  await schema.createIndex('sources_next').on('sources').column('next').execute();
}

const TABLES: Readonly<Record<'drafts' | 'changes', readonly string[]>> = {
  drafts: ['id', 'platform', 'workspace', 'person', 'content'],
  changes: ['platform', 'workspace', 'person', 'action', 'collection', 'what'],
};

/** Pages that are watched, what was shown and may be kept, and who added and removed what. */
export async function addAdditions({ schema }: Transaction<Schema>): Promise<void> {
  const isFeed = (column: ColumnDefinitionBuilder) => column.notNull().defaultTo('feed');
  await schema.alterTable('sources').addColumn('kind', 'text', isFeed).execute();
  for (const [table, texts] of Object.entries(TABLES)) {
    const made = texts.reduce(
      (builder, name) => builder.addColumn(name, 'text', (column) => column.notNull()),
      schema.createTable(table) as CreateTableBuilder<string, string>,
    );
    await made.addColumn('at', 'bigint', (column) => column.notNull()).execute();
  }
  await schema.createIndex('drafts_id').unique().on('drafts').column('id').execute();
  await schema.createIndex('changes_at').on('changes').column('at').execute();
}
