import { echo } from '../text/echo.ts';
import { readableDate } from '../text/readable-date.ts';
import { UserError } from '../text/user-error.ts';
import { addDays, instantOf, localTimeOf, weekdayOf } from './local-time.ts';
import type { Schedule, Weekday } from './subscription.ts';
import { canonicalZone, nearestZones } from './zone-names.ts';

/** One day's turn: its local date, and the instant at which it is due. */
export interface Slot {
  readonly slot: string;
  readonly due: Date;
}

const TIME = /^(\d{1,2})(?::(\d{2}))?\s*(am|pm)?$/i;
const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const FULL_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const SETS: Readonly<Record<string, readonly Weekday[]>> = {
  daily: WEEK,
  everyday: WEEK,
  weekday: [1, 2, 3, 4, 5],
  weekdays: [1, 2, 3, 4, 5],
  weekend: [6, 7],
  weekends: [6, 7],
};

/** Reads `8:00`, `20:30` or `8:30 pm` as `08:00`, `20:30`. */
export function parseTime(text: string): string {
  const [, hours = '', minutes, half] = TIME.exec(text.trim()) ?? [];
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/pm/i.test(half) ? 12 : 0);
  const written = half === undefined ? minutes !== undefined : Number(hours) >= 1 && Number(hours) <= 12;
  if (!written || hour > 23 || Number(minutes ?? 0) > 59)
    throw invalid(`"${echo(text)}" is not a time. Use 24-hour hh:mm, for example 08:00.`);
  return `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`;
}

/** Reads `mon-fri`, `daily`, `weekends`, `fri-mon` or `mon,wed,sat` as days in the order of the week. */
export function parseDays(text: string): readonly Weekday[] {
  const parts = text
    .trim()
    .toLowerCase()
    .replace(/\s*[-–]\s*/g, '-')
    .split(/\s*,\s*|\s+/);
  const read = parts.map(daysOf);
  if (read.some((days) => days === null))
    throw invalid(`"${echo(text)}" does not name days. Write for example mon-fri, daily or mon,wed,fri.`);
  return WEEK.filter((day) => read.some((days) => days?.includes(day)));
}

/** Reads the name of a time zone in any case; a mistyped one is answered with what may have been meant. */
export function parseZone(text: string): string {
  const zone = canonicalZone(text);
  if (zone !== null) return zone;
  const near = nearestZones(text);
  const hint =
    near.length > 0
      ? `Did you mean ${near.join(' or ')}?`
      : 'Name a place, for example Europe/London, or UTC.';
  throw invalid(`"${echo(text)}" is not a time zone. ${hint}`, near);
}

/** `mon-fri`, `daily`, `mon, wed, fri`: what readDays reads. */
export function formatDays(days: readonly Weekday[]): string {
  if (days.length === WEEK.length) return 'daily';
  const has = (day: number) => days.includes(weekdayAt(day));
  const runs = days.filter((day) => !has(day - 1)).map((first) => ({ first, length: runFrom(first, has) }));
  return runs
    .flatMap(({ first, length }) => formatRun(first, length))
    .sort((a, b) => a.first - b.first)
    .map(({ said }) => said)
    .join(', ');
}

/** `08:00 mon-fri Europe/London` */
export function formatSchedule({ at, days, zone }: Schedule): string {
  return `${at} ${formatDays(days)} ${zone}`;
}

/** The next slots after an instant, so many of them, in order. */
export function nextSlots(schedule: Schedule, after: Date, count: number): Slot[] {
  const slots: Slot[] = [];
  if (schedule.days.length === 0) return slots;
  for (let date = localTimeOf(after, schedule.zone).date; slots.length < count; date = addDays(date, 1)) {
    const slot = slotOn(schedule, date);
    if (slot !== null && slot.due > after) slots.push(slot);
  }
  return slots;
}

/** The slots up to an instant, that one included, the newest first and without an end. */
export function* slotsUpTo(schedule: Schedule, until: Date): Generator<Slot> {
  if (schedule.days.length === 0) return;
  for (let date = addDays(localTimeOf(until, schedule.zone).date, 1); ; date = addDays(date, -1)) {
    const slot = slotOn(schedule, date);
    if (slot !== null && slot.due <= until) yield slot;
  }
}

/** `Mon 24 Nov 08:00`, with the year where it is not the present one there. */
export function formatLocal(instant: Date, zone: string, now: Date): string {
  const { date, time, weekday } = localTimeOf(instant, zone);
  const thisYear = localTimeOf(now, zone).date.slice(0, 4) === date.slice(0, 4);
  const day = thisYear ? readableDate(date).replace(/ \d+$/, '') : readableDate(date);
  return `${capital(NAMES[weekday - 1])} ${day} ${time}`;
}

function slotOn({ at, days, zone }: Schedule, date: string): Slot | null {
  if (!days.includes(weekdayOf(date))) return null;
  const due = instantOf(date, at, zone);
  return due === null ? null : { slot: date, due };
}

function daysOf(part: string): readonly Weekday[] | null {
  if (Object.hasOwn(SETS, part)) return SETS[part] ?? null;
  const [first, last, ...more] = part.split('-').map(dayOf);
  if (first === undefined || first === null || last === null || more.length > 0) return null;
  if (last === undefined) return [first];
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => weekdayAt(first + index));
}

/** `mo`, `mon`, `monday` and `mondays` are all Monday. */
function dayOf(word: string): Weekday | null {
  const index = word.length < 2 ? -1 : FULL_NAMES.findIndex((name) => `${name}s`.startsWith(word));
  return index < 0 ? null : weekdayAt(index + 1);
}

/** Counts on past the end of the week, and back past its start. */
function weekdayAt(day: number): Weekday {
  return WEEK[(day + 6) % 7] ?? 1;
}

function runFrom(first: number, has: (day: number) => boolean): number {
  let length = 1;
  while (length < 7 && has(first + length)) length += 1;
  return length;
}

/** Three days or more in a row are said as one. */
function formatRun(first: Weekday, length: number): { readonly first: number; readonly said: string }[] {
  const days = Array.from({ length }, (_, index) => weekdayAt(first + index));
  const names = days.map((day) => NAMES[day - 1]);
  if (length > 2) return [{ first, said: `${names[0]}-${names.at(-1)}` }];
  return days.map((day, index) => ({ first: day, said: `${names[index]}` }));
}

function capital(word = ''): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function invalid(message: string, suggestions: readonly string[] = []): UserError {
  return new UserError(message, { code: 'invalid-option', suggestions });
}
