import type { ChannelAddress } from '../schedule/channel-address.ts';
import type { Subscription, SubscriptionKey } from '../schedule/subscription.ts';

/** The subscriptions of channels. A channel reads and changes only its own; delivery reads all of them. */
export interface SubscriptionStore {
  /** Stores a new one under its channel's next number: one more than that of any subscription or edition there. */
  add(subscription: Omit<Subscription, 'number'>): Promise<Subscription>;
  /** A channel's subscriptions, ordered by number. */
  list(channel: ChannelAddress): Promise<readonly Subscription[]>;
  /** Replaces one; false if it no longer exists. */
  put(subscription: Subscription): Promise<boolean>;
  /** False if there was none. */
  remove(key: SubscriptionKey): Promise<boolean>;
  /** The subscriptions of these platforms, of one workspace if given. */
  all(of: { platforms: readonly string[]; workspace?: string }): Promise<readonly Subscription[]>;
  /** The active alerts of these platforms. */
  alerts(platforms: readonly string[]): Promise<readonly Subscription[]>;
  /**
   * The active digests of these platforms, no alerts, that must be planned: their `next` is null or has come, or they were
   * planned while the clock was ahead of `now`. Earliest `next` first.
   */
  toPlan(platforms: readonly string[], now: Date, limit: number): Promise<readonly Subscription[]>;
}

/** The subscription of an edition; null if it was removed. */
export async function findSubscription(
  subscriptions: Pick<SubscriptionStore, 'list'>,
  { channel, number }: SubscriptionKey,
): Promise<Subscription | null> {
  const here = await subscriptions.list(channel);
  return here.find((each) => each.number === number) ?? null;
}
