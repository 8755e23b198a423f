import { type Core, coverageOf, createCall } from '../../src/core/bot/core.ts';
import type { Invocation } from '../../src/core/bot/invocation.ts';
import { channelHistory } from '../../src/core/delivery/channel-history.ts';
import { comingSlots } from '../../src/core/delivery/coming-slots.ts';
import { editionAnswerId } from '../../src/core/delivery/post-key.ts';
import type { Audience } from '../../src/core/library/audience.ts';
import { topicKey } from '../../src/core/library/readable-topics.ts';
import type { Topic } from '../../src/core/library/topic.ts';
import { composeDigest } from '../../src/core/news/compose-digest.ts';
import type { EditionContent } from '../../src/core/news/edition-content.ts';
import { cite } from '../../src/core/quoting/citations.ts';
import type { Reply } from '../../src/core/replies/reply.ts';
import { emptyReply } from '../../src/core/replies/reply.ts';
import { type ChannelAddress, formatAddress } from '../../src/core/schedule/channel-address.ts';
import type { EditionKey } from '../../src/core/schedule/edition.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { formatFooter, formatWindow } from './digest-lines.ts';

/** What a digest would show now. */
export type DraftedDigest =
  | {
      readonly kind: 'news' | 'nothing';
      readonly topic: Topic;
      readonly reply: Reply;
      readonly content: EditionContent;
      readonly covered: Date;
      /** Up to when the channel was told before; null for a first edition. */
      readonly since: Date | null;
      /** When something was posted last. */
      readonly lastSent: Date | null;
      readonly next: Date | null;
    }
  | { readonly kind: 'no-topic' };

/** For which edition a digest is made: one that exists, or none as yet. */
export interface DraftFor {
  readonly key: EditionKey | null;
  /** When it was due; null where it is not a matter of time. */
  readonly due: Date | null;
}

/** The audience of a channel: nobody in particular. */
export function channelAudience({ platform, workspace, channel }: ChannelAddress): Audience {
  return { platform, workspace, channel, user: '', private: false };
}

/** Composes what is new for a channel, from what it may read and what is there at this moment. */
export async function draftDigest(
  core: Core,
  subscription: Subscription,
  { key, due }: DraftFor,
): Promise<DraftedDigest> {
  const audience = channelAudience(subscription.channel);
  const conversation = formatAddress(subscription.channel);
  const request = { kind: 'command', command: 'digest', options: {} } as const;
  const invocation: Invocation = { request, conversation, audience, manager: false };
  const { topics, at } = await createCall(core, invocation);
  const topic = topics.find((known) => topicKey(known) === topicKey({ name: subscription.topic }));
  if (!topic) return { kind: 'no-topic' };
  const past = await channelHistory(core.store, subscription, at);
  const { since, before, doubtful, hasShown } = past;
  const digest = await composeDigest(core, {
    audience,
    topic,
    order: subscription,
    since,
    until: at,
    before,
  });
  const { points, sources } = cite(digest.quotations, digest.copies);
  const coverage = coverageOf(core.searchFor(audience, topic.collections));
  const [coming] = await comingSlots(core, subscription, at);
  const next = coming?.due ?? null;
  const shown = { news: digest.news, quoted: sources.length, hasShown };
  const words = { subscription, topic, coverage, since, due, now: at, next, doubtful, ...shown };
  const reply: Reply = {
    ...emptyReply('digest', { conversation, command: 'digest', coverage }),
    id: key && points.length > 0 ? editionAnswerId(key) : null,
    topic: topic.name,
    headline: topic.title,
    points,
    sources,
    more: digest.more,
    note: [formatWindow(words), ...formatFooter(words)].join('\n'),
  };
  const kind = points.length > 0 ? 'news' : 'nothing';
  return {
    kind,
    topic,
    reply,
    content: digest.first ? { ...digest.content, first: true } : digest.content,
    covered: at,
    since,
    lastSent: past.lastSent,
    next,
  };
}
