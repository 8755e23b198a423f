import type { SubscriptionStore } from '../delivery/subscription-store.ts';
import type { Audience } from '../library/audience.ts';
import { formatAddress } from '../schedule/channel-address.ts';

/** The owner of the digests that a person has sent to addresses. */
export function senderOf(asker: Audience): string {
  return formatAddress({ ...asker, channel: asker.user });
}

/** Subscriptions of which those of a workspace include what a person of it has sent to addresses. */
export function withSent<Store extends Pick<SubscriptionStore, 'all'>>(
  subscriptions: Store,
  asker: Audience,
  platforms: readonly string[],
): Store {
  const sender = senderOf(asker);
  return {
    ...subscriptions,
    async all(of) {
      const found = await subscriptions.all(of);
      if (of.workspace === undefined) return found; // that is all there are
      const others = platforms.filter((each) => !of.platforms.includes(each));
      const sent = others.length === 0 ? [] : await subscriptions.all({ platforms: others });
      return [...found, ...sent.filter(({ owner }) => owner === sender)];
    },
  };
}
