import { monthNumbers } from './local-date.ts';
import { quartersIn } from './quarter.ts';
import { isDate } from './stated-date.ts';

/** A stretch of time: on or after a date, and before one; each `2024`, `2024-07` or `2024-07-10`, null if it is open. */
export interface Period {
  readonly since: string | null;
  readonly before: string | null;
}

/** What a question's words for times are relative to. */
export interface PeriodContext {
  readonly now: Date;
  /** The period that was spoken of before: “in September of that year”. */
  readonly earlier: Period | null;
}

/**
 * Reads the period that a question asks about: “in July 2022”, “since March”, “last year”, “before 2020”, “between May and
 * July 2021”. Null if it names none. Understands English, and dates with a year in twenty languages.
 */
export function periodIn(question: string, context: PeriodContext): Period | null {
  const line = question.normalize('NFKC').replace(/\s+/g, ' ');
  const dates = datesIn(line, context);
  const relative = relativeIn(line, context).filter(
    ({ at }) => !dates.some((date) => date.at <= at && at < date.end),
  );
  const found = [...dates, ...relative].map((date) => limited(date, line));
  if (found.length === 0) return null;
  const starts = found.flatMap(({ since }) => since ?? []).sort();
  const ends = found.flatMap(({ before }) => before ?? []).sort();
  const isOpen = (side: keyof Period) => found.some((period) => period[side] === null);
  return {
    since: isOpen('since') ? null : (starts[0] ?? null),
    before: isOpen('before') ? null : (ends.at(-1) ?? null),
  };
}

/** Whether a word only says when: a month, a year in figures, “year”, “month”, “week”. */
export function isTimeWord(word: string): boolean {
  return TIME.test(word) || (/^\p{L}{3,}$/u.test(word) && monthNumbers().has(word.toLowerCase()));
}

const TIME = /^(?:(?:1[89]|20)\d\d|years?|months?|weeks?|quarters?)$/i;

/** The first day, month or year of a period in a line, the one after it, and the offsets between which it is written. */
interface Dated {
  readonly date: string;
  readonly next: string;
  readonly at: number;
  readonly end: number;
}

const SINCE =
  /(?:since|after|from|as of|seit|nach|ab|depuis|après|desde|después de|dal|dopo|sinds|na|vanaf)(?: (?:the|le|el|il|de|dem|der|den))?(?: \p{L}+ of)? $/iu;
