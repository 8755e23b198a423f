import type { EditionStore } from '../../src/core/delivery/edition-store.ts';
import type { Outbox } from '../../src/core/delivery/outbox.ts';
import type { SubscriptionStore } from '../../src/core/delivery/subscription-store.ts';
import type { ChannelAddress } from '../../src/core/schedule/channel-address.ts';
import type { Edition, EditionKey } from '../../src/core/schedule/edition.ts';
import type { Plan } from '../../src/core/schedule/plan-editions.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';

/** The stores that work together: a subscription's plans are editions. */
export interface Ledger {
  readonly editions: EditionStore;
  readonly outbox: Outbox;
  readonly subscriptions: SubscriptionStore;
}

/** The channel that tests are about. */
export const HERE: ChannelAddress = { platform: 'chat', workspace: 'W1', channel: 'C1' };

/** The same ids in another channel, in another workspace, and on another platform. */
export const ELSEWHERE: readonly ChannelAddress[] = [
  { ...HERE, channel: 'C2' },
  { ...HERE, workspace: 'W2' },
  { ...HERE, platform: 'talk' },
];

/** All platforms. */
export const PLATFORMS = ['chat', 'talk'];

/** So many minutes past eight in the morning. */
export const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 8, minute));

/** An hour: longer than every lease in these tests. */
export const LONGEST = 3_600_000;

/** A channel's subscription. */
export const SUBSCRIPTION = {
  ...{ channel: HERE, topic: 'ferry “fares” 🚢', at: '08:00', days: [1, 2, 3, 4, 5], zone: 'Europe/London' },
  ...{
    alert: null,
    filing: {},
    length: '1m',
    whenEmpty: 'skip',
    max: 6,
    owner: 'ada',
    ordered: at(-5),
    since: at(0),
    paused: null,
    next: null,
  },
} as const satisfies Omit<Subscription, 'number'>;

/** The key of a channel's edition. */
export const keyOf = (slot: string, channel = HERE, number = 1): EditionKey => ({ channel, number, slot });

/** A plan with one edition. */
export const planOf = (slot: string, of: Partial<Plan> = {}): Plan => ({
  due: [{ slot, due: at(0) }],
  skipped: [],
  next: at(60),
  ...of,
});

/** Makes an edition due through a plan of its subscription. */
export async function makeDue(
  { outbox, subscriptions }: Ledger,
  slot: string,
  channel = HERE,
  due = at(0),
): Promise<EditionKey> {
  const [there] = await subscriptions.list(channel);
  const subscription = there ?? (await subscriptions.add({ ...SUBSCRIPTION, channel }));
  await outbox.plan([{ subscription, plan: planOf(slot, { due: [{ slot, due }] }) }], at(0));
  return keyOf(slot, channel, subscription.number);
}

/** Claims an edition that can be claimed, for ten minutes. */
export async function claimed({ outbox }: Ledger, key: EditionKey, minute = 1): Promise<Edition> {
  const options = { now: at(minute), lease: at(minute + 10), longest: LONGEST };
  const edition = await outbox.claim(key, options);
  if (!edition) throw new Error(`Cannot be claimed: ${key.slot}`);
  return edition;
}
