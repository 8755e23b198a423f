import { comingSlots } from '../../src/core/delivery/coming-slots.ts';
import { editionAnswerId } from '../../src/core/delivery/post-key.ts';
import { filterBy } from '../../src/core/library/documents/filter-by.ts';
import { type Narrowing, narrowScope } from '../../src/core/library/documents/narrowing.ts';
import type { Topic } from '../../src/core/library/topics/topic.ts';
import type { EditionContent } from '../../src/core/news/edition-content.ts';
import { markChanges } from '../../src/core/news/mark-changes.ts';
import { cite } from '../../src/core/quoting/citations.ts';
import type { DigestReply } from '../../src/core/replies/reply.ts';
import { formatAddress } from '../../src/core/schedule/channel-address.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { toldDays } from '../../src/core/schedule/told-day.ts';
import {
  type ChannelNews,
  type ChannelNewsPorts,
  type DraftRequest,
  findChannelNews,
} from './channel-news.ts';
import { formatFooter, formatKept, formatRest, formatWindow } from './digest-lines.ts';
import { markCorrections } from './mark-corrections.ts';

/** A digest that can be posted now; `nothing` has no excerpts. */
export interface Draft {
  readonly kind: 'news' | 'nothing';
  readonly topic: Topic;
  readonly reply: DigestReply;
  readonly content: EditionContent;
  /** The end of the time it covers. */
  readonly covered: Date;
  /** The end of the time that its last edition covered, at least when an alert was ordered; null before its first edition. */
  readonly since: Date | null;
  /** When the first of the versions reported was seen; null if none is. */
  readonly firstSeen: Date | null;
  /** The end of the time that the last posted edition covered; null if none was posted. */
  readonly lastSent: Date | null;
  readonly next: Date | null;
}

/** Drafts what is new for a channel, from what it may read at this moment; null if it has no such topic. */
export async function draftDigest(ports: ChannelNewsPorts, request: DraftRequest): Promise<Draft | null> {
  const { subscription, audience, at } = request;
  const news = await findChannelNews(ports, request);
  if (!news) return null;
  const { topic, digest, firstSeen } = news;
  const { since, lastSent } = news.history;
  const [coming] = await comingSlots(ports.editions, subscription, { after: at });
  const next = coming?.due ?? null;
  const place = { audience, collections: topic.collections };
  const { scope } = await narrowScope(ports.library, place, narrowingOf(subscription));
  const reply = composeReply(request, news, { next, coverage: scope.coverage });
  const kind = reply.points.length > 0 ? 'news' : 'nothing';
  return { kind, topic, reply, content: digest.content, covered: at, since, firstSeen, lastSent, next };
}

/** What the documents of a digest are narrowed to; null if it quotes any. */
export function narrowingOf({ filing }: Subscription): Narrowing | null {
  const filter = filterBy(filing);
  return filter && { ...filter, collections: null };
}

function composeReply(
  { subscription, key, due, at }: DraftRequest,
  { topic, history, hasShown, editionOf, digest }: ChannelNews,
  { next, coverage }: Pick<Draft, 'next'> & Pick<DigestReply, 'coverage'>,
): DigestReply {
  const { zone } = subscription;
  const corrected = markCorrections(digest, { editionOf, zone, now: at });
  const quotations = markChanges({ ...digest, quotations: corrected }, toldDays(zone, at));
  const { points, sources } = cite(quotations, digest.copies);
  const { since, doubtful } = history;
  const facts = {
    ...{ subscription, coverage, since, due, now: at, next, doubtful, news: digest.news },
    ...{ quoted: sources.length, hasShown },
  };
  return {
    kind: 'digest',
    ...{ conversation: formatAddress(subscription.channel), command: 'digest', coverage },
    id: key && points.length > 0 ? editionAnswerId(key) : null,
    ...{ topic: topic.name, headline: topic.title, points, sources, more: digest.more },
    window: formatWindow(facts),
    footer: [...formatKept(subscription), ...formatRest(facts), ...formatFooter(facts)],
  };
}
