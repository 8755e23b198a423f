import { createHmac } from 'node:crypto';
import type { DigestFeeds } from '../../core/bot/digest-feeds.ts';
import { formatAddress, parseAddress } from '../../core/schedule/channel-address.ts';
import type { Subscription, SubscriptionKey } from '../../core/schedule/subscription.ts';
import { isEqual } from './page-links.ts';

/** Makes the addresses of feeds, and tells which digest one that comes back is for. */
export interface FeedLinks extends DigestFeeds {
  /** The digest that a name after `/digests/` means; null if it has no such form. It may be forged: `isOf` tells. */
  subjectOf(name: string): SubscriptionKey | null;
  /** Whether a name was made for this digest, and not for an earlier one of the same number. */
  isOf(name: string, subscription: Subscription): boolean;
}

const NAME = /^([A-Za-z0-9_-]{1,400})\.([A-Za-z0-9_-]{22})\.xml$/;
const SUBJECT = /^(.+) ([1-9]\d{0,6})$/s;
const SIGNATURE = 22; // base64url characters, 132 bits

/** Addresses at `base` that are signed for one digest; null: feeds are read nowhere. */
export function createFeedLinks({ base, secret }: { base: string | null; secret: string }): FeedLinks {
  const key = createHmac('sha256', secret).update('digest feeds').digest();
  const sign = (subject: string, ordered: Date) =>
    createHmac('sha256', key)
      .update(JSON.stringify([subject, ordered.valueOf()]))
      .digest('base64url')
      .slice(0, SIGNATURE);
  const nameOf = ({ channel, number, ordered }: Subscription) => {
    const subject = `${formatAddress(channel)} ${number}`;
    return `${Buffer.from(subject).toString('base64url')}.${sign(subject, ordered)}.xml`;
  };
  return {
    addressOf: (subscription) => (base === null ? null : `${base}/digests/${nameOf(subscription)}`),
    isOf: (name, subscription) => isEqual(name, nameOf(subscription)),
    subjectOf(name) {
      const [, subject = ''] = NAME.exec(name) ?? [];
      const [, address = '', number] = SUBJECT.exec(Buffer.from(subject, 'base64url').toString()) ?? [];
      const channel = parseAddress(address);
      return channel && { channel, number: Number(number) };
    },
  };
}
