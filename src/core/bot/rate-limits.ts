import type { Audience } from '../library/audience.ts';

/** Lets nobody ask so much that others wait. */
export interface RateLimits {
  /** Takes a request in: null when it may be answered, otherwise the seconds to wait, and for whose sake. */
  take(audience: Audience, now: Date): Refused | null;
}

/** Why a request has to wait. */
export interface Refused {
  readonly seconds: number;
  readonly whose: keyof typeof PER_MINUTE;
}

const PER_MINUTE = { person: 10, channel: 30, workspace: 120 } as const;
const MINUTE = 60_000; // milliseconds
const ROUNDING = 1e-6;
const SWEEP = 10_000; // buckets after which those that are full again are dropped

/** Token buckets: as many requests at once as a minute allows, then one whenever its share of the minute has passed. */
export function createRateLimits(): RateLimits {
  const buckets = new Map<string, Bucket>();
  return {
    take(audience, now) {
      const found = scopesOf(audience).map((scope) => ({ ...scope, bucket: fill(scope, buckets, now) }));
      const empty = found
        .filter(({ bucket }) => bucket.left < 1 - ROUNDING)
        .sort((a, b) => secondsLeft(b) - secondsLeft(a));
      const [worst] = empty;
      if (worst) return { seconds: secondsLeft(worst), whose: worst.whose };
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
  readonly whose: keyof typeof PER_MINUTE;
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

function fill({ whose, key }: Scope, buckets: Map<string, Bucket>, now: Date): Bucket {
  const most = PER_MINUTE[whose];
  const at = now.valueOf();
  const before = buckets.get(key) ?? { left: most, at };
  const passed = Math.max(0, at - before.at);
  const bucket = { left: Math.min(most, before.left + (passed / MINUTE) * most), at };
  buckets.set(key, bucket);
  return bucket;
}

function secondsLeft({ whose, bucket }: Scope & { readonly bucket: Bucket }): number {
  return Math.ceil(((1 - bucket.left) / PER_MINUTE[whose]) * (MINUTE / 1000) - ROUNDING);
}

function sweep(buckets: Map<string, Bucket>, now: Date): void {
  for (const [key, { at }] of buckets) if (now.valueOf() - at >= MINUTE) buckets.delete(key);
}

/** What a person is told who has to wait. */
export function formatRefused({ seconds, whose }: Refused): string {
  const who = whose === 'person' ? 'you have' : `this ${whose} has`;
  const wait = seconds === 1 ? 'a second' : `${seconds} seconds`;
  return `That was quick: ${who} request ${PER_MINUTE[whose]} times within a minute. Try again in ${wait}.`;
}
