import type { Filing } from '../text/filing.ts';
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

/** Hours of each day in which nothing is posted, as local clocks show them. */
export interface QuietHours {
  /** Local time, `22:00`. */
  readonly from: string;
  /** The first local time at which something is posted again, `07:00`. */
  readonly until: string;
}

/** That a digest is posted as soon as something comes, rather than at a time on some days. */
export interface Alert {
  /** When nothing is posted; null: at any time. */
  readonly quiet: QuietHours | null;
}

/** What a channel chose for a digest: its topic, its schedule and its size. */
export interface DigestSettings extends Schedule {
  /** A topic's name, or a phrase in straight quotation marks. */
  readonly topic: string;
  /** Null: it is posted at `at` on `days`, which mean nothing for an alert. */
  readonly alert: Alert | null;
  readonly length: '30s' | '1m' | '3m';
  /** What is posted if nothing is new. */
  readonly whenEmpty: 'skip' | 'note';
  /** What it keeps to; empty: to nothing. */
  readonly filing: Filing;
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
  /** The id of the person who scheduled it, `platform:workspace/id` if from elsewhere; empty if nobody is known. */
  readonly owner: string;
  /** When it was scheduled first; with its number, it tells one from a later one. */
  readonly ordered: Date;
  /** When it was scheduled, changed or resumed last: only later slots are due. Of an alert: only what came later is posted. */
  readonly since: Date;
  /** Why it is paused; null while it is active. */
  readonly paused: string | null;
  /** The first slot not yet planned, as known when it was last planned; null before that. Of an alert: when that was. */
  readonly next: Date | null;
}
