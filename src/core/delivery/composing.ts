import { type Edition, isExtra, isOlder, LATEST } from '../schedule/edition.ts';
import { isQuiet } from '../schedule/quiet-hours.ts';
import type { Subscription } from '../schedule/subscription.ts';
import type { ComposedEdition } from './composer.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { pauseForReason } from './notify-owner.ts';
import { findSubscription } from './subscription-store.ts';

/** What composing an edition takes. */
export type ComposingPorts = Pick<
  DeliveryPorts,
  'editions' | 'subscriptions' | 'composer' | 'posters' | 'spell' | 'now' | 'report'
>;

/** It is no longer to be posted. */
interface Skipped {
  readonly kind: 'skipped';
  readonly reason: string;
}

/** Composes an edition as of now, unless it is no longer to be posted. */
export async function composeEdition(
  ports: ComposingPorts,
  edition: Edition,
): Promise<ComposedEdition | Skipped> {
  const subscription = await findSubscription(ports.subscriptions, edition);
  if (!subscription) return { kind: 'skipped', reason: 'the digest was removed' };
  const reason = isExtra(edition) ? null : await whySkipped(ports, edition, subscription);
  if (reason !== null) return { kind: 'skipped', reason };
  const composed = await ports.composer.compose(edition, subscription);
  if (composed.kind !== 'failed' || !composed.pauses || subscription.paused !== null) return composed;
  await pauseForReason(ports, subscription, composed.reason);
  return { ...composed, reason: `${composed.reason}; the digest is paused` };
}

const LATEST_EDITIONS = 5; // a later scheduled one is among them, even beside extra ones

/** Why an edition that had to wait is no longer posted; null if it is. */
async function whySkipped(
  { editions, now }: ComposingPorts,
  edition: Edition,
  { paused, alert, zone }: Subscription,
): Promise<string | null> {
  const { channel, number, due } = edition;
  if (paused !== null) return 'the digest was paused';
  // What may have been posted already stays in doubt until it was looked for.
  if (alert?.quiet && edition.intentAt === null && isQuiet(alert.quiet, now(), zone))
    return 'quiet hours began; it comes when they end';
  if (isOlder(edition, LATEST, now())) return 'more than 24 hours late';
  const latest = await editions.list(channel, { number, limit: LATEST_EDITIONS });
  const later = latest.find((other) => !isExtra(other) && other.due > due && other.due <= now());
  return later && later.state !== 'skipped' ? `superseded by the edition of ${later.slot}` : null;
}
