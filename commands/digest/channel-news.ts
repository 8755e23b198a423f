import { type ChannelHistory, channelHistory } from '../../src/core/delivery/channel-history.ts';
import type { Audience } from '../../src/core/library/audience.ts';
import { filterBy } from '../../src/core/library/documents/filter-by.ts';
import { subjectNamed } from '../../src/core/library/topics/phrase-topic.ts';
import type { Topic } from '../../src/core/library/topics/topic.ts';
import type { DocumentVersion } from '../../src/core/library/versions/first-sight-store.ts';
import { type Digest, type SeenVersion, seenFrom } from '../../src/core/news/digest.ts';
import {
  type EditionContent,
  parseEditionContent,
  type ShownExcerpt,
} from '../../src/core/news/edition-content.ts';
import type { ChannelAddress } from '../../src/core/schedule/channel-address.ts';
import { type Edition, type EditionKey, isExtra } from '../../src/core/schedule/edition.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import type { DigestPorts } from './digest-ports.ts';
import type { EditionOf } from './mark-corrections.ts';

/** What is needed to find what a digest is to tell. */
export type ChannelNewsPorts = Pick<
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

/** What a digest is to tell its channel, before it is put into words. */
export interface ChannelNews {
  readonly topic: Topic;
  readonly history: ChannelHistory;
  /** The digest has shown excerpts, if only in an extra edition. */
  readonly hasShown: boolean;
  readonly editionOf: EditionOf;
  /** Without quotations if nothing is new. */
  readonly digest: Digest;
  /** When the first of the versions reported was seen; null if none is. */
  readonly firstSeen: Date | null;
}

/** The audience of a channel: everyone in it, no one in particular. */
export function channelAudience({ platform, workspace, channel }: ChannelAddress, local: boolean): Audience {
  return { platform, workspace, channel, user: '', private: false, local };
}

/** Finds what is new for a channel, among what it may read at this moment; null if it has no such topic. */
export async function findChannelNews(
  ports: ChannelNewsPorts,
  request: DraftRequest,
): Promise<ChannelNews | null> {
  const { subscription, audience, at } = request;
  const topic = subjectNamed(subscription.topic, await ports.topics.list(audience));
  if (!topic) return null;
  const history = sinceOrdered(await channelHistory(ports.editions, subscription, at), subscription);
  const { since } = history;
  const { before, hasShown, editionOf } = earlierContents(history, subscription.number);
  const covered = { since, until: at };
  const from = { ...covered, since: request.looked ?? since };
  const seen = versionsFor(request, await ports.firstSights.seenAfter(seenFrom(from)));
  const digest = await ports.composeDigest({
    ...{ audience, topic, length: subscription.length, max: subscription.max, ...covered },
    ...{ seen, before, again: request.again ?? null, filter: filterBy(subscription.filing) },
  });
  return { topic, history, hasShown, editionOf, digest, firstSeen: firstSeenOf(digest.content, seen) };
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
