import { alertOpensAt, planAlert } from '../schedule/plan-alert.ts';
import { isQuiet } from '../schedule/quiet-hours.ts';
import type { Subscription } from '../schedule/subscription.ts';
import { yieldToEvents } from '../text/yield-to-events.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { notInFuture, orPaused } from './planning.ts';

type Ports = Pick<
  DeliveryPorts,
  'outbox' | 'subscriptions' | 'editions' | 'composer' | 'posters' | 'spell' | 'now' | 'report'
>;

const A_DAY = 150; // editions looked at: more than an alert has in a day

/** Stores an edition of each alert of these platforms for which something has come, if it may post now. */
export async function planAlerts(ports: Ports, platforms: readonly string[]): Promise<void> {
  for (const alert of await ports.subscriptions.alerts(platforms)) {
    await plan(ports, alert).catch((cause) =>
      ports.report(new Error('Could not look for what an alert waits for; retrying in a minute.', { cause })),
    );
    await yieldToEvents();
  }
}

/** Whatever else is planned in between makes the plan void, so an alert never has two open editions. */
async function plan(ports: Ports, scheduled: Subscription): Promise<void> {
  const { editions, composer, outbox } = ports;
  const subscription = await notInFuture(ports, scheduled, ports.now());
  const { channel, number, alert, zone } = subscription;
  const isAsleep = () => (alert?.quiet ? isQuiet(alert.quiet, ports.now(), zone) : false);
  if ((await orPaused(ports, subscription, isAsleep)) !== false) return;
  const match = await composer.waiting(subscription);
  if (match === null) return;
  const now = ports.now();
  const latest = await editions.list(channel, { number, limit: A_DAY });
  const opens = alertOpensAt(latest, now);
  if (opens === null || opens > now) return;
  await outbox.plan([{ subscription, plan: planAlert(latest, match, now) }], now);
}
