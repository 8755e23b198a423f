import type { Core } from '../core.ts';
import type { Plan } from '../store.ts';
import { planEditions } from './due.ts';
import { UnknownZoneError } from './local-time.ts';
import { pauseSubscription, tellOwner } from './refusals.ts';
import type { Subscription } from './subscription.ts';

const BATCH = 500; // subscriptions looked up at once

/** Notes in the ledger which editions of these platforms are due by now, and which are too late. */
export async function planAll(core: Core, platforms: readonly string[]): Promise<void> {
  const { store, now } = core;
  for (;;) {
    const at = now();
    const found = await store.subscriptions.toPlan(platforms, at, BATCH);
    const plans = await Promise.all(found.map((subscription) => plan(core, subscription, at)));
    await store.editions.plan(
      plans.flatMap((each) => each ?? []),
      at,
    );
    if (found.length < BATCH) return;
  }
}

interface Planned {
  readonly subscription: Subscription;
  readonly plan: Plan;
}

/** A zone may be gone from the system's data: the digest is paused, and no other waits for it. */
async function plan(core: Core, subscription: Subscription, now: Date): Promise<Planned | null> {
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
