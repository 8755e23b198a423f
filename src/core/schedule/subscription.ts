import type { ChannelAddress } from './channel-address.ts';

/** A day of the week, from Monday as 1 to Sunday as 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a digest is to come. It is kept as it was ordered; the next instant is computed anew each time. */
export interface Schedule {
  /** Local time, `08:00`. */
  readonly at: string;
  /** In the order of the week. */
  readonly days: readonly Weekday[];
  /** An IANA time zone, for example `Europe/London`. */
  readonly zone: string;
}

/** What a channel has ordered. */
export interface Order extends Schedule {
  /** A topic's name. */
  readonly topic: string;
  readonly length: '30s' | '1m' | '3m';
  /** What is posted when nothing is new. */
  readonly whenEmpty: 'skip' | 'note';
  /** Excerpts at most. */
  readonly max: number;
}

/** Which subscription: numbers count from 1 in each channel, and none is given twice while its editions are known. */
export interface SubscriptionKey {
  readonly channel: ChannelAddress;
  readonly number: number;
}

/** A channel's standing order for a digest. */
export interface Subscription extends SubscriptionKey, Order {
  /** Who ordered it: the id of a person on the platform. */
  readonly owner: string;
  /** When it was ordered, changed or resumed last: only slots after this are due. */
  readonly since: Date;
  /** Why it is paused; null while it is on. */
  readonly paused: string | null;
  /** The first slot that was not planned yet, as far as was known when it was planned last; null before that. */
  readonly next: Date | null;
}
