import type { ChannelAddress } from '../schedule/channel-address.ts';
import type { Subscription, SubscriptionKey } from '../schedule/subscription.ts';

/** The standing orders of channels. Nothing is read or changed but by the channel, except by what runs them all. */
export interface SubscriptionStore {
  /** Keeps a new one under the next number of its channel: one more than any that a subscription or an edition there has. */
  add(subscription: Omit<Subscription, 'number'>): Promise<Subscription>;
  /** A channel's, by number. */
  list(channel: ChannelAddress): Promise<readonly Subscription[]>;
  /** Replaces one; false where it is no more. */
  put(subscription: Subscription): Promise<boolean>;
  /** False where there was none. */
  remove(key: SubscriptionKey): Promise<boolean>;
  /** Those of these platforms, for /status and at the start; of one workspace where it is named. */
  all(of: { platforms: readonly string[]; workspace?: string }): Promise<readonly Subscription[]>;
  /**
   * Those of these platforms that are on and to be planned: their `next` is null or has come, or they were
   * planned when the clock was ahead of `now`. Earliest `next` first.
   */
  toPlan(platforms: readonly string[], now: Date, limit: number): Promise<readonly Subscription[]>;
}
