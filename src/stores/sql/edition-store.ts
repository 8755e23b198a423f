import type { Kysely } from 'kysely';
import type { EditionStore } from '../../core/delivery/edition-store.ts';
import { inChannel, onPlatforms } from './conditions.ts';
import { getEdition, newRow, toEdition } from './edition-rows.ts';
import type { Schema } from './schema.ts';

/** Stores the ledger of editions, one row each. */
export function createEditionStore(database: Kysely<Schema>): EditionStore {
  const rows = () => database.selectFrom('editions');
  return {
    get: (key) => getEdition(database, key),
    async list(channel, { number, states, limit }) {
      let query = rows().selectAll().where(inChannel(channel));
      if (number !== undefined) query = query.where('subscription', '=', number);
      if (states !== undefined)
        query = query.where((where) => where.or(states.map((state) => where('state', '=', state))));
      const latest = query.orderBy('due', 'desc').orderBy('subscription').orderBy('slot', 'desc');
      return (await latest.limit(limit).execute()).map(toEdition);
    },
    async count({ platforms, workspace, dueBefore }) {
      const everywhere = rows().where(onPlatforms(platforms));
      const wanted = workspace === undefined ? everywhere : everywhere.where('workspace', '=', workspace);
      const counted = wanted.select(({ fn }) => fn.countAll().as('count'));
      const late = counted.where('state', 'in', ['due', 'claimed', 'intent']);
      const [lateOnes, unknownOnes] = [
        await late.where('due', '<', dueBefore.valueOf()).executeTakeFirst(),
        await counted.where('state', '=', 'unknown').executeTakeFirst(),
      ];
      return { late: Number(lateOnes?.count ?? 0), unknown: Number(unknownOnes?.count ?? 0) };
    },
    async add(key, now) {
      const insert = database.insertInto('editions').values(newRow(key, now, now));
      const { numInsertedOrUpdatedRows } = await insert
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
  };
}
