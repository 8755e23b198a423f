import type { Kysely } from 'kysely';
import type { EventStore } from '../../core/bot/event-store.ts';
import type { StartStore } from '../../core/bot/start-store.ts';
import type { Schema } from './schema.ts';

/** Stores claimed events; the first row wins. */
export function createEventStore(database: Kysely<Schema>): EventStore {
  return {
    async claim({ platform, workspace }, event, at) {
      const row = { platform, workspace, event, at: at.valueOf() };
      const insert = database.insertInto('events').values(row);
      const { numInsertedOrUpdatedRows } = await insert
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
  };
}

/** Stores a row for every start. */
export function createStartStore(database: Kysely<Schema>): StartStore {
  return {
    async record(what, at) {
      await database.insertInto('starts').values({ what, at: at.valueOf() }).execute();
    },
    async count(what, since) {
      const rows = database.selectFrom('starts').select(({ fn }) => fn.countAll().as('count'));
      const counted = rows.where('what', '=', what).where('at', '>=', since.valueOf());
      return Number((await counted.executeTakeFirst())?.count ?? 0);
    },
  };
}
