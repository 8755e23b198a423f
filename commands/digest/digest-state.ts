import { formatMost } from '../../src/core/bot/format-most.ts';
import { comingSlots } from '../../src/core/delivery/coming-slots.ts';
import { subjectNamed } from '../../src/core/library/topics/phrase-topic.ts';
import type { Topic } from '../../src/core/library/topics/topic.ts';
import { composeList, replyContext, toItem } from '../../src/core/replies/compose-reply.ts';
import type { CommandOffer, ListReply } from '../../src/core/replies/reply.ts';
import { formatLocal, formatStanding } from '../../src/core/schedule/schedule.ts';
import type { Slot } from '../../src/core/schedule/slots.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { timeHint } from '../../src/core/text/hint.ts';
import type { DigestContext, DigestPorts } from './digest-ports.ts';

const TIMES = 3; // posting times listed

/** Replies with a digest as it is now, its next posting times, and a sentence on what was done. */
export async function showDigest(
  { library, topics, editions }: Pick<DigestPorts, 'library' | 'topics' | 'editions'>,
  context: DigestContext,
  { subscription, note }: { subscription: Subscription; note: string },
): Promise<ListReply> {
  const { number, topic, zone, paused } = subscription;
  const { at, audience } = context;
  const slots = paused === null ? await comingSlots(editions, subscription, { after: at, count: TIMES }) : [];
  const times = slots.map(({ due }) => timeHint(due, `${formatLocal(due, zone, at)} ${zone}`));
  return composeList(replyContext(library, context, 'digest'), {
    topic,
    headline: `Digest ${number}: ${topicTitle(topic, await topics.list(audience))}`,
    items: [
      toItem(String(number), formatState(subscription, slots[0], at)),
      ...times.map((detail) => toItem('next', detail)),
    ],
    note,
    offers: offersFor(subscription, context),
  });
}

/** What can be done with a digest right away. */
function offersFor(
  { number, paused }: Subscription,
  { sent }: Pick<DigestContext, 'sent'>,
): readonly CommandOffer[] {
  const actions = [paused === null ? 'pause' : 'resume', 'remove'];
  return [...(sent === undefined ? ['preview'] : []), ...actions].map((action) => ({
    label: `${action[0]?.toUpperCase()}${action.slice(1)}`,
    command: 'digest',
    options: { action, number: String(number) },
  }));
}

/** A topic's title, or its name if the topic no longer exists; a phrase in quotation marks. */
export function topicTitle(topic: string, topics: readonly Topic[]): string {
  return subjectNamed(topic, topics)?.title ?? topic;
}

/** `08:00 mon-fri Europe/London · next Wed 25 Nov 08:00 · 1m, up to 4 excerpts` */
export function formatState(subscription: Subscription, next: Slot | undefined, now: Date): string {
  const { length, max, whenEmpty } = subscription;
  const standing = formatStanding(subscription, next?.due ?? null, now);
  const empty = whenEmpty === 'note' ? ' · posts a note if nothing is new' : '';
  return `${standing} · ${length}, ${formatMost(length, max)}${empty}`;
}
