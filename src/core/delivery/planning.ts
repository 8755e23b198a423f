import { UnknownZoneError } from '../schedule/local-time.ts';
import { type Plan, planEditions } from '../schedule/plan-editions.ts';
import type { Subscription } from '../schedule/subscription.ts';
import { yieldToEvents } from '../text/yield-to-events.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { pauseForReason } from './notify-owner.ts';

type Ports = Pick<DeliveryPorts, 'outbox' | 'subscriptions' | 'posters' | 'spell' | 'now' | 'report'>;

const BATCH = 50; // subscriptions planned at once, in some 50 milliseconds

/** Stores which editions of these platforms are due by now, and which are too late. */
export async function planDue(ports: Ports, platforms: readonly string[]): Promise<void> {
  for (;;) {
    const now = ports.now();
    const found = await ports.subscriptions.toPlan(platforms, now, BATCH);
    await planBatch(ports, found, now);
    if (found.length < BATCH) return;
    await yieldToEvents();
  }
}

/** Plans all active subscriptions: the rules of a time zone may have changed since they were planned. */
export async function planAll(ports: Ports, platforms: readonly string[]): Promise<void> {
  const all = await ports.subscriptions.all({ platforms });
  const active = all.filter(({ paused, alert }) => paused === null && alert === null);
  for (let from = 0; from < active.length; from += BATCH) {
    await planBatch(ports, active.slice(from, from + BATCH), ports.now());
    await yieldToEvents();
  }
}

async function planBatch(ports: Ports, batch: readonly Subscription[], now: Date): Promise<void> {
  const plans = await Promise.all(batch.map((subscription) => plan(ports, subscription, now)));
  const made = plans.flatMap((each) => each ?? []);
  if (made.length > 0) await ports.outbox.plan(made, now);
}

interface Planned {
  readonly subscription: Subscription;
  readonly plan: Plan;
}

async function plan(ports: Ports, scheduled: Subscription, now: Date): Promise<Planned | null> {
  const subscription = await notInFuture(ports, scheduled, now);
  const plan = await orPaused(ports, subscription, () => planEditions(subscription, now));
  return plan && { subscription, plan };
}

/** If the system's data no longer contains its zone, a digest is paused, and delays no other. */
export async function orPaused<T>(
  ports: Pick<Ports, 'subscriptions' | 'posters' | 'spell' | 'report'>,
  subscription: Subscription,
  plan: () => T,
): Promise<T | null> {
  try {
    return plan();
  } catch (cause) {
    if (!(cause instanceof UnknownZoneError)) throw cause;
    await pauseForReason(ports, subscription, `the time zone ${subscription.zone} is unknown`);
    return null;
  }
}

/** A digest scheduled while the clock was ahead counts from now on; otherwise nothing would be due until then. */
export async function notInFuture(
  { subscriptions }: Pick<Ports, 'subscriptions'>,
  scheduled: Subscription,
  now: Date,
): Promise<Subscription> {
  if (scheduled.since <= now) return scheduled;
  const subscription = { ...scheduled, since: now };
  await subscriptions.put(subscription);
  return subscription;
}
