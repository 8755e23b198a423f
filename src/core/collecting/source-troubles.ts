import { formatAge } from '../text/format-age.ts';
import { formatDate } from '../text/format-date.ts';
import type { FollowedSource } from './source.ts';

/** Sources whose last look failed, those that have failed for longest first. */
export function failing(sources: readonly FollowedSource[]): readonly FollowedSource[] {
  const found = sources.filter(({ problem }) => problem !== null);
  return found.sort((a, b) => (a.failingSince?.valueOf() ?? 0) - (b.failingSince?.valueOf() ?? 0));
}

/** What people call a source. */
export function sourceTitle({ title, feedTitle, url }: FollowedSource): string {
  return title ?? feedTitle ?? url;
}

/** How a source is: since when it fails, why, what was tried, and when it is looked at next. */
export function describeSource(source: FollowedSource, now: Date): string {
  const { problem, failures, failingSince, lookedAt, next } = source;
  const when = nextWords(next, now);
  if (problem === null)
    return lookedAt === null
      ? `not looked at yet; ${when}`
      : `looked at ${formatAge(lookedAt, now)}; ${when}`;
  const since = formatDate((failingSince ?? now).toISOString().slice(0, 10));
  const times = failures === 1 ? 'once' : `${failures} times`;
  return `${problem}; since ${since}, tried ${times}; ${when}`;
}

const MINUTE = 60_000; // milliseconds
const UNITS = [
  [60 * 24, 'day'],
  [60, 'hour'],
  [1, 'minute'],
] as const;

function nextWords(next: Date | null, now: Date): string {
  if (next === null) return 'not looked at any more';
  const minutes = Math.round((next.valueOf() - now.valueOf()) / MINUTE);
  const [unit, word] = UNITS.find(([size]) => minutes >= size) ?? [1, 'minute'];
  const count = Math.round(minutes / unit);
  return minutes < 1 ? 'next look now' : `next look in ${count} ${word}${count === 1 ? '' : 's'}`;
}
