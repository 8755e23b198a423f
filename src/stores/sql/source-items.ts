import type { Kysely } from 'kysely';
import type { SeenItem } from '../../core/collecting/source.ts';
import { instant, toDate } from './instant.ts';
import type { Schema } from './schema.ts';

/** The items of a source that were recorded. */
export async function listItems(database: Kysely<Schema>, source: string): Promise<SeenItem[]> {
  const rows = await database.selectFrom('source_items').selectAll().where('source', '=', source).execute();
  const items = rows.map(({ source: _, gone_since: gone, ...item }) => ({
    ...item,
    goneSince: toDate(gone),
  }));
  return items.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Records items, all or none. */
export function putItems(
  database: Kysely<Schema>,
  source: string,
  items: readonly SeenItem[],
): Promise<void> {
  return database.transaction().execute(async (transaction) => {
    for (const { key, file, hash, attempts, goneSince } of items) {
      const row = { file, hash, attempts, gone_since: instant(goneSince) };
      await transaction
        .insertInto('source_items')
        .values({ source, key, ...row })
        .onConflict((conflict) => conflict.columns(['source', 'key']).doUpdateSet(row))
        .execute();
    }
  });
}
