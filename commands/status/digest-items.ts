import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { comingSlots } from '../../src/core/delivery/coming-slots.ts';
import type { Delivery } from '../../src/core/delivery/delivery.ts';
import type { EditionStore } from '../../src/core/delivery/edition-store.ts';
import type { SubscriptionStore } from '../../src/core/delivery/subscription-store.ts';
import { topicNamed } from '../../src/core/library/topics/find-topic.ts';
import type { Topic } from '../../src/core/library/topics/topic.ts';
import type { TopicCatalog } from '../../src/core/library/topics/topic-catalog.ts';
import { toItem } from '../../src/core/replies/compose-reply.ts';
import type { Item } from '../../src/core/replies/reply.ts';
import { formatAddress } from '../../src/core/schedule/channel-address.ts';
import { formatLocal, formatSchedule } from '../../src/core/schedule/schedule.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { channelHint, hint } from '../../src/core/text/hint.ts';

/** What `/status` asks about digests. */
export interface DigestStatusPorts {
  readonly subscriptions: Pick<SubscriptionStore, 'all' | 'list'>;
  readonly editions: Pick<EditionStore, 'list' | 'count'>;
  readonly delivery: Pick<Delivery, 'isStopped'>;
  readonly topics: Pick<TopicCatalog, 'list'>;
  /** All platforms on which digests can be scheduled, whichever process posts them. */
  readonly platforms: readonly string[];
}

const MAX_NEXT = 5; // digests named
const LATE = 120_000; // milliseconds after which an edition that was not posted is late
const MOST_LOOKED_AT = 200; // digests whose next edition is computed

/** The digests of this channel; for the operator, those of all channels. */
export async function digestItems(ports: DigestStatusPorts, context: RequestContext): Promise<Item[]> {
  const found = await visibleSubscriptions(ports, context).catch(() => []);
  if (found.length === 0) return [];
  const active = found.filter(({ paused }) => paused === null);
  const paused = found.length - active.length;
  const count = toItem('digests', `${active.length} active${paused > 0 ? `, ${paused} paused` : ''}`);
  return [count, ...(await nextItems(ports, context, active)), ...alertItems(context, active)];
}

/** The subscriptions of this channel, or those everywhere in its workspace; for the operator, always those of all channels. */
export async function visibleSubscriptions(
  { subscriptions, platforms }: Pick<DigestStatusPorts, 'subscriptions' | 'platforms'>,
  context: RequestContext,
  where: 'here' | 'everywhere' = 'here',
): Promise<readonly Subscription[]> {
  if (isOperator(context)) return subscriptions.all({ platforms });
  const { audience } = context;
  if (where === 'here') return subscriptions.list(audience);
  return subscriptions.all({ platforms: [audience.platform], workspace: audience.workspace });
}

/** Whoever uses this machine may see the digests of all channels. */
export function isOperator({ audience, manager }: RequestContext): boolean {
  return manager && audience.local;
}

async function nextItems(
  { editions }: DigestStatusPorts,
  context: RequestContext,
  active: readonly Subscription[],
): Promise<Item[]> {
  const { at } = context;
  const coming = active.slice(0, MOST_LOOKED_AT).map(async (each) => {
    const slots = await comingSlots(editions, each, { after: at });
    return slots.map(({ due }) => ({ ...each, due }));
  });
  const next = (await Promise.all(coming)).flat().sort((a, b) => a.due.valueOf() - b.due.valueOf());
  return next.slice(0, MAX_NEXT).map((each) => {
    const { number, topic, due, zone } = each;
    const when = `${formatLocal(due, zone, at)} ${zone}`;
    return toItem('next digest', `${when}, number ${number} on ${topic}${whereOf(each, context)}`);
  });
}

function alertItems(context: RequestContext, active: readonly Subscription[]): Item[] {
  const alerts = active.filter(({ alert }) => alert !== null);
  const named = alerts
    .slice(0, MAX_NEXT)
    .map((each) =>
      toItem(
        'alert',
        `number ${each.number} on ${each.topic}${whereOf(each, context)}: ${formatSchedule(each)}`,
      ),
    );
  const more = alerts.length - named.length;
  return more > 0 ? [...named, toItem('alert', `${more} more`)] : named;
}

/** The operator sees the digests of all channels. */
function whereOf({ channel }: Subscription, context: RequestContext): string {
  return isOperator(context) ? ` in ${formatAddress(channel)}` : '';
}

/** For managers: the digests of their workspace elsewhere; only counted where they may not read the topic. */
export async function elsewhereItems(
  { subscriptions, topics }: DigestStatusPorts,
  { audience }: RequestContext,
): Promise<Item[]> {
  const { local, platform, workspace, channel: here } = audience;
  if (local) return []; // they are listed
  const all = await subscriptions.all({ platforms: [platform], workspace });
  const elsewhere = all.filter(({ channel, paused }) => paused === null && channel.channel !== here);
  if (elsewhere.length === 0) return [];
  const readable = await topics.list(audience);
  const known = elsewhere.filter(({ topic }) => topicNamed(topic, readable)).slice(0, MAX_ELSEWHERE);
  const more = elsewhere.length - known.length;
  return [
    ...known.map((each) => toItem(ELSEWHERE, inItsChannel(each, readable))),
    ...(more > 0 ? [toItem(ELSEWHERE, known.length > 0 ? `${more} more` : `${more} active`)] : []),
  ];
}

const MAX_ELSEWHERE = 8; // digests named

/** What a digest in another channel is listed under. */
const ELSEWHERE = 'digest elsewhere';

/** `NATO in the Asia-Pacific · 08:00 mon-fri Europe/London · in #asia` */
function inItsChannel(subscription: Subscription, topics: readonly Topic[]): string {
  const title = topicNamed(subscription.topic, topics)?.title ?? subscription.topic;
  const where = channelHint(subscription.channel.channel, 'another channel');
  return `${title} · ${formatSchedule(subscription)} · in ${where}`;
}

/** For managers: how many digests of their workspace are late or unconfirmed, and where none can be posted. */
export async function troubleItems(
  { editions, delivery, platforms: all }: DigestStatusPorts,
  { audience, at }: RequestContext,
): Promise<Item[]> {
  const { local, platform, workspace } = audience;
  const platforms = local ? all : [platform];
  const dueBefore = new Date(at.valueOf() - LATE);
  const { late, unknown } = await editions.count({ platforms, ...(local ? {} : { workspace }), dueBefore });
  return [
    ...(late > 0
      ? [toItem('late digests', `${late}; see ${hint('digest', { action: 'history' })} in each channel`)]
      : []),
    ...(unknown > 0 ? [toItem('unconfirmed digests', `${unknown} may not have arrived`)] : []),
    ...platforms
      .filter((each) => delivery.isStopped(each))
      .map((each) => toItem('digests', `not posting on ${each}: it rejected the token`)),
  ];
}
