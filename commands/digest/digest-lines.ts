import type { Coverage } from '../../src/core/library/coverage.ts';
import type { Topic } from '../../src/core/library/topic.ts';
import { countDocuments, coverageLine } from '../../src/core/replies/coverage.ts';
import { localTimeOf } from '../../src/core/schedule/local-time.ts';
import { formatLocal } from '../../src/core/schedule/schedule.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { readableDate } from '../../src/core/text/readable-date.ts';

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
  /** New documents on the topic, and how many of them are quoted. */
  readonly news: number;
  readonly quoted: number;
  /** The digest has shown something before, if only in an extra edition. */
  readonly hasShown: boolean;
}

const DAY = 86_400_000; // milliseconds
const LATE = 600_000; // milliseconds after which a digest says that it is late

/** `New since Fri 21 Nov 08:00: 3 documents`, with the days that it covers where it is more than one. */
export function formatWindow(words: DigestWords): string {
  const { subscription, coverage, since, now, news, quoted, hasShown } = words;
  if (since === null)
    return `${hasShown ? 'More on this topic' : 'First digest'} · ${coverageLine(coverage)}`;
  const days = Math.round((now.valueOf() - since.valueOf()) / DAY);
  const span = days > 1 ? ` (covers ${days} days)` : '';
  return `New since ${formatLocal(since, subscription.zone, now)}${span}: ${countDocuments({ documents: news })}${news > quoted ? `, ${quoted} quoted` : ''}`;
}

/** What is said of other editions: whether this one is late, whether one may be missing, when the next comes. */
export function formatFooter(
  words: Pick<DigestWords, 'subscription' | 'due' | 'now' | 'next' | 'doubtful'>,
): string[] {
  const { subscription, due, now, next, doubtful } = words;
  const { zone, number } = subscription;
  const isLate = due !== null && now.valueOf() - due.valueOf() > LATE;
  const when = next ? `next ${formatShort(next, zone)} ${zone} · ` : '';
  return [
    ...(isLate ? [`Late: it was due ${formatLocal(due, zone, now)}.`] : []),
    ...(doubtful.length > 0 ? [formatDoubtful(doubtful)] : []),
    `${when}/digest pause ${number}`,
  ];
}

/** `Nothing new since Fri 21 Nov 08:00.` */
export function formatNothing({
  subscription,
  since,
  now,
}: Pick<DigestWords, 'subscription' | 'since' | 'now'>): string {
  return since === null
    ? 'Nothing to show yet.'
    : `Nothing new since ${formatLocal(since, subscription.zone, now)}.`;
}

/** The one line after many silent editions. */
export function formatAllIsWell(
  { subscription, now }: Pick<DigestWords, 'subscription' | 'now'>,
  lastSent: Date | null,
): string {
  const when = lastSent === null ? 'so far' : `since ${formatLocal(lastSent, subscription.zone, now)}`;
  return `All is well: nothing was new ${when}.`;
}

function formatDoubtful(days: readonly string[]): string {
  const named = days.slice(0, 3).map(readableDate).join(', ');
  return days.length === 1
    ? `The digest of ${named} may not have arrived; this one covers it.`
    : `${days.length} digests may not have arrived (${named}${days.length > 3 ? ' …' : ''}); this one covers them.`;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `Mon 08:00`: a digest comes every week at least. */
function formatShort(instant: Date, zone: string): string {
  const { weekday, time } = localTimeOf(instant, zone);
  return `${WEEKDAYS[weekday - 1]} ${time}`;
}
