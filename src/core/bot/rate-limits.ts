import type { Audience } from '../library/audience.ts';

/** Limits on requests, so that nobody's many requests make others wait. */
export interface RateLimits {
  /** Counts a request; null if it may be answered, otherwise why it has to wait. */
  take(audience: Audience, now: Date): Refused | null;
}

/** Why a request has to wait. */
export interface Refused {
  readonly seconds: number;
  /** The limit that was met: the person's, the channel's or the workspace's. */
  readonly whose: keyof PerMinute;
  /** How many requests it allows in a minute. */
  readonly most: number;
}

/** How many requests may come in a minute. */
export type PerMinute = Readonly<Record<'person' | 'channel' | 'workspace', number>>;

const PER_MINUTE: PerMinute = { person: 10, channel: 30, workspace: 120 };
const MINUTE = 60_000; // milliseconds
const ROUNDING = 1e-6;
const SWEEP = 10_000; // buckets; with more of them, full ones are dropped

/** Creates token buckets: a minute's requests may come at once, then one each time its share of the minute has passed. */
export function createRateLimits(perMinute: PerMinute = PER_MINUTE): RateLimits {
  const buckets = new Map<string, Bucket>();
  return {
    take(audience, now) {
      const found = scopesOf(audience).map(({ whose, key }) => {
        const most = perMinute[whose];
        return { whose, most, bucket: fill({ most, key }, buckets, now) };
      });
      const empty = found
        .filter(({ bucket }) => bucket.left < 1 - ROUNDING)
        .sort((a, b) => secondsLeft(b) - secondsLeft(a));
      const [worst] = empty;
      if (worst) return { seconds: secondsLeft(worst), whose: worst.whose, most: worst.most };
      for (const { bucket } of found) bucket.left--;
      if (buckets.size > SWEEP) sweep(buckets, now);
      return null;
    },
  };
}

interface Bucket {
  left: number;
  at: number;
}

interface Scope {
  readonly whose: keyof PerMinute;
  readonly key: string;
}

interface Limited {
  readonly most: number;
  readonly key: string;
}

function scopesOf({ platform, workspace, channel, user }: Audience): Scope[] {
  const key = (...parts: string[]) => JSON.stringify([platform, workspace, ...parts]);
  return [
    { whose: 'person', key: key('person', user) },
    { whose: 'channel', key: key('channel', channel) },
    { whose: 'workspace', key: key() },
  ];
}

function fill({ most, key }: Limited, buckets: Map<string, Bucket>, now: Date): Bucket {
  const at = now.valueOf();
  const before = buckets.get(key) ?? { left: most, at };
  const passed = Math.max(0, at - before.at);
  const bucket = { left: Math.min(most, before.left + (passed / MINUTE) * most), at };
  buckets.set(key, bucket);
  return bucket;
}

function secondsLeft({ most, bucket }: { readonly most: number; readonly bucket: Bucket }): number {
  return Math.ceil(((1 - bucket.left) / most) * (MINUTE / 1000) - ROUNDING);
}

function sweep(buckets: Map<string, Bucket>, now: Date): void {
  for (const [key, { at }] of buckets) if (now.valueOf() - at >= MINUTE) buckets.delete(key);
}

/** Formats a refusal for the person who has to wait. */
export function formatRefused({ seconds, whose, most }: Refused): string {
  const who = whose === 'person' ? 'you have' : `this ${whose} has`;
  const wait = seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `Too many requests: ${who} asked ${most} times in a minute. Try again in ${wait}.`;
}
