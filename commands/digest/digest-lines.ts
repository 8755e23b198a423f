import type { Coverage } from '../../src/core/library/coverage.ts';
import { phraseOf } from '../../src/core/library/topics/phrase-topic.ts';
import { countDocuments, coverageLine } from '../../src/core/replies/coverage.ts';
import { isOlder, LATE } from '../../src/core/schedule/edition.ts';
import { formatLocal, formatLocalShort } from '../../src/core/schedule/schedule.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { filingInWords, filingOptions } from '../../src/core/text/filing.ts';
import { formatDate } from '../../src/core/text/format-date.ts';
import { hint } from '../../src/core/text/hint.ts';

/** What the lines above and below a digest say. */
export interface DigestFacts {
  readonly subscription: Subscription;
  readonly coverage: Coverage;
  /** The end of the time that its last edition covered; null before its first edition. */
  readonly since: Date | null;
  /** When the edition was due; null for an extra edition and a preview. */
  readonly due: Date | null;
  readonly now: Date;
  /** When the next edition is posted; null if none will be. */
  readonly next: Date | null;
  /** Dates on which the digest may not have arrived. */
  readonly doubtful: readonly string[];
  /** How many documents have new material on the topic, and how many are quoted. */
  readonly news: number;
  readonly quoted: number;
  /** The digest has shown excerpts before, if only in an extra edition. */
  readonly hasShown: boolean;
}

const DAY = 86_400_000; // milliseconds

/** `New since Fri 21 Nov 08:00: 3 documents`, with the number of days if it covers several. */
export function formatWindow(facts: DigestFacts): string {
  const { subscription, coverage, since, now, news, quoted, hasShown } = facts;
  const count = `${countDocuments({ documents: news })}${news > quoted ? `, ${quoted} quoted` : ''}`;
  if (subscription.alert !== null) return `Just in: ${count}`;
  if (since === null)
    return `${hasShown ? 'More on this topic' : 'First digest'} · ${coverageLine(coverage)}`;
  const days = Math.round((now.valueOf() - since.valueOf()) / DAY);
  const span = days > 1 ? ` (covers ${days} days)` : '';
  return `New since ${formatLocal(since, subscription.zone, now)}${span}: ${count}`;
}

/** What it keeps to. */
export function formatKept({ filing }: Subscription): string[] {
  const kept = filingInWords(filing);
  return kept.length === 0 ? [] : [`Only documents ${kept.join(', ')}.`];
}

/** Where the documents with a phrase are found that did not fit. */
export function formatRest({ subscription: { topic, filing }, news, quoted }: DigestFacts): string[] {
  if (phraseOf(topic) === null || news <= quoted) return [];
  return [`The others: ${hint('search', { words: topic, ...filingOptions(filing) })}`];
}

/** The lines on other editions: whether this one is late, whether one may be missing, when the next is posted. */
export function formatFooter({
  subscription: { zone, number },
  due,
  now,
  next,
  doubtful,
}: Pick<DigestFacts, 'subscription' | 'due' | 'now' | 'next' | 'doubtful'>): string[] {
  const isLate = due !== null && isOlder({ due }, LATE, now);
  const when = next ? `next ${formatLocalShort(next, zone)} ${zone} · ` : ''; // a digest comes at least every week
  return [
    ...(isLate ? [`Late: this was due ${formatLocal(due, zone, now)}.`] : []),
    ...(doubtful.length > 0 ? [formatDoubtful(doubtful)] : []),
    `${when}${hint('digest', { action: 'pause', number: String(number) })}`,
  ];
}

function formatDoubtful(days: readonly string[]): string {
  const named = days.slice(0, 3).map(formatDate).join(', ');
  return days.length === 1
    ? `The digest of ${named} may not have arrived; this one covers it.`
    : `${days.length} digests may not have arrived (${named}${days.length > 3 ? ' …' : ''}); this one covers them.`;
}

/** `Nothing new since Fri 21 Nov 08:00.` */
export function formatNothing(since: Date | null, zone: string, now: Date): string {
  return since === null ? 'Nothing to show yet.' : `Nothing new since ${formatLocal(since, zone, now)}.`;
}

/** The line posted after many empty editions. */
export function formatAllIsWell(lastSent: Date | null, zone: string, now: Date): string {
  const when = lastSent === null ? 'so far' : `since ${formatLocal(lastSent, zone, now)}`;
  return `All is well: nothing new ${when}.`;
}
