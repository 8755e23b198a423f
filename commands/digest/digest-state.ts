import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { comingSlots } from '../../src/core/delivery/coming-slots.ts';
import type { EditionStore } from '../../src/core/delivery/edition-store.ts';
import type { Topic } from '../../src/core/library/topic.ts';
import { BRIEF_BUDGETS } from '../../src/core/quoting/excerpt-budget.ts';
import { composeList, replyContext } from '../../src/core/replies/compose-reply.ts';
import type { ListReply } from '../../src/core/replies/reply.ts';
import { formatLocal, formatSchedule } from '../../src/core/schedule/schedule.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import type { DigestPorts } from './digest-ports.ts';

const TIMES = 3; // posting times listed

/** Replies with a digest as it is now, its next posting times, and a sentence on what was done. */
export async function showDigest(
  { library, topics, editions }: Pick<DigestPorts, 'library' | 'topics' | 'editions'>,
  context: RequestContext,
  { subscription, note }: { subscription: Subscription; note: string },
): Promise<ListReply> {
  const { number, topic, zone, paused } = subscription;
  const { at, audience } = context;
  const slots = paused === null ? await comingSlots(editions, subscription, { after: at, count: TIMES }) : [];
  const times = slots.map(({ due }) => `${formatLocal(due, zone, at)} ${zone}`);
  return composeList(replyContext(library, context, 'digest'), {
    topic,
    headline: `Digest ${number}: ${topicTitle(topic, await topics.list(audience))}`,
    items: [
      { id: String(number), title: '', detail: await formatState(editions, subscription, at) },
      ...times.map((detail) => ({ id: 'next', title: '', detail })),
    ],
    note,
  });
}

/** A topic's title, or its name if the topic no longer exists. */
export function topicTitle(topic: string, topics: readonly Topic[]): string {
  return topics.find(({ name }) => name === topic)?.title ?? topic;
}

/** `08:00 mon-fri Europe/London · next Wed 25 Nov 08:00 · 1m, 5 excerpts at most` */
export async function formatState(
  editions: Pick<EditionStore, 'list'>,
  subscription: Subscription,
  now: Date,
): Promise<string> {
  const { length, max, whenEmpty } = subscription;
  const next = await formatNext(editions, subscription, now);
  const empty = whenEmpty === 'note' ? ' · posts a note if nothing is new' : '';
  return `${formatSchedule(subscription)} · ${next} · ${length}, ${formatMost(length, max)}${empty}`;
}

async function formatNext(
  editions: Pick<EditionStore, 'list'>,
  subscription: Subscription,
  now: Date,
): Promise<string> {
  if (subscription.paused !== null) return `paused: ${subscription.paused}`;
  const [next] = await comingSlots(editions, subscription, { after: now });
  return next ? `next ${formatLocal(next.due, subscription.zone, now)}` : 'never';
}

/** The length limits the number of excerpts too. */
function formatMost(length: Subscription['length'], max: number): string {
  const most = Math.min(max, BRIEF_BUDGETS[length].maxPoints);
  return most === 1 ? '1 excerpt' : `up to ${most} excerpts`;
}
