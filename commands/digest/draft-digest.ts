import { type ChannelHistory, channelHistory } from '../../src/core/delivery/channel-history.ts';
import { comingSlots } from '../../src/core/delivery/coming-slots.ts';
import { editionAnswerId } from '../../src/core/delivery/post-key.ts';
import type { Audience } from '../../src/core/library/audience.ts';
import { filterBy } from '../../src/core/library/filter-by.ts';
import type { DocumentVersion } from '../../src/core/library/first-sight-store.ts';
import { type Narrowing, narrowScope } from '../../src/core/library/narrowing.ts';
import { subjectNamed } from '../../src/core/library/phrase-topic.ts';
import type { Topic } from '../../src/core/library/topic.ts';
import { type Digest, type SeenVersion, seenFrom } from '../../src/core/news/digest.ts';
import {
  type EditionContent,
  parseEditionContent,
  type ShownExcerpt,
} from '../../src/core/news/edition-content.ts';
import { markChanges } from '../../src/core/news/mark-changes.ts';
import { cite } from '../../src/core/quoting/citations.ts';
import type { DigestReply } from '../../src/core/replies/reply.ts';
import { type ChannelAddress, formatAddress } from '../../src/core/schedule/channel-address.ts';
import { type Edition, type EditionKey, isExtra } from '../../src/core/schedule/edition.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { toldDays } from '../../src/core/schedule/told-day.ts';
import { formatFooter, formatKept, formatRest, formatWindow } from './digest-lines.ts';
import type { DigestPorts } from './digest-ports.ts';
import { type EditionOf, markCorrections } from './mark-corrections.ts';

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
  /** It may have been posted with these versions, and is sent again: nothing that came since belongs to it. */
  readonly again?: readonly DocumentVersion[] | null;
  /** Up to when nothing was found that it could hold. */
  readonly looked?: Date | null;
}

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

/** The audience of a channel: everyone in it, no one in particular. */
export function channelAudience({ platform, workspace, channel }: ChannelAddress, local: boolean): Audience {
  return { platform, workspace, channel, user: '', private: false, local };
}

/** Drafts what is new for a channel, from what it may read at this moment; null if it has no such topic. */
export async function draftDigest(ports: DraftPorts, request: DraftRequest): Promise<Draft | null> {
  const { subscription, audience, at } = request;
  const topic = subjectNamed(subscription.topic, await ports.topics.list(audience));
  if (!topic) return null;
  const history = sinceOrdered(await channelHistory(ports.editions, subscription, at), subscription);
  const { since, lastSent } = history;
  const { before, hasShown, editionOf } = earlierContents(history, subscription.number);
  const covered = { since, until: at };
  const from = { ...covered, since: request.looked ?? since };
  const seen = versionsFor(request, await ports.firstSights.seenAfter(seenFrom(from)));
  const digest = await ports.composeDigest({
    ...{ audience, topic, length: subscription.length, max: subscription.max, ...covered },
    ...{ seen, before, again: request.again ?? null, filter: filterBy(subscription.filing) },
  });
  const [coming] = await comingSlots(ports.editions, subscription, { after: at });
  const next = coming?.due ?? null;
  const narrowing = narrowingOf(subscription);
  const { scope } = await narrowScope(ports.library, { audience, collections: topic.collections }, narrowing);
  const { coverage } = scope;
  const reply = composeReply(request, { topic, history, hasShown, editionOf, digest, next, coverage });
  const kind = reply.points.length > 0 ? 'news' : 'nothing';
  const firstSeen = firstSeenOf(digest.content, seen);
  return { kind, topic, reply, content: digest.content, covered: at, since, firstSeen, lastSent, next };
}

/** An alert has no first brief: it begins with what came after it was ordered. */
function sinceOrdered(history: ChannelHistory, { alert, since: ordered }: Subscription): ChannelHistory {
  if (alert === null || (history.since !== null && history.since > ordered)) return history;
  return { ...history, since: ordered };
}

/** The versions that can be in an edition. */
function versionsFor(
  { subscription: { alert, since } }: DraftRequest,
  seen: readonly SeenVersion[],
): readonly SeenVersion[] {
  return alert === null ? seen : seen.filter(({ changed }) => changed > since);
}

function firstSeenOf({ documents }: EditionContent, seen: readonly SeenVersion[]): Date | null {
  const reported = new Set(documents.map(({ id }) => id));
  return seen.find(({ id }) => reported.has(id))?.changed ?? null;
}

/** What the documents of a digest are narrowed to; null if it quotes any. */
export function narrowingOf({ filing }: Subscription): Narrowing | null {
  const filter = filterBy(filing);
  return filter && { ...filter, collections: null };
}

interface Composed extends Pick<Draft, 'topic' | 'next'>, Pick<DigestReply, 'coverage'> {
  readonly history: ChannelHistory;
  readonly hasShown: boolean;
  readonly editionOf: EditionOf;
  readonly digest: Digest;
}

function composeReply(
  { subscription, key, due, at }: DraftRequest,
  { topic, history, hasShown, editionOf, digest, next, coverage }: Composed,
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

/** What earlier editions contain that the next one of a digest must know. */
interface EarlierContents {
  /** What all digests of the channel have shown, and which documents this one has covered; before its first edition, its own only. */
  readonly before: readonly EditionContent[];
  /** The digest has shown excerpts, if only in an extra edition. */
  readonly hasShown: boolean;
  readonly editionOf: EditionOf;
}

/** Reads the contents of a channel's earlier editions for one of its digests. */
function earlierContents({ since, editions }: ChannelHistory, number: number): EarlierContents {
  const editionOf = new Map<ShownExcerpt, Edition>();
  const contents = editions.flatMap((edition) => {
    const content = parseEditionContent(edition.content);
    if (!content) return [];
    for (const shown of content.shown) editionOf.set(shown, edition);
    const isOwn = edition.number === number;
    return [{ isOwn, content: isOwn && !isExtra(edition) ? content : withoutDocuments(content) }];
  });
  const own = contents.filter(({ isOwn }) => isOwn);
  return {
    before: (since === null ? own : contents).map(({ content }) => content),
    hasShown: own.some(({ content }) => content.shown.length > 0),
    editionOf,
  };
}

/** What another digest covered is new to this one, unless it was shown. */
function withoutDocuments(content: EditionContent): EditionContent {
  return { ...content, documents: [] };
}
