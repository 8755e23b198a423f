import type { ChannelAddress } from './channel-address.ts';

/** A day of the week, from Monday as 1 to Sunday as 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a digest is posted, as a person gave it: every instant is computed from it anew. */
export interface Schedule {
  /** Local time, `08:00`. */
  readonly at: string;
  /** In the order of the week. */
  readonly days: readonly Weekday[];
  /** An IANA time zone, for example `Europe/London`. */
  readonly zone: string;
}

/** What a channel chose for a digest: its topic, its schedule and its size. */
export interface DigestSettings extends Schedule {
  /** A topic's name. */
  readonly topic: string;
  readonly length: '30s' | '1m' | '3m';
  /** What is posted if nothing is new. */
  readonly whenEmpty: 'skip' | 'note';
  /** The maximum number of excerpts. */
  readonly max: number;
}

/** Identifies a subscription. Each channel counts from 1 and reuses no number while editions of it are stored. */
export interface SubscriptionKey {
  readonly channel: ChannelAddress;
  readonly number: number;
}

/** A channel's standing order for a digest. */
export interface Subscription extends SubscriptionKey, DigestSettings {
  /** The id of the person who scheduled it; empty if nobody is known. */
  readonly owner: string;
  /** When it was scheduled, changed or resumed last: only later slots are due. */
  readonly since: Date;
  /** Why it is paused; null while it is active. */
  readonly paused: string | null;
  /** The first slot not yet planned, as known when it was last planned; null before that. */
  readonly next: Date | null;
}
