import { formatAddress } from '../schedule/channel-address.ts';
import type { Subscription, SubscriptionKey } from '../schedule/subscription.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { findSubscription } from './subscription-store.ts';

/** What telling the owner of a digest takes. */
export type NotifyPorts = Pick<DeliveryPorts, 'posters' | 'spell' | 'report'>;

/** Tells the owner of a digest what happened to it; if that is not possible, the operator. */
export async function notifyOwner(
  { posters, spell, report }: NotifyPorts,
  { channel, number, topic, owner }: Subscription,
  what: string,
): Promise<void> {
  const text = spell(channel.platform, `Digest ${number} (${topic}) in ${formatAddress(channel)}: ${what}.`);
  const poster = posters.find(({ platform }) => platform === channel.platform);
  const isTold = owner !== '' && ((await poster?.tell(channel, owner, text)) ?? false);
  if (!isTold) report(new Error(text));
}

/** Pauses a digest, as it is by now, for a reason that its list shows, and notifies its owner. */
export async function pauseForReason(
  ports: NotifyPorts & Pick<DeliveryPorts, 'subscriptions'>,
  key: SubscriptionKey,
  reason: string,
): Promise<void> {
  const subscription = await findSubscription(ports.subscriptions, key);
  if (!subscription || subscription.paused !== null) return;
  await ports.subscriptions.put({ ...subscription, paused: reason });
  await notifyOwner(ports, subscription, `${reason}. The digest is paused`);
}
