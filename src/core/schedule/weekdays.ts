import { echo } from '../text/echo.ts';
import { UserError } from '../text/user-error.ts';
import type { Weekday } from './subscription.ts';

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

/** Parses `mon-fri`, `daily`, `weekends`, `fri-mon` or `mon,wed,sat` as days in the order of the week. */
export function parseDays(text: string): readonly Weekday[] {
  const parts = text
    .trim()
    .toLowerCase()
    .replace(/\s*[-–]\s*/g, '-')
    .split(/\s*,\s*|\s+/);
  const parsed = parts.map(parsePart);
  if (parsed.some((days) => days === null))
    throw new UserError(
      `"${echo(text)}" is not a list of days. Use for example mon-fri, daily or mon,wed,fri.`,
      { code: 'invalid-option' },
    );
  return WEEK.filter((day) => parsed.some((days) => days?.includes(day)));
}

function parsePart(part: string): readonly Weekday[] | null {
  if (Object.hasOwn(SETS, part)) return SETS[part] ?? null;
  const [first, last, ...more] = part.split('-').map(parseDay);
  if (first === undefined || first === null || last === null || more.length > 0) return null;
  if (last === undefined) return [first];
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => weekdayAt(first + index));
}

/** `mo`, `mon`, `monday` and `mondays` are all Monday. */
function parseDay(word: string): Weekday | null {
  const index = word.length < 2 ? -1 : FULL_NAMES.findIndex((name) => `${name}s`.startsWith(word));
  return index < 0 ? null : weekdayAt(index + 1);
}

/** Formats days as `mon-fri`, `daily` or `mon, wed, fri`, which parseDays parses as the same days. */
export function formatDays(days: readonly Weekday[]): string {
  if (days.length === WEEK.length) return 'daily';
  const has = (day: number) => days.includes(weekdayAt(day));
  const runs = days.filter((day) => !has(day - 1)).map((first) => ({ first, length: runFrom(first, has) }));
  return runs
    .flatMap(({ first, length }) => formatRun(first, length))
    .sort((a, b) => a.first - b.first)
    .map(({ text }) => text)
    .join(', ');
}

function runFrom(first: number, has: (day: number) => boolean): number {
  let length = 1;
  while (length < 7 && has(first + length)) length += 1;
  return length;
}

/** Three or more days in a row become one range. */
function formatRun(first: Weekday, length: number): { readonly first: number; readonly text: string }[] {
  const days = Array.from({ length }, (_, index) => weekdayAt(first + index));
  const names = days.map((day) => NAMES[day - 1]);
  if (length > 2) return [{ first, text: `${names[0]}-${names.at(-1)}` }];
  return days.map((day, index) => ({ first: day, text: `${names[index]}` }));
}

/** Counts on past the end of the week, and back past its start. */
function weekdayAt(day: number): Weekday {
  return WEEK[(day + 6) % 7] ?? 1;
}
