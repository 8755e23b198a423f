import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { requireManager } from '../../src/core/bot/rights.ts';
import { comingSlots } from '../../src/core/delivery/coming-slots.ts';
import type { Library } from '../../src/core/library/library.ts';
import { topicNamed } from '../../src/core/library/topics/find-topic.ts';
import { phraseOf, subjectNamed } from '../../src/core/library/topics/phrase-topic.ts';
import type { TopicCatalog } from '../../src/core/library/topics/topic-catalog.ts';
import { composeList, replyContext } from '../../src/core/replies/compose-reply.ts';
import type { ListReply } from '../../src/core/replies/reply.ts';
import { formatAddress } from '../../src/core/schedule/channel-address.ts';
import { formatStanding } from '../../src/core/schedule/schedule.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { channelHint } from '../../src/core/text/hint.ts';
import { type DigestStatusPorts, isOperator, visibleSubscriptions } from './digest-items.ts';

/** A digest of any channel that a manager looks after. */
export interface ScheduledDigest {
  readonly subscription: Subscription;
  /** Of its topic; the topic's name if it no longer exists. */
  readonly title: string;
  /** When it is posted, when next, or since when it is not. */
  readonly state: string;
}

/** The ports of the list of digests. */
export interface ScheduledDigestPorts
  extends Pick<DigestStatusPorts, 'subscriptions' | 'editions' | 'platforms'> {
  readonly library: Pick<Library, 'scopeFor' | 'topics'>;
  readonly topics: TopicCatalog;
}

/** The digests of a manager's workspace, for the operator those of all; none on a topic that the manager may not hear of here. */
export async function scheduledDigests(
  ports: ScheduledDigestPorts,
  context: RequestContext,
): Promise<readonly ScheduledDigest[]> {
  requireManager(context, 'see the digests of all channels');
  const { audience, at } = context;
  const found = await visibleSubscriptions(ports, context, 'everywhere');
  const known = await ports.topics.list(audience);
  const digests = found.map(async (subscription) => {
    const { channel, topic } = subscription;
    const own = isOperator(context)
      ? await ports.topics.list({ ...audience, ...channel, local: audience.local })
      : known;
    if (phraseOf(topic) !== null && !isOperator(context) && channel.channel !== audience.channel)
      return withoutPhrase(subscription, at);
    const title = subjectNamed(topic, own)?.title ?? null;
    if (title === null && !isOperator(context) && topicNamed(topic, ports.library.topics)) return null;
    const [next] =
      subscription.paused === null ? await comingSlots(ports.editions, subscription, { after: at }) : [];
    return {
      subscription,
      title: title ?? topic,
      state: formatStanding(subscription, next?.due ?? null, at),
    };
  });
  return (await Promise.all(digests)).filter((each) => each !== null);
}

/** What another channel watches for is told to nobody who may not read there. */
function withoutPhrase(subscription: Subscription, now: Date): ScheduledDigest {
  const topic = 'a phrase';
  return {
    subscription: { ...subscription, topic },
    title: topic,
    state: formatStanding(subscription, null, now),
  };
}

/** Lists them. */
export async function listScheduled(
  ports: ScheduledDigestPorts,
  context: RequestContext,
): Promise<ListReply> {
  const digests = await scheduledDigests(ports, context);
  return composeList(replyContext(ports.library, context, 'status'), {
    headline: 'Digests in all channels',
    items: digests.map(({ subscription: { number, channel }, title, state }) => ({
      id: String(number),
      title,
      detail: `${placeOf(channel, context)} · ${state}`,
    })),
    note: digests.length === 0 ? 'No digests are scheduled.' : null,
  });
}

function placeOf(channel: Subscription['channel'], context: RequestContext): string {
  const { audience } = context;
  if (isOperator(context)) return formatAddress(channel);
  return channel.channel === audience.channel ? 'here' : channelHint(channel.channel, channel.channel);
}
