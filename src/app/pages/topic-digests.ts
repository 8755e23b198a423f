import type { AnswerStore } from '../../core/conversations/answer-store.ts';
import { comingSlots } from '../../core/delivery/coming-slots.ts';
import type { EditionStore } from '../../core/delivery/edition-store.ts';
import { editionAnswerId } from '../../core/delivery/post-key.ts';
import type { SubscriptionStore } from '../../core/delivery/subscription-store.ts';
import { topicKey } from '../../core/library/topics/topic.ts';
import { formatStanding } from '../../core/schedule/schedule.ts';
import type { Subscription } from '../../core/schedule/subscription.ts';
import type { Visit } from './page-route.ts';

/** A digest on a topic, and its latest editions that can be opened. */
export interface TopicDigest {
  readonly where: string;
  /** `08:00 mon-fri Europe/London · next Wed 25 Nov 08:00` */
  readonly state: string;
  readonly editions: readonly { readonly answer: string; readonly due: Date }[];
}

/** Where digests are found. */
export interface DigestPagePorts {
  readonly subscriptions: Pick<SubscriptionStore, 'list' | 'all'>;
  readonly editions: EditionStore;
  readonly answerStore: Pick<AnswerStore, 'get'>;
  readonly localPlatforms: readonly string[];
  now(): Date;
}

const MOST = 5; // editions

/** Lists the digests on a topic: those of the channel that a link is for, at this machine those of its own platforms. */
export async function digestsOn(
  ports: DigestPagePorts,
  topic: string,
  { reader, audience }: Pick<Visit, 'reader' | 'audience'>,
): Promise<readonly TopicDigest[]> {
  const { subscriptions, localPlatforms: platforms } = ports;
  const all = await (reader.until === null ? subscriptions.all({ platforms }) : subscriptions.list(audience));
  const own = all.filter((each) => topicKey({ name: each.topic }) === topicKey({ name: topic }));
  return Promise.all(own.map((each) => describe(ports, each, reader.until === null)));
}

async function describe(
  { editions, answerStore, now }: DigestPagePorts,
  subscription: Subscription,
  isNamed: boolean,
): Promise<TopicDigest> {
  const { channel, number, paused } = subscription;
  const [next] = paused === null ? await comingSlots(editions, subscription, { after: now() }) : [];
  const sent = await editions.list(channel, { number, states: ['sent'], limit: MOST });
  const kept = await Promise.all(
    sent.map(async (edition) => {
      const answer = editionAnswerId(edition);
      return (await answerStore.get(channel, answer)) ? [{ answer, due: edition.due }] : [];
    }),
  );
  const where = isNamed ? `${channel.platform}: ${channel.channel}` : 'this channel';
  return {
    where: `Digest ${number}, ${where}`,
    state: formatStanding(subscription, next?.due ?? null, now()),
    editions: kept.flat(),
  };
}
