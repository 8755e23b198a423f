import type { Kysely, Transaction } from 'kysely';
import type { Outbox } from '../../core/delivery/outbox.ts';
import type { Edition, EditionKey } from '../../core/schedule/edition.ts';
import { canBeClaimed, claimableFrom, isOpen } from './claimable.ts';
import { onPlatforms } from './conditions.ts';
import { changedColumns, getEdition, isEdition } from './edition-rows.ts';
import { recordPlans } from './record-plans.ts';
import type { Schema } from './schema.ts';

/** Lets editions be planned, claimed and recorded in their rows. */
export function createOutbox(database: Kysely<Schema>): Outbox {
  const rows = () => database.selectFrom('editions');
  return {
    plan: (plans, now) =>
      database.transaction().execute((transaction) => recordPlans(transaction, plans, now)),
    async claimable({ platforms, limit, ...when }) {
      const keys = rows().select(['platform', 'workspace', 'channel', 'subscription', 'slot', 'due']);
      const ready = keys.where(onPlatforms(platforms)).where(canBeClaimed(when));
      const found = await ready.orderBy('due').orderBy('subscription').limit(limit).execute();
      return found.map(({ due: _, subscription: number, slot, ...channel }) => ({ channel, number, slot }));
    },
    async nextClaim(platforms) {
      const open = rows().where(onPlatforms(platforms)).where(isOpen);
      const next = open.select((row) => row.fn.min<number | null>(claimableFrom(row)).as('at'));
      const at = (await next.executeTakeFirst())?.at ?? null;
      return at === null ? null : new Date(at);
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
  return getEdition(transaction, key);
}
