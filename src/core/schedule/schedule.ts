import { echo } from '../text/echo.ts';
import { filingInWords } from '../text/filing.ts';
import { formatDate } from '../text/format-date.ts';
import { UserError } from '../text/user-error.ts';
import { localTimeOf } from './local-time.ts';
import type { DigestSettings, Subscription } from './subscription.ts';
import { formatDays } from './weekdays.ts';
import { canonicalZone, nearestZones } from './zone-names.ts';

const TIME = /^(\d{1,2})(?::(\d{2}))?\s*(am|pm)?$/i;

/** Parses `8:00`, `20:30` or `8:30 pm` as `08:00`, `20:30`. */
export function parseTime(text: string): string {
  const [, hours = '', minutes, half] = TIME.exec(text.trim()) ?? [];
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/pm/i.test(half) ? 12 : 0);
  const isWritten = half === undefined ? minutes !== undefined : Number(hours) >= 1 && Number(hours) <= 12;
  if (!isWritten || hour > 23 || Number(minutes ?? 0) > 59)
    throw invalid(`"${echo(text)}" is not a time. Use 24-hour hh:mm, for example 08:00.`);
  return `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`;
}

/** Parses the name of a time zone in any case; a UserError suggests names for a mistyped one. */
export function parseZone(text: string): string {
  const zone = canonicalZone(text);
  if (zone !== null) return zone;
  const near = nearestZones(text);
  const hint =
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Use a name like Europe/London, or UTC.';
  throw invalid(`"${echo(text)}" is not a time zone. ${hint}`, near);
}

function invalid(message: string, suggestions: readonly string[] = []): UserError {
  return new UserError(message, { code: 'invalid-option', suggestions });
}

/**
 * `08:00 mon-fri Europe/London`, or of an alert `as soon as something comes, at most every 10 minutes` and its quiet hours,
 * then what it keeps to: `, only documents tagged primary`.
 */
export function formatSchedule({
  alert,
  at,
  days,
  zone,
  filing,
}: Pick<DigestSettings, 'alert' | 'at' | 'days' | 'zone' | 'filing'>): string {
  const kept = filingInWords(filing);
  const only = kept.length === 0 ? '' : `, only documents ${kept.join(', ')}`;
  if (alert === null) return `${at} ${formatDays(days)} ${zone}${only}`;
  const quiet = alert.quiet === null ? '' : `, quiet ${alert.quiet.from}–${alert.quiet.until} ${zone}`;
  return `as soon as something comes, at most every 10 minutes${quiet}${only}`;
}

/** The same, and when it is posted next, or why it is not: `… · next Wed 25 Nov 08:00`, `… · paused: …`. */
export function formatStanding(subscription: Subscription, next: Date | null, now: Date): string {
  const { alert, paused, zone } = subscription;
  const schedule = formatSchedule(subscription);
  if (paused !== null) return `${schedule} · paused: ${paused}`;
  if (alert !== null) return schedule;
  return `${schedule} · ${next ? `next ${formatLocal(next, zone, now)}` : 'never'}`;
}

/** `Mon 24 Nov 08:00`, with the year if it is not the current one in that zone. */
export function formatLocal(instant: Date, zone: string, now: Date): string {
  const { time, weekday } = localTimeOf(instant, zone);
  return `${NAMES[weekday]} ${formatLocalDay(instant, zone, now)} ${time}`;
}

/** `24 Nov`, with the year if it is not the current one in that zone. */
export function formatLocalDay(instant: Date, zone: string, now: Date): string {
  const { date } = localTimeOf(instant, zone);
  const isThisYear = localTimeOf(now, zone).date.slice(0, 4) === date.slice(0, 4);
  return isThisYear ? formatDate(date).replace(/ \d+$/, '') : formatDate(date);
}

/** `Mon 08:00`, for an instant within the coming week. */
export function formatLocalShort(instant: Date, zone: string): string {
  const { weekday, time } = localTimeOf(instant, zone);
  return `${NAMES[weekday]} ${time}`;
}

const NAMES = { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 7: 'Sun' } as const;
