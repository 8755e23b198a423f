import { createEditionLedger } from '../fakes/edition-ledger.ts';
import { createSubscription } from '../fakes/subscriptions.ts';

const MINUTE = 60_000; // milliseconds
const DAY = 1_440 * MINUTE;

/** Zones whose clocks change in ways that have broken schedulers: at midnight, by half an hour, in the south, for Ramadan. */
export const DST_ZONES = [
  ...['America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Africa/Cairo'],
  ...['America/Santiago', 'Africa/Casablanca', 'Asia/Beirut', 'America/Havana'],
];

/** Times in and beside the hours that are left out or repeated. */
export const DST_TIMES = ['00:00', '00:30', '01:30', '02:30', '09:00'];

/** How many local days got one edition, none, or several. */
export interface EditionCount {
  readonly once: number;
  readonly lost: number;
  readonly doubled: number;
  /** Posts whose slot is not the date that calendars there showed. */
  readonly misdated: number;
}

/** What to simulate: a daily subscription over local days, with one tick every so many minutes. */
export interface DstRun {
  readonly zone: string;
  readonly time: string;
  /** The first local date. */
  readonly from: string;
  readonly days: number;
  readonly tickMinutes: number;
  /** Plans at every tick, not only when the last plan says so. Takes long with ticks of a minute. */
  readonly always?: boolean;
}

/** Ticks through all days and counts the posts on each, by what a calendar there showed when they were posted. */
export function countEditions({ zone, time, from, days, tickMinutes, always = false }: DstRun): EditionCount {
  const start = Date.parse(from) - 2 * DAY;
  const subscription = createSubscription({ at: time, zone, since: new Date(start) });
  const ledger = createEditionLedger(subscription, { always });
  for (let now = start; now <= start + (days + 4) * DAY; now += tickMinutes * MINUTE)
    ledger.tick(new Date(now));
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  const shown = ledger.posts.map(({ now }) => calendar.format(now));
  const counts = Array.from({ length: days }, (_, day) => new Date(Date.parse(from) + day * DAY))
    .map((date) => date.toISOString().slice(0, 10))
    .map((date) => shown.filter((other) => other === date).length);
  return {
    once: counts.filter((count) => count === 1).length,
    lost: counts.filter((count) => count === 0).length,
    doubled: counts.filter((count) => count > 1).length,
    misdated: ledger.posts.filter(({ slot }, index) => slot !== shown[index]).length,
  };
}
