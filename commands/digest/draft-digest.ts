import { type ChannelHistory, channelHistory } from '../../src/core/delivery/channel-history.ts';
import { comingSlots } from '../../src/core/delivery/coming-slots.ts';
import { editionAnswerId } from '../../src/core/delivery/post-key.ts';
import type { Audience } from '../../src/core/library/audience.ts';
import { type Topic, topicKey } from '../../src/core/library/topic.ts';
import { type Digest, seenFrom } from '../../src/core/news/digest.ts';
import type { EditionContent } from '../../src/core/news/edition-content.ts';
import { cite } from '../../src/core/quoting/citations.ts';
import type { DigestReply } from '../../src/core/replies/reply.ts';
import { type ChannelAddress, formatAddress } from '../../src/core/schedule/channel-address.ts';
import type { EditionKey } from '../../src/core/schedule/edition.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { formatFooter, formatWindow } from './digest-lines.ts';
import type { DigestPorts } from './digest-ports.ts';
import { earlierContents } from './earlier-contents.ts';

/** What drafting a digest takes. */
export type DraftPorts = Pick<
  DigestPorts,
  'library' | 'topics' | 'firstSights' | 'composeDigest' | 'editions'
>;

/** Which digest to draft, and for which edition. */
export interface DraftRequest {
  readonly subscription: Subscription;
  /** The channel's audience. */
  readonly audience: Audience;
  /** The edition; null for a preview. */
  readonly key: EditionKey | null;
  /** When it was due; null if it was not scheduled. */
  readonly due: Date | null;
  readonly at: Date;
}

/** A digest that can be posted now; `nothing` has no excerpts. */
export interface Draft {
  readonly kind: 'news' | 'nothing';
  readonly topic: Topic;
  readonly reply: DigestReply;
  readonly content: EditionContent;
  /** Up to when it covers new material. */
  readonly covered: Date;
  /** Up to when the channel knew what is new; null before its first edition. */
  readonly since: Date | null;
  /** Up to when the last posted edition covers; null if none was posted. */
  readonly lastSent: Date | null;
  readonly next: Date | null;
}

/** The audience of a channel: everyone in it, no one in particular. */
export function channelAudience({ platform, workspace, channel }: ChannelAddress, local: boolean): Audience {
  return { platform, workspace, channel, user: '', private: false, local };
}

/** Drafts what is new for a channel, from what it may read at this moment; null if it has no such topic. */
export async function draftDigest(ports: DraftPorts, request: DraftRequest): Promise<Draft | null> {
  const { subscription, audience, at } = request;
  const key = topicKey({ name: subscription.topic });
  const topic = (await ports.topics.list(audience)).find((known) => topicKey(known) === key);
  if (!topic) return null;
  const history = await channelHistory(ports.editions, subscription, at);
  const { since, lastSent } = history;
  const covered = { since, until: at };
  const digest = await ports.composeDigest({
    ...{ audience, topic, length: subscription.length, max: subscription.max, ...covered },
    seen: await ports.firstSights.seenAfter(seenFrom(covered)),
    before: earlierContents(history, subscription.number).before,
  });
  const [coming] = await comingSlots(ports.editions, subscription, { after: at });
  const next = coming?.due ?? null;
  const reply = composeReply(ports, request, { topic, history, digest, next });
  const kind = reply.points.length > 0 ? 'news' : 'nothing';
  return { kind, topic, reply, content: digest.content, covered: at, since, lastSent, next };
}

interface Composed extends Pick<Draft, 'topic' | 'next'> {
  readonly history: ChannelHistory;
  readonly digest: Digest;
}

function composeReply(
  { library }: DraftPorts,
  { subscription, audience, key, due, at }: DraftRequest,
  { topic, history, digest, next }: Composed,
): DigestReply {
  const { points, sources } = cite(digest.quotations, digest.copies);
  const { coverage } = library.scopeFor(audience, topic.collections);
  const { since, doubtful } = history;
  const facts = {
    ...{ subscription, coverage, since, due, now: at, next, doubtful, news: digest.news },
    quoted: sources.length,
    hasShown: earlierContents(history, subscription.number).hasShown,
  };
  return {
    kind: 'digest',
    ...{ conversation: formatAddress(subscription.channel), command: 'digest', coverage },
    id: key && points.length > 0 ? editionAnswerId(key) : null,
    ...{ topic: topic.name, headline: topic.title, points, sources, more: digest.more },
    window: formatWindow(facts),
    footer: formatFooter(facts),
  };
}
