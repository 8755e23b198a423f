import type { Kysely } from 'kysely';
import type { ChangeStore, RecordedChange } from '../../core/collecting/change-store.ts';
import type { CollectionId } from '../../core/library/documents/document.ts';
import type { Schema } from './schema.ts';

/** Stores who added and removed what, one row each. */
export function createChangeStore(database: Kysely<Schema>): ChangeStore {
  return {
    async record({ at, by: { user: person, ...place }, ...change }) {
      const { platform, workspace } = place;
      const row = { ...change, platform, workspace, person, at: at.valueOf() };
      await database.insertInto('changes').values(row).execute();
    },
    async list({ collections, limit }) {
      if (collections.length === 0) return [];
      const query = database.selectFrom('changes').selectAll().where('collection', 'in', collections);
      const rows = await query.orderBy('at', 'desc').limit(limit).execute();
      return rows.map(({ platform, workspace, person, at, action, collection, what }) => ({
        by: { platform, workspace, user: person },
        at: new Date(at),
        action: action as RecordedChange['action'],
        collection: collection as CollectionId,
        what,
      }));
    },
  };
}
