import type { Core } from '../bot/core.ts';
import type { Plan } from '../schedule/due.ts';
import { planEditions } from '../schedule/due.ts';
import { UnknownZoneError } from '../schedule/local-time.ts';
import type { Subscription } from '../schedule/subscription.ts';
import { yieldToEvents } from '../text/yield-to-events.ts';
import { pauseSubscription, tellOwner } from './refusals.ts';

const BATCH = 50; // subscriptions planned at once, in some 50 milliseconds

/** Notes in the ledger which editions of these platforms are due by now, and which are too late. */
export async function planDue(core: Core, platforms: readonly string[]): Promise<void> {
  const { store, now } = core;
  for (;;) {
    const at = now();
    const found = await store.subscriptions.toPlan(platforms, at, BATCH);
    await planBatch(core, found, at);
    if (found.length < BATCH) return;
    await yieldToEvents();
  }
}

/** Plans all of them: since they were planned last, the rules of a time zone may have changed. */
export async function planAnew(core: Core, platforms: readonly string[]): Promise<void> {
  const all = await core.store.subscriptions.all({ platforms });
  const on = all.filter(({ paused }) => paused === null);
  for (let from = 0; from < on.length; from += BATCH) {
    await planBatch(core, on.slice(from, from + BATCH), core.now());
    await yieldToEvents();
  }
}

async function planBatch(core: Core, batch: readonly Subscription[], now: Date): Promise<void> {
  const plans = await Promise.all(batch.map((subscription) => plan(core, subscription, now)));
  const made = plans.flatMap((each) => each ?? []);
  if (made.length > 0) await core.store.editions.plan(made, now);
}

interface Planned {
  readonly subscription: Subscription;
  readonly plan: Plan;
}

/** A zone may be gone from the system's data: the digest is paused, and no other waits for it. */
async function plan(core: Core, ordered: Subscription, now: Date): Promise<Planned | null> {
  const subscription = await orderedByNow(core, ordered, now);
  try {
    return { subscription, plan: planEditions(subscription, now) };
  } catch (cause) {
    if (!(cause instanceof UnknownZoneError)) throw cause;
    const reason = `the time zone ${subscription.zone} is not known here`;
    await pauseSubscription(core, subscription, reason);
    await tellOwner(core, subscription, `${reason}. It is paused`);
    return null;
  }
}

/** What was ordered while the clock was ahead counts from now on; else nothing would be due until then. */
async function orderedByNow({ store }: Core, ordered: Subscription, now: Date): Promise<Subscription> {
  if (ordered.since <= now) return ordered;
  const subscription = { ...ordered, since: now };
  await store.subscriptions.put(subscription);
  return subscription;
}
