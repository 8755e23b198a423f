import type { ExpressionBuilder, Kysely, Transaction } from 'kysely';
import type { EditionStore } from '../../core/delivery/edition-store.ts';
import type { Edition, EditionKey } from '../../core/schedule/edition.ts';
import { canBeClaimed, claimableFrom, isOpen } from './claimable.ts';
import { inChannel, onPlatforms } from './conditions.ts';
import { changedColumns, keyColumns, newRow, toEdition } from './edition-rows.ts';
import { recordPlans } from './record-plans.ts';
import type { Schema } from './schema.ts';

/** Stores the ledger of editions, one row each. */
export function createEditionStore(database: Kysely<Schema>): EditionStore {
  return { ...writes(database), ...reads(database) };
}

type Writing = 'plan' | 'add' | 'claim' | 'record' | 'endLeases';

function writes(database: Kysely<Schema>): Pick<EditionStore, Writing> {
  return {
    plan: (plans, now) =>
      database.transaction().execute((transaction) => recordPlans(transaction, plans, now)),
    async add(key, now) {
      const insert = database.insertInto('editions').values(newRow(key, now, now));
      const { numInsertedOrUpdatedRows } = await insert
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    claim: (key, options) =>
      database.transaction().execute((transaction) => claim(transaction, key, options)),
    async record({ fence, ...key }, progress, now) {
      const changed = { ...changedColumns(progress), at: now.valueOf() };
      const update = database.updateTable('editions').set(changed).where(isEdition(key));
      return (await update.where('fence', '=', fence).executeTakeFirst()).numUpdatedRows > 0n;
    },
    async endLeases() {
      const held = database.updateTable('editions').set({ lease: null }).where('lease', 'is not', null);
      await held.where('state', 'in', ['claimed', 'intent', 'unknown']).execute();
    },
  };
}

/** One statement decides who gets the claim; nobody else can change the row read after it. */
async function claim(
  transaction: Transaction<Schema>,
  key: EditionKey,
  { now, lease, longest }: { now: Date; lease: Date; longest: number },
): Promise<Edition | null> {
  const update = transaction.updateTable('editions').set((row) => ({
    fence: row('fence', '+', 1),
    state: row.case().when('state', '=', 'due').then('claimed').else(row.ref('state')).end(),
    ...{ lease: lease.valueOf(), at: now.valueOf() },
  }));
  const claimed = update.where(isEdition(key)).where(canBeClaimed({ now, longest }));
  if ((await claimed.executeTakeFirst()).numUpdatedRows === 0n) return null;
  return get(transaction, key);
}

function reads(database: Kysely<Schema>): Omit<EditionStore, Writing> {
  const rows = () => database.selectFrom('editions');
  return {
    async claimable({ platforms, limit, ...when }) {
      const keys = rows().select(['platform', 'workspace', 'channel', 'subscription', 'slot', 'due']);
      const ready = keys.where(onPlatforms(platforms)).where(canBeClaimed(when));
      const found = await ready.orderBy('due').orderBy('subscription').limit(limit).execute();
      return found.map(({ due: _, subscription: number, slot, ...channel }) => ({ channel, number, slot }));
    },
    get: (key) => get(database, key),
    async list(channel, { number, states, limit }) {
      let query = rows().selectAll().where(inChannel(channel));
      if (number !== undefined) query = query.where('subscription', '=', number);
      if (states !== undefined)
        query = query.where((where) => where.or(states.map((state) => where('state', '=', state))));
      const latest = query.orderBy('due', 'desc').orderBy('subscription').orderBy('slot', 'desc');
      return (await latest.limit(limit).execute()).map(toEdition);
    },
    async nextClaim(platforms) {
      const open = rows().where(onPlatforms(platforms)).where(isOpen);
      const next = open.select((row) => row.fn.min<number | null>(claimableFrom(row)).as('at'));
      const at = (await next.executeTakeFirst())?.at ?? null;
      return at === null ? null : new Date(at);
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
  };
}

async function get(database: Kysely<Schema>, key: EditionKey): Promise<Edition | null> {
  const query = database.selectFrom('editions').selectAll().where(isEdition(key));
  const row = await query.executeTakeFirst();
  return row ? toEdition(row) : null;
}

function isEdition(key: EditionKey) {
  return (where: ExpressionBuilder<Schema, 'editions'>) => where.and(keyColumns(key));
}
