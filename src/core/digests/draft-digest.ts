import { cite } from '../answers/citations.ts';
import type { Invocation } from '../chat/invocation.ts';
import { type Core, coverageOf, createCall } from '../core.ts';
import type { Reader } from '../corpus/collection.ts';
import type { Reply } from '../messages/reply.ts';
import { emptyReply } from '../messages/reply.ts';
import { topicKey } from '../topics/readable-topics.ts';
import type { Topic } from '../topics/topic.ts';
import { type ChannelAddress, writeAddress } from './channel-address.ts';
import { comingSlots } from './coming-slots.ts';
import { composeDigest } from './compose-digest.ts';
import { sayFooter, sayWindow } from './digest-words.ts';
import type { EditionContent, EditionKey } from './edition.ts';
import { pastOf } from './past.ts';
import { editionAnswerId } from './post-key.ts';
import type { Subscription } from './subscription.ts';

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
export function channelReader({ platform, workspace, channel }: ChannelAddress): Reader {
  return { platform, workspace, channel, user: '', private: false };
}

/** Composes what is new for a channel, from what it may read and what is there at this moment. */
export async function draftDigest(
  core: Core,
  subscription: Subscription,
  { key, due }: DraftFor,
): Promise<DraftedDigest> {
  const reader = channelReader(subscription.channel);
  const conversation = writeAddress(subscription.channel);
  const asked = { kind: 'command', command: 'digest', options: {} } as const;
  const invocation: Invocation = { asked, conversation, reader, manager: false };
  const { topics, at } = await createCall(core, invocation);
  const topic = topics.find((known) => topicKey(known) === topicKey({ name: subscription.topic }));
  if (!topic) return { kind: 'no-topic' };
  const past = await pastOf(core.store, subscription, at);
  const { since, before, doubtful, hasShown } = past;
  const digest = await composeDigest(core, { reader, topic, order: subscription, since, until: at, before });
  const { points, sources } = cite(digest.quotations, digest.copies);
  const coverage = coverageOf(core.searchFor(reader, topic.collections));
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
    note: [sayWindow(words), ...sayFooter(words)].join('\n'),
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