const BEFORE =
  /(?:before|until|till|up to|by|prior to|vor|bis|avant|jusqu[’']en|antes de|hasta|prima del?|fino al?|até|voor|tot)(?: (?:the|le|el|il|dem|der|den))? $/iu;

function limited({ date, next, at }: Dated, line: string): Period {
  const words = line.slice(0, at);
  if (BEFORE.test(words)) return { since: null, before: date };
  if (SINCE.test(words)) return { since: date, before: null };
  return { since: date, before: next };
}

const NAMED =
  /(?<!\p{L})(?:(?<day>\d{1,2})(?:st|nd|rd|th|\.|º)? (?:de |of )?)?(?<name>\p{L}{3,12})\.?(?: (?<nextDay>\d{1,2})(?:st|nd|rd|th)?(?!\d))?,?(?: (?:de |del |of )?(?<year>(?:1[89]|20)\d\d|that year|the same year))?(?!\p{L})/giu;
const NUMBERED =
  /(?<year>(?:1[89]|20)\d\d) ?[年년](?: ?(?<month>\d{1,2}) ?[月월](?: ?(?<day>\d{1,2}) ?[日일])?)?/gu;
const WRITTEN =
  /(?<![\d.,/-])(?<year>(?:1[89]|20)\d\d)(?:-(?<month>\d\d)(?:-(?<day>\d\d))?)?(?<decade>s(?!\p{L}))?(?![.,/]?\d|%)/gu;

function datesIn(line: string, context: PeriodContext): Dated[] {
  const dates: Dated[] = [...quartersIn(line)];
  for (const form of [NAMED, NUMBERED, WRITTEN]) {
    for (const { 0: written, index: at, groups = {} } of line.matchAll(form)) {
      const date = dateOf(groups, line.slice(0, at), context);
      if (date === null || dates.some((other) => other.at <= at && at < other.end)) continue;
      const next = groups.decade ? String(Number(date) + 10) : dateAfter(date);
      dates.push({ date, next, at, end: at + written.length });
    }
  }
  return dates;
}

/** A month without a year is one only after a word that places it in time: “may” and “march” are verbs too. */
const PLACES =
  /(?:\b(?:in|of|since|last|during|before|after|until|till|from|by|for|between|and|late|early|mid)[ -])$/i;

function dateOf(
  groups: Record<string, string | undefined>,
  before: string,
  context: PeriodContext,
): string | null {
  const { name, nextDay } = groups;
  const number = name === undefined ? groups.month : monthNumbers().get(name.toLowerCase());
  if (name !== undefined && number === undefined) return null;
  const day = groups.day ?? nextDay;
  const written = groups.year;
  const isClear = written !== undefined || (/^\p{Lu}/u.test(name ?? '') && PLACES.test(before));
  if (!isClear) return null;
  const year = /^\d/.test(written ?? '') ? written : yearOf(Number(number), context);
  const date = [year, number, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'));
  return isDate(date.join('-')) ? date.join('-') : null;
}

/** The year of a month named without one: that which was spoken of, or when the month was last. */
function yearOf(month: number, { now, earlier }: PeriodContext): number {
  const said = earlier?.since ?? earlier?.before;
  if (said) return Number(said.slice(0, 4));
  return now.getUTCMonth() + 1 >= month ? now.getUTCFullYear() : now.getUTCFullYear() - 1;
}

const RELATIVE =
  /\b(?<which>last|past|previous|this|current|that|the same|the following|the next|next) (?<unit>year|month|week)\b|\b(?<day>yesterday|today)\b/giu;

function relativeIn(line: string, context: PeriodContext): Dated[] {
  return [...line.matchAll(RELATIVE)].flatMap(({ index: at, groups = {} }) => {
    const date = relativeDate(groups, context);
    if (date === null) return [];
    const next = /^week$/i.test(groups.unit ?? '') ? laterBy(7, date) : dateAfter(date);
    return { date, next, at, end: at + 1 };
  });
}

const DAY = 86_400_000; // milliseconds

function relativeDate(
  { which = '', unit = '', day }: Record<string, string | undefined>,
  { now, earlier }: PeriodContext,
): string | null {
  if (day) return isoDay(day.toLowerCase() === 'today' ? now : new Date(now.getTime() - DAY));
  const refersBack = /^(?:that|the same|the following|the next)$/i.test(which);
  const said = refersBack ? (earlier?.since ?? null) : isoDay(now);
  if (said === null) return null;
  const by = /^(?:last|past|previous)$/i.test(which) ? -1 : /(?:following|next)$/i.test(which) ? 1 : 0;
  return shifted(said, unit.toLowerCase(), by);
}

function shifted(date: string, unit: string, by: number): string | null {
  if (unit === 'year') return String(Number(date.slice(0, 4)) + by);
  if (date.length < 7) return null;
  if (unit === 'month')
    return isoDay(new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + by, 1))).slice(
      0,
      7,
    );
  return date.length < 10 ? null : laterBy(7 * by - 6, date);
}

/** The date after a day, a month or a year. */
function dateAfter(date: string): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return String(year + 1);
  if (day === undefined) return isoDay(new Date(Date.UTC(year, month, 1))).slice(0, 7);
  return isoDay(new Date(Date.UTC(year, month - 1, day + 1)));
}

function laterBy(days: number, date: string): string {
  return isoDay(new Date(Date.parse(date) + days * DAY));
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
