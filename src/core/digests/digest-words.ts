import { countDocuments, coverageLine, readableDate } from '../messages/dates.ts';
import type { Coverage } from '../messages/reply.ts';
import type { Topic } from '../topics/topic.ts';
import { localTimeOf } from './local-time.ts';
import { sayLocal } from './schedule.ts';
import type { Subscription } from './subscription.ts';

/** What the lines above and below a digest tell of. */
export interface DigestWords {
  readonly subscription: Subscription;
  readonly topic: Topic;
  readonly coverage: Coverage;
  readonly since: Date | null;
  readonly due: Date | null;
  readonly now: Date;
  /** When the next edition comes; null where none is known. */
  readonly next: Date | null;
  /** Days on which the digest may not have arrived. */
  readonly doubtful: readonly string[];
  /** New documents on the topic. */
  readonly news: number;
}

const DAY = 86_400_000; // milliseconds
const LATE = 600_000; // milliseconds after which a digest says that it is late

/** `New since Fri 21 Nov 08:00: 3 documents`, with the days that it covers where it is more than one. */
export function sayWindow({ subscription, coverage, since, now, news }: DigestWords): string {
  if (since === null) return `First digest · ${coverageLine(coverage)}`;
  const days = Math.round((now.valueOf() - since.valueOf()) / DAY);
  const span = days > 1 ? ` (covers ${days} days)` : '';
  return `New since ${sayLocal(since, subscription.zone, now)}${span}: ${countDocuments({ documents: news })}`;
}

/** What is said of other editions: whether this one is late, whether one may be missing, when the next comes. */
export function sayFooter(words: DigestWords): string[] {
  const { subscription, due, now, next, doubtful } = words;
  const { zone, number } = subscription;
  const isLate = due !== null && now.valueOf() - due.valueOf() > LATE;
  const when = next ? `next ${sayShort(next, zone)} ${zone} · ` : '';
  return [
    ...(isLate ? [`Late: it was due ${sayLocal(due, zone, now)}.`] : []),
    ...(doubtful.length > 0 ? [sayDoubtful(doubtful)] : []),
    `${when}/digest pause ${number}`,
  ];
}

/** `Nothing new since Fri 21 Nov 08:00.` */
export function sayNothing({
  subscription,
  topic,
  since,
  now,
}: Pick<DigestWords, 'subscription' | 'topic' | 'since' | 'now'>): string {
  const when = since === null ? '' : ` since ${sayLocal(since, subscription.zone, now)}`;
  return `Nothing new on ${topic.title}${when}.`;
}

/** The one line after many silent editions. */
export function sayAllIsWell(
  {
    subscription,
    topic,
    coverage,
    since,
    now,
  }: Pick<DigestWords, 'subscription' | 'topic' | 'coverage' | 'since' | 'now'>,
  editions: number,
): string {
  const when = since === null ? '' : ` since ${sayLocal(since, subscription.zone, now)}`;
  return `All is well: nothing was new on ${topic.title} in the last ${editions} digests${when}. ${countDocuments(coverage)} are watched.`;
}

function sayDoubtful(days: readonly string[]): string {
  const named = days.slice(0, 3).map(readableDate).join(', ');
  return days.length === 1
    ? `The digest of ${named} may not have arrived; this one covers it.`
    : `${days.length} digests may not have arrived (${named}${days.length > 3 ? ' …' : ''}); this one covers them.`;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `Mon 08:00`: a digest comes every week at least. */
function sayShort(instant: Date, zone: string): string {
  const { weekday, time } = localTimeOf(instant, zone);
  return `${WEEKDAYS[weekday - 1]} ${time}`;
}
