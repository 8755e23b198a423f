import type { Core } from '../bot/core.ts';
import type { ChannelAddress } from '../schedule/channel-address.ts';
import { formatAddress } from '../schedule/channel-address.ts';
import type { Edition } from '../schedule/edition.ts';
import type { Subscription } from '../schedule/subscription.ts';
import type { Posted } from './poster.ts';
import type { ClaimedEdition } from './posting.ts';

type Refused = Extract<Posted, { kind: 'refused' }>;

const PATIENCE = 3; // editions that a channel refuses, each on its day, before its digest is paused

/** Writes down that a channel does not take an edition; pauses the digest where that will not change, and tells its owner. */
export async function noteRefusal(claimed: ClaimedEdition, refused: Refused): Promise<Edition | null> {
  const { core, edition, record } = claimed;
  const reason = `${WHY[refused.why]} (${refused.detail.replace(/\.$/, '')})`;
  const failed = await record({ state: 'failed', reason, retryAt: null });
  if (!failed) return null;
  if (refused.why === 'invalid') {
    core.report(new Error(`A digest was not taken by ${formatAddress(edition.channel)}: ${refused.detail}`));
    return failed;
  }
  const subscription = await findSubscription(core, edition);
  if (!subscription || subscription.paused !== null) return failed;
  const isLast = refused.why === 'gone' || (await refusedInRow(core, edition)) >= PATIENCE;
  if (isLast) await pauseSubscription(core, subscription, WHY[refused.why]);
  await tellOwner(
    core,
    subscription,
    isLast
      ? `${reason}. It is paused; /digest resume ${subscription.number} in the channel goes on with it`
      : `${reason}. The next edition is tried all the same: ${CURE}`,
  );
  return failed;
}

const WHY: Readonly<Record<Refused['why'], string>> = {
  gone: 'the channel is no more',
  closed: 'Dossier may not post in the channel',
  invalid: 'the platform did not take the message',
};

const CURE = 'invite Dossier again, or let it post there';

/** The order that an edition belongs to; null where it was removed since. */
export async function findSubscription(
  { store }: Core,
  { channel, number }: { channel: ChannelAddress; number: number },
): Promise<Subscription | null> {
  const all = await store.subscriptions.list(channel);
  return all.find((each) => each.number === number) ?? null;
}

/** How many of the newest editions failed one after the other. */
async function refusedInRow({ store }: Core, { channel, number }: Edition): Promise<number> {
  const newest = await store.editions.list(channel, { number, limit: PATIENCE });
  const other = newest.findIndex(
    ({ state, reason }) => state !== 'failed' || !reason?.startsWith(WHY.closed),
  );
  return other === -1 ? newest.length : other;
}

/** Pauses a digest for a reason that its list shows. */
export async function pauseSubscription(
  core: Core,
  subscription: Subscription,
  reason: string,
): Promise<void> {
  await core.store.subscriptions.put({ ...subscription, paused: reason });
}

/** Tells whoever ordered a digest what became of it; where they can't be told, the operator. */
export async function tellOwner(core: Core, subscription: Subscription, what: string): Promise<void> {
  const { channel, number, topic, owner } = subscription;
  const text = `Digest ${number} (${topic}) in ${formatAddress(channel)}: ${what}.`;
  const poster = core.digests.posters.find(({ platform }) => platform === channel.platform);
  const isTold = owner !== '' && ((await poster?.tell(channel, owner, text)) ?? false);
  if (!isTold) core.report(new Error(text));
}
