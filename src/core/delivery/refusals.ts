import { formatAddress } from '../schedule/channel-address.ts';
import type { Edition } from '../schedule/edition.ts';
import { hint } from '../text/hint.ts';
import type { ClaimedEdition } from './claimed-edition.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { type NotifyPorts, notifyOwner } from './notify-owner.ts';
import type { Posted } from './poster.ts';
import { findSubscription } from './subscription-store.ts';

/** What recording a refusal takes. */
export type RefusalPorts = NotifyPorts & Pick<DeliveryPorts, 'editions' | 'subscriptions'>;

type Refused = Extract<Posted, { kind: 'refused' }>;

const PATIENCE = 3; // editions in a row that a channel refuses before its digest is paused
const CURE = 'invite Dossier again or allow it to post there';
const WHY: Readonly<Record<Refused['why'], string>> = {
  gone: 'the channel no longer exists',
  closed: 'Dossier cannot post in the channel',
  invalid: 'the platform rejected the message',
};

/** Records that a channel refuses an edition; notifies the digest's owner, and pauses it if the channel will not accept a later one. */
export async function recordRefusal(
  ports: RefusalPorts,
  { edition, record }: ClaimedEdition,
  refused: Refused,
): Promise<Edition | null> {
  const reason = `${WHY[refused.why]} (${refused.detail.replace(/\.$/, '')})`;
  const failed = await record({ state: 'failed', reason, retryAt: null });
  if (!failed) return null;
  if (refused.why === 'invalid') {
    const channel = formatAddress(edition.channel);
    const { detail, cause } = refused;
    ports.report(new Error(`Could not post a digest to ${channel}: ${detail}`, { cause }));
    return failed;
  }
  await pauseOrWarn(ports, edition, { why: refused.why, reason });
  return failed;
}

async function pauseOrWarn(
  ports: RefusalPorts,
  edition: Edition,
  { why, reason }: { why: Refused['why']; reason: string },
): Promise<void> {
  const subscription = await findSubscription(ports.subscriptions, edition);
  if (!subscription || subscription.paused !== null) return;
  const isLast = why === 'gone' || (await refusedInRow(ports, edition)) >= PATIENCE;
  if (isLast) await ports.subscriptions.put({ ...subscription, paused: WHY[why] });
  const next = isLast
    ? `The digest is paused; resume it with ${hint('digest', { action: 'resume', number: String(subscription.number) })} in the channel`
    : `To get the next edition, ${CURE}`;
  await notifyOwner(ports, subscription, `${reason}. ${next}`);
}

/** How many of the latest editions a channel refused one after the other. */
async function refusedInRow({ editions }: RefusalPorts, { channel, number }: Edition): Promise<number> {
  const latest = await editions.list(channel, { number, limit: PATIENCE });
  const other = latest.findIndex(
    ({ state, reason }) => state !== 'failed' || !reason?.startsWith(WHY.closed),
  );
  return other === -1 ? latest.length : other;
}
