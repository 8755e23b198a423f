import type { Transaction } from 'kysely';
import type { Plan } from '../../core/schedule/plan-editions.ts';
import type { Subscription } from '../../core/schedule/subscription.ts';
import { inChannel } from './conditions.ts';
import { newRow } from './edition-rows.ts';
import { instant } from './instant.ts';
import type { Schema } from './schema.ts';
import { byPlace } from './subscription-store.ts';

interface Planned {
  readonly subscription: Subscription;
  readonly plan: Plan;
}

/** Records plans, always in the same order, so that two processes don't deadlock. */
export async function recordPlans(
  transaction: Transaction<Schema>,
  plans: readonly Planned[],
  now: Date,
): Promise<void> {
  const inOrder = [...plans].sort((a, b) => byPlace(a.subscription, b.subscription));
  for (const { subscription, plan } of inOrder) {
    if (!(await moveOn(transaction, { subscription, plan }, now))) continue;
    await makeDue(transaction, { subscription, plan }, now);
    await noteSkipped(transaction, { subscription, plan }, now);
  }
}

/** Whether the subscription is still as it was when it was planned. Other planners wait from here on. */
async function moveOn(
  transaction: Transaction<Schema>,
  { subscription, plan }: Planned,
  now: Date,
): Promise<boolean> {
  const { channel, number, since, alert, next } = subscription;
  const update = transaction
    .updateTable('subscriptions')
    .set({ next: plan.next.valueOf(), planned: now.valueOf() })
    .where(inChannel(channel))
    .where('number', '=', number)
    .where('since', '=', since.valueOf())
    .where('paused', 'is', null);
  // Two plans of a digest are the same; those of an alert depend on what was posted before.
  const asSeen = alert === null ? update : update.where('next', next === null ? 'is' : '=', instant(next));
  return (await asSeen.executeTakeFirst()).numUpdatedRows > 0n;
}

async function makeDue(transaction: Transaction<Schema>, { subscription, plan }: Planned, now: Date) {
  for (const { slot, due } of plan.due) {
    await transaction
      .insertInto('editions')
      .values(newRow({ ...subscription, slot }, due, now))
      .onConflict((conflict) =>
        conflict
          .columns(['platform', 'workspace', 'channel', 'subscription', 'slot'])
          .doUpdateSet({ state: 'due', reason: null, late: 0, due: due.valueOf(), at: now.valueOf() })
          .where('editions.state', '=', 'skipped')
          .where('editions.late', '=', 1),
      )
      .execute();
  }
}

async function noteSkipped(transaction: Transaction<Schema>, { subscription, plan }: Planned, now: Date) {
  for (const { slot, due, late, reason } of plan.skipped) {
    const row = newRow({ ...subscription, slot }, due, now);
    await transaction
      .insertInto('editions')
      .values({ ...row, state: 'skipped', reason, late: late ? 1 : 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
