import type { Subscription } from '../schedule/subscription.ts';

/** Where the editions of digests can be read as feeds. */
export interface DigestFeeds {
  /** The address of a digest's feed, which opens it for everyone who has it until the digest is removed; null if there is none. */
  addressOf(subscription: Subscription): string | null;
}

/** No feeds at all. */
export const NO_FEEDS: DigestFeeds = { addressOf: () => null };
