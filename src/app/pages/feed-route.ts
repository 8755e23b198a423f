import { createHash } from 'node:crypto';
import { absentPage, misdirected } from '../../adapters/web/page-response.ts';
import type { Route } from '../../core/bot/platform.ts';
import type { AnswerArchive } from '../../core/conversations/answer-archive.ts';
import type { EditionStore } from '../../core/delivery/edition-store.ts';
import { editionAnswerId, postKey } from '../../core/delivery/post-key.ts';
import { findSubscription, type SubscriptionStore } from '../../core/delivery/subscription-store.ts';
import type { Audience } from '../../core/library/audience.ts';
import { withPages } from '../../core/replies/source-pages.ts';
import type { Edition } from '../../core/schedule/edition.ts';
import { formatLocal } from '../../core/schedule/schedule.ts';
import type { Subscription } from '../../core/schedule/subscription.ts';
import { canonicalZone } from '../../core/schedule/zone-names.ts';
import { type FeedEntry, writeFeed } from './digest-feed.ts';
import type { FeedLinks } from './feed-links.ts';
import { isForeign, type PageAccess } from './page-route.ts';

/** What feeds are made from. */
export interface FeedPorts {
  readonly subscriptions: Pick<SubscriptionStore, 'list'>;
  readonly editions: Pick<EditionStore, 'list'>;
  readonly answers: Pick<AnswerArchive, 'find' | 'open'>;
  now(): Date;
}

const PATH = '/digests/';
const MOST = 20; // editions

/** `/digests/<signed>.xml`: the editions of a digest that were posted, as its channel may read them now. */
export function feedRoute(ports: FeedPorts, feeds: FeedLinks, access: PageAccess): Route {
  const dated = createDates(ports.now);
  return {
    path: `${PATH}*`,
    async handle(request) {
      const { pathname, host } = new URL(request.url);
      if (!access.hosts.has(host) || isForeign(request, access)) return misdirected();
      if (request.method !== 'GET' && request.method !== 'HEAD') return absentPage();
      const subscription = await subscriptionAt(ports, feeds, pathname.slice(PATH.length));
      const address = subscription && feeds.addressOf(subscription);
      if (!subscription || !address) return absentPage();
      const text = await compose(ports, access, { subscription, address });
      return respond(request, text, dated(address, text));
    },
  };
}

/** The digest of a name, unless it was forged, or made for one that was removed. */
async function subscriptionAt(
  { subscriptions }: FeedPorts,
  feeds: FeedLinks,
  name: string,
): Promise<Subscription | null> {
  const key = feeds.subjectOf(name);
  const found = key && (await findSubscription(subscriptions, key));
  return found && feeds.isOf(name, found) ? found : null;
}

interface Feed {
  readonly subscription: Subscription;
  readonly address: string;
}

async function compose(
  ports: FeedPorts,
  access: PageAccess,
  { subscription, address }: Feed,
): Promise<string> {
  const { channel, number, topic, ordered } = subscription;
  const sent = await ports.editions.list(channel, { number, states: ['sent'], limit: MOST });
  const audience = {
    ...{ ...channel, user: '', private: false },
    local: access.isLocal(channel.platform),
  };
  const own = sent.filter(({ due }) => due >= ordered); // not those of an earlier digest of this number
  const entries = await Promise.all(
    own.map((edition) => entryOf(ports, access, { edition, audience, subscription })),
  );
  const found = entries.filter((entry) => entry !== null);
  const title = found[0]?.reply.headline ?? topic;
  return writeFeed({ address, title: `${title} · Dossier`, entries: found, ordered });
}

interface Posted {
  readonly edition: Edition;
  readonly audience: Audience;
  readonly subscription: Subscription;
}

/** An edition as its channel may read it now; null if nothing of it is left. */
async function entryOf(
  { answers, now }: FeedPorts,
  { links }: PageAccess,
  { edition, audience, subscription: { zone } }: Posted,
): Promise<FeedEntry | null> {
  const answer = await answers.find({ audience }, editionAnswerId(edition));
  if (!answer) return null;
  const opened = await answers.open({ audience, conversation: answer.conversation }, answer);
  if (opened.kind !== 'digest' || opened.points.length === 0) return null;
  const reply = withPages(opened, links, audience);
  if (reply.kind !== 'digest') return null;
  const local = canonicalZone(zone) === null ? 'UTC' : zone;
  return {
    key: postKey(edition),
    posted: edition.at,
    title: `${reply.headline} · ${formatLocal(edition.at, local, now())}`,
    reply,
    page: links.pageOf({ kind: 'answers', name: answer.id }, audience),
  };
}

/** A feed's text is dated by when this process made it first: what it quotes may vanish long after its last edition. */
function createDates(now: () => Date): (address: string, text: string) => Version {
  const known = new Map<string, Version>();
  return (address, text) => {
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    const before = known.get(address);
    if (before?.tag === tag) return before;
    const version = { tag, modified: new Date(Math.ceil(now().valueOf() / 1000) * 1000) };
    known.set(address, version);
    return version;
  };
}

interface Version {
  readonly tag: string;
  /** In whole seconds, as HTTP tells it. */
  readonly modified: Date;
}

function respond(request: Request, text: string, { tag, modified }: Version): Response {
  const headers = {
    'content-type': 'application/atom+xml; charset=utf-8',
    ...{ etag: tag, 'last-modified': modified.toUTCString(), 'cache-control': 'private, no-cache' },
    ...{ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' },
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  };
  if (isKnown(request, { tag, modified })) return new Response(null, { status: 304, headers });
  return new Response(text, { headers });
}

/** Whether the reader has it: by its tag, or by its date if it names no tag (RFC 9110, 13.2.2). */
function isKnown({ headers }: Request, { tag, modified }: Version): boolean {
  const tags = headers.get('if-none-match');
  if (tags !== null)
    return tags.split(',').some((each) => [tag, '*'].includes(each.trim().replace(/^W\//, '')));
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return !Number.isNaN(since) && modified.valueOf() <= since;
}
