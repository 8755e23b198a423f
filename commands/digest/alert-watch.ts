import type { EditionComposer } from '../../src/core/delivery/composer.ts';
import { filterBy } from '../../src/core/library/documents/filter-by.ts';
import type { Library } from '../../src/core/library/library.ts';
import { phraseOf, subjectNamed } from '../../src/core/library/topics/phrase-topic.ts';
import { formatAddress } from '../../src/core/schedule/channel-address.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { type ChannelNewsPorts, channelAudience, findChannelNews } from './channel-news.ts';

/** What is looked at for alerts. */
export interface AlertWatchPorts extends ChannelNewsPorts {
  isLocal(platform: string): boolean;
  now(): Date;
  /** Milliseconds that only grow, whatever the clock does. */
  elapsed(): number;
}

const SETTLED = 60_000; // milliseconds after a change of the documents: the index may know of it a moment later

/** What was looked at in vain. */
interface Look {
  /** What was looked for: the subject, and since when. */
  readonly sought: string;
  readonly revision: number;
  readonly at: Date;
}

/** Creates what tells whether an alert has something to post. Nothing is looked at twice while no document changes. */
export function createAlertWatch(ports: AlertWatchPorts): EditionComposer['waiting'] {
  const { library, topics, isLocal, now, elapsed } = ports;
  const hasSettled = createSettling(ports);
  const inVain = new Map<string, Look>();
  return async (subscription) => {
    const { channel, number, since, filing } = subscription;
    const audience = channelAudience(channel, isLocal(channel.platform));
    const subject = subjectNamed(subscription.topic, await topics.list(audience));
    if (!subject) return isTopicKept(library, subscription.topic) ? null : now();
    const { revision } = library;
    const settled = hasSettled(revision, elapsed());
    const sought = JSON.stringify([subject, since, filing]);
    const key = `${formatAddress(channel)} ${number}`;
    const last = inVain.get(key)?.sought === sought ? inVain.get(key) : undefined;
    if (last?.revision === revision) return null;
    const at = now();
    const isFiledLater = filterBy(filing) !== null; // what came before may have got its tags or grade since
    const looked = last && last.at <= at && !isFiledLater ? last.at : null;
    const request = { subscription, audience, key: null, due: null, at, looked };
    const news = await findChannelNews(ports, request);
    if (news && news.digest.quotations.length > 0) return news.firstSeen ?? at;
    if (settled) inVain.set(key, { sought, revision, at });
    return null;
  };
}

/** Creates what tells whether the documents have not changed for a while. */
function createSettling({ library, elapsed }: Pick<AlertWatchPorts, 'library' | 'elapsed'>) {
  let known = { revision: library.revision, since: elapsed() };
  return (revision: number, at: number): boolean => {
    if (known.revision !== revision) known = { revision, since: at };
    return at - known.since >= SETTLED;
  };
}

/** Whether a topic exists for somebody, so that a channel that may not read it now may do so again. */
export function isTopicKept(library: Pick<Library, 'topics'>, topic: Subscription['topic']): boolean {
  return phraseOf(topic) !== null || subjectNamed(topic, library.topics) !== undefined;
}
