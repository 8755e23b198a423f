import { exponential } from '../text/backoff.ts';
import type { Feed } from './feed.ts';
import type { Fetched } from './fetcher.ts';

const MINUTE = 60_000; // milliseconds
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const INTERVAL = { least: 15 * MINUTE, first: HOUR, most: DAY } as const;
const LONGEST_WAIT = 7 * DAY; // whatever a server asks for
const BACKOFF = { first: HOUR, most: DAY } as const;
const JITTER = 0.1; // of the wait, so that sources which were added together are not looked at together

/** Failures in a row after which a source is no longer looked at by itself. */
export const MOST_FAILURES = 10;

/** When a source is looked at next. */
export interface NextLook {
  /** Milliseconds between looks from now on. */
  readonly interval: number;
  readonly next: Date;
}

/** What decides when to look again after a look that went well. */
export interface LookedWell {
  readonly now: Date;
  /** The interval before this look; null if it was the first. */
  readonly interval: number | null;
  /** Whether there was something new. */
  readonly changed: boolean;
  /** Null if the feed had not changed. */
  readonly feed: Pick<Feed, 'ttl' | 'items'> | null;
  readonly fetched: Pick<Fetched, 'maxAge' | 'retryAfter'>;
  /** What somebody has set, in milliseconds. */
  readonly every: number | null;
  /** From 0 to 1. */
  readonly random: number;
}

/** Looks more often at what changes often. What the feed and its server ask for is the least, within a day. */
export function nextLook({ now, fetched, feed, every, random, ...looked }: LookedWell): NextLook {
  const interval = every ?? adapt({ feed, ...looked });
  const asked = Math.min(DAY, Math.max((feed?.ttl ?? 0) * MINUTE, (fetched.maxAge ?? 0) * 1000));
  const wait = Math.max(interval, asked, waitAsked(fetched));
  return { interval, next: later(now, wait, random) };
}

/** When to look again after so many failures in a row; null if not by itself. */
export function nextTry(
  failures: number,
  { now, retryAfter, random }: { now: Date; retryAfter: number | null; random: number },
): Date | null {
  if (failures >= MOST_FAILURES) return null;
  const wait = Math.max(exponential(failures, BACKOFF), waitAsked({ retryAfter }));
  return later(now, wait, random);
}

function adapt({ interval, changed, feed }: Pick<LookedWell, 'interval' | 'changed' | 'feed'>): number {
  if (interval === null) return within((typicalGap(feed?.items ?? []) ?? 2 * INTERVAL.first) / 2);
  return within(changed ? interval / 2 : interval * 1.5);
}

/** The median time between items, in milliseconds; null for fewer than three that are dated. */
export function typicalGap(items: Feed['items']): number | null {
  const times = items.flatMap(({ at }) => at?.valueOf() ?? []).sort((a, b) => b - a);
  const gaps = times.slice(0, -1).map((time, n) => time - (times[n + 1] ?? time));
  return gaps.length < 2 ? null : (gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? null);
}

function within(interval: number): number {
  return Math.round(Math.min(INTERVAL.most, Math.max(INTERVAL.least, interval)));
}

function waitAsked({ retryAfter }: Pick<Fetched, 'retryAfter'>): number {
  return Math.min(LONGEST_WAIT, (retryAfter ?? 0) * 1000);
}

function later(now: Date, wait: number, random: number): Date {
  return new Date(now.valueOf() + Math.round(wait * (1 + JITTER * random)));
}
