import { formatAddress } from '../schedule/channel-address.ts';
import type { Subscription } from '../schedule/subscription.ts';
import type { DeliveryPorts } from './delivery-ports.ts';

/** Tells the owner of a digest what happened to it; if that is not possible, the operator. */
export async function notifyOwner(
  { posters, report }: Pick<DeliveryPorts, 'posters' | 'report'>,
  { channel, number, topic, owner }: Subscription,
  what: string,
): Promise<void> {
  const text = `Digest ${number} (${topic}) in ${formatAddress(channel)}: ${what}.`;
  const poster = posters.find(({ platform }) => platform === channel.platform);
  const isTold = owner !== '' && ((await poster?.tell(channel, owner, text)) ?? false);
  if (!isTold) report(new Error(text));
}

/** Pauses a digest for a reason that its list shows, and notifies its owner. */
export async function pauseForReason(
  ports: Pick<DeliveryPorts, 'subscriptions' | 'posters' | 'report'>,
  subscription: Subscription,
  reason: string,
): Promise<void> {
  await ports.subscriptions.put({ ...subscription, paused: reason });
  await notifyOwner(ports, subscription, `${reason}. The digest is paused`);
}
