import type { Weekday } from './subscription.ts';

/** A date, time and weekday as local clocks show them. */
export interface LocalTime {
  /** `2026-11-24` */
  readonly date: string;
  /** `08:00` */
  readonly time: string;
  readonly weekday: Weekday;
}

/** The time zone data of this machine does not, or no longer, contain a zone. */
export class UnknownZoneError extends RangeError {
  override readonly name = 'UnknownZoneError';
  readonly zone: string;

  constructor(zone: string, options?: ErrorOptions) {
    super(`Unknown time zone ${zone}`, options);
    this.zone = zone;
  }
}

const MINUTE = 60_000; // milliseconds
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FARTHEST = 16 * HOUR; // no zone has ever been farther from UTC
const STRIDE = 8 * HOUR; // since 1970 no zone has changed its clocks twice within this time
const MAX_FORMATS = 500; // 25 kB each, and more than there are zones

const FIELDS = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The date, time and weekday in a zone at an instant. */
export function localTimeOf(instant: Date, zone: string): LocalTime {
  const wall = new Date(wallAt(instant.getTime(), zone));
  const text = wall.toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16), weekday: weekdayOf(text.slice(0, 10)) };
}

/**
 * The first instant at which clocks in a zone show this time of this date, or a later one: the first of the two if an
 * hour is repeated, the end of the gap if it is skipped. Null if the whole day is skipped.
 */
export function instantOf(date: string, time: string, zone: string): Date | null {
  const { instant, leapt } = firstInstant(Date.parse(`${date}T${time}:00Z`), zone);
  if (leapt && dateAt(instant, zone) !== date && !isDayIn(date, zone)) return null;
  return new Date(instant);
}

/** The date this many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** The day of the week of a date. */
export function weekdayOf(date: string): Weekday {
  return (new Date(date).getUTCDay() || 7) as Weekday;
}

/** When clocks first show a time, or the end of the gap if they leap over it. */
interface FirstInstant {
  readonly instant: number;
  readonly leapt: boolean;
}

/** Goes through time in strides, from where no zone could show `wall` yet. */
function firstInstant(wall: number, zone: string): FirstInstant {
  let from = wall - FARTHEST;
  for (let before = offsetAt(from, zone); ; from += STRIDE) {
    const to = from + STRIDE;
    const after = offsetAt(to, zone);
    const change = before === after ? to : changeBetween(from, to, zone);
    if (wall - before < change) return firstFrom(from, wall - before);
    if (wall - after < to) return firstFrom(change, wall - after);
    before = after;
  }
}

function firstFrom(start: number, instant: number): FirstInstant {
  return instant < start ? { instant: start, leapt: true } : { instant, leapt: false };
}

/** The first second of the new offset, found by bisection. */
function changeBetween(from: number, to: number, zone: string): number {
  const before = offsetAt(from, zone);
  let [old, fresh] = [from, to];
  while (fresh - old > 1000) {
    const middle = old + Math.floor((fresh - old) / 2000) * 1000;
    if (offsetAt(middle, zone) === before) old = middle;
    else fresh = middle;
  }
  return fresh;
}

function isDayIn(date: string, zone: string): boolean {
  return dateAt(firstInstant(Date.parse(date), zone).instant, zone) === date;
}

function dateAt(instant: number, zone: string): string {
  return new Date(wallAt(instant, zone)).toISOString().slice(0, 10);
}

/** How far local clocks are ahead of UTC, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  return wallAt(instant, zone) - Math.floor(instant / 1000) * 1000;
}

/** What local clocks show, to the second, as if it were UTC. */
function wallAt(instant: number, zone: string): number {
  const text = formatOf(zone).format(instant);
  const fields = FIELDS.exec(text);
  if (fields === null) throw new Error(`Could not read the local time ${text}`);
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = fields.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = createFormat(zone);
  const [oldest] = formats.keys();
  if (formats.size >= MAX_FORMATS && oldest !== undefined) formats.delete(oldest);
  formats.set(zone, format);
  return format;
}

function createFormat(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
    });
  } catch (cause) {
    throw new UnknownZoneError(timeZone, { cause });
  }
}
