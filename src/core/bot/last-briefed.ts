import type { EditionStore } from '../delivery/edition-store.ts';
import type { SubscriptionStore } from '../delivery/subscription-store.ts';
import { type Topic, topicKey } from '../library/topics/topic.ts';
import type { FirstSightStore } from '../library/versions/first-sight-store.ts';
import type { Briefings } from '../news/briefings.ts';
import { parseEditionContent, type ShownExcerpt } from '../news/edition-content.ts';
import type { NewSince } from '../news/news-request.ts';
import type { EditionState } from '../schedule/edition.ts';
import type { RequestContext } from './invocation.ts';

/** What tells when a channel was last briefed, and what has come since. */
export interface LastBriefedPorts {
  readonly briefings: Pick<Briefings, 'last'>;
  readonly firstSights: Pick<FirstSightStore, 'seenAfter'>;
  readonly editions: Pick<EditionStore, 'list'>;
  readonly subscriptions: Pick<SubscriptionStore, 'list'>;
}

const WEEK = 7 * 86_400_000; // milliseconds
const MARGIN = 3_600_000; // milliseconds; what was pending when a brief was made was seen shortly before

/**
 * Finds what has come since a channel was last briefed on a topic, by a brief or by a digest; without either, in the last
 * seven days. A moment that was asked for takes their place.
 */
export async function newSinceLastBrief(
  ports: LastBriefedPorts,
  { audience, at }: Pick<RequestContext, 'audience' | 'at'>,
  { topic, asked }: { readonly topic: Topic | null; readonly asked: Date | null },
): Promise<NewSince> {
  const briefing = await ports.briefings.last(audience, topic);
  const digests = await findDigests(ports, { audience, at }, topic);
  const shown = [...(briefing?.shown ?? []), ...digests.shown];
  if (asked !== null) return { since: asked, by: 'asked', seen: await seenSince(ports, asked), shown: [] };
  const latest = Math.max(briefing?.at.valueOf() ?? 0, digests.covered?.valueOf() ?? 0);
  const since = new Date(latest === 0 ? at.valueOf() - WEEK : latest);
  const pending = briefing && briefing.at.valueOf() === latest ? briefing.pending : [];
  const waiting = new Set(pending.map(({ id, sha256 }) => `${sha256} ${id}`));
  const all = await ports.firstSights.seenAfter(new Date(since.valueOf() - (waiting.size > 0 ? MARGIN : 0)));
  const seen = all.filter(({ id, sha256, changed }) => changed > since || waiting.has(`${sha256} ${id}`));
  return { since, by: latest === 0 ? 'week' : 'brief', seen, shown };
}

function seenSince({ firstSights }: LastBriefedPorts, moment: Date) {
  return firstSights.seenAfter(new Date(moment.valueOf() - 1));
}

interface Digests {
  /** The end of the time that the last digest on the topic covered; null if there was none. */
  readonly covered: Date | null;
  /** What any digest of the channel showed. */
  readonly shown: readonly ShownExcerpt[];
}

const NONE: Digests = { covered: null, shown: [] };
const MOST = 50; // editions looked at
const DONE: readonly EditionState[] = ['sent', 'empty'];

/**
 * What is shown to one person alone follows no digest: those are the channel's. An alert shows something too, but covers
 * no time before it was ordered.
 */
async function findDigests(
  { editions, subscriptions }: LastBriefedPorts,
  { audience, at }: Pick<RequestContext, 'audience' | 'at'>,
  topic: Topic | null,
): Promise<Digests> {
  if (topic === null || audience.private) return NONE;
  const key = topicKey(topic);
  const here = await subscriptions.list(audience);
  const own = here.filter((each) => each.alert === null && topicKey({ name: each.topic }) === key);
  const listed = own.map(({ number }) => editions.list(audience, { number, states: DONE, limit: MOST }));
  const covered = (await Promise.all(listed))
    .flat()
    .flatMap((edition) => edition.covered ?? [])
    .filter((moment) => moment <= at);
  const sent = await editions.list(audience, { states: DONE, limit: MOST });
  return {
    covered: covered.length === 0 ? null : new Date(Math.max(...covered.map(Number))),
    shown: sent.flatMap(({ content }) => parseEditionContent(content)?.shown ?? []),
  };
}
