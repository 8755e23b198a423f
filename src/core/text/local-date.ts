import { isDate } from './stated-date.ts';

/**
 * Finds the first full date in a line as people write it in their language, as `2024-07-10`: “10. Juli 2024”,
 * “2024年7月10日”, “10.07.2024” in German. Null if there is none, or if the language (`de`, `en-GB`) leaves open whether the
 * day or the month comes first.
 */
export function parseLocalDate(written: string, language: string | null): string | null {
  return findLocalDates(plainLine(written), language)[0]?.date ?? null;
}

/** A line as dates are sought in it: its first 200 characters, with plain spaces and digits. */
export function plainLine(written: string): string {
  return written.slice(0, MAX_LINE).normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/** A full date in a line, `2024-07-10`, and the offsets between which it is written. */
export interface LocalDate {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** Finds all full dates in a plain line, in order, as parseLocalDate reads them. */
export function findLocalDates(line: string, language: string | null): readonly LocalDate[] {
  return [...wordForms(line), ...numberForms(line, language)].sort((a, b) => a.start - b.start);
}

const MAX_LINE = 200; // characters
const FIRST_YEAR = 1500;

function toFound(
  { 0: written, index = 0 }: RegExpMatchArray,
  parts: { year: string; month: string | number; day: string },
): readonly LocalDate[] {
  const date = [parts.year, parts.month, parts.day].map((part) => String(part).padStart(2, '0')).join('-');
  const found = { date, start: index, end: index + written.length };
  return Number(parts.year) >= FIRST_YEAR && isDate(date) ? [found] : [];
}

// Ordinals, also as text recognition reads their raised letters: 25", 27'", 24™; 5% before a month is a share.
const DAY_NAME =
  /(?<![\p{L}\p{N}.,]|[\p{L}\d][-–]|\d\.? [-–] )(?<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.|['"’”°]{1,2}|TM)?(?: (?:de|of))? (?<name>\p{L}{3,12})\.?,?(?: (?:de|del))? (?<year>\d{4})(?!\d)/giu;
const NAME_DAY =
  /(?<!\p{L}|[\p{L}\d][-–]|\d [-–] )(?<name>\p{L}{3,12})\.? (?<day>\d{1,2})(?:st|nd|rd|th|['"’”°%]{1,2}|TM)?,? (?<year>\d{4})(?!\d)/giu;

function wordForms(text: string): readonly LocalDate[] {
  return [DAY_NAME, NAME_DAY].flatMap((form) =>
    [...text.matchAll(form)].flatMap((found) => {
      const { day = '', name = '', year = '' } = found.groups ?? {};
      const month = monthNumbers().get(name.toLowerCase());
      return month === undefined ? [] : toFound(found, { year, month, day });
    }),
  );
}

const YEAR_FIRST = [
  /(?<year>\d{4}) ?[年년] ?(?<month>\d{1,2}) ?[月월] ?(?<day>\d{1,2}) ?[日일号]/g,
  /(?<![\d.])(?<year>\d{4})\. ?(?<month>\d{1,2})\. ?(?<day>\d{1,2})(?![\d]|\.\d)/g,
  /(?<![\d/-])(?<year>\d{4})(?<sign>[/-])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?![\d/-])/g,
];
const YEAR_LAST =
  /(?<![\d./-])(?<first>\d{1,2})(?<sign>[./-]) ?(?<second>\d{1,2})\k<sign> ?(?<year>\d{4})(?![\d/-]|\.\d)/g;

// Languages whose writers put the day before the month; those of English differ.
const DAY_FIRST = new Set(
  'de fr es it pt nl pl cs sk ru uk bg tr sv da no nb nn fi ro hr sl el ca et vi id'.split(' '),
);
const DAY_FIRST_ENGLISH = new Set(['en-gb', 'en-ie', 'en-au', 'en-nz', 'en-in', 'en-za']);

/** A language tag for English of which it is known that the month comes first. */
export const MONTH_FIRST = 'en-x-month';

function numberForms(text: string, language: string | null): readonly LocalDate[] {
  const tag = (language ?? '').toLowerCase().replace('_', '-');
  const dayFirst = DAY_FIRST.has(tag.split('-')[0] ?? '') || DAY_FIRST_ENGLISH.has(tag);
  const monthFirst = tag === MONTH_FIRST;
  const yearFirst = YEAR_FIRST.flatMap((form) =>
    [...text.matchAll(form)].flatMap((found) => {
      const { year = '', month = '', day = '' } = found.groups ?? {};
      return toFound(found, { year, month, day });
    }),
  );
  const yearLast = [...text.matchAll(YEAR_LAST)].flatMap((found) => {
    const { first = '', second = '', year = '' } = found.groups ?? {};
    if (dayFirst || Number(first) > 12 || first === second)
      return toFound(found, { year, month: second, day: first });
    return Number(second) > 12 || monthFirst ? toFound(found, { year, month: first, day: second }) : [];
  });
  return [...yearFirst, ...yearLast];
}

const LANGUAGES = 'en de fr es it pt nl pl sv da nb cs sk ru uk tr fi ro ca'.split(' '); // no name means two months in them

let months: ReadonlyMap<string, number> | undefined;

/** Returns the numbers of months by their names in twenty languages, in lower case: alone and next to a day, long and short. */
export function monthNumbers(): ReadonlyMap<string, number> {
  months ??= new Map(LANGUAGES.flatMap((language) => monthNames(language)));
  return months;
}

let full: ReadonlyMap<string, number> | undefined;

/** Returns the numbers of months by their names that aren't shortened, and by the English ones that are, in lower case. */
export function fullMonthNumbers(): ReadonlyMap<string, number> {
  full ??= new Map([
    ...LANGUAGES.flatMap((language) => monthNames(language, ['long'])),
    ...monthNames('en'),
    ['sept', 9],
  ]);
  return full;
}

function monthNames(
  language: string,
  lengths: readonly ('long' | 'short')[] = ['long', 'short'],
): readonly (readonly [string, number])[] {
  const formats = lengths.flatMap((month) =>
    [undefined, 'numeric' as const].map(
      (day) => new Intl.DateTimeFormat(language, { month, day, timeZone: 'UTC' }),
    ),
  );
  return formats.flatMap((format) =>
    Array.from({ length: 12 }, (_, at) => {
      const parts = format.formatToParts(new Date(Date.UTC(2024, at, 15)));
      const name = parts.find(({ type }) => type === 'month')?.value ?? '';
      return [name.toLowerCase().replace(/\.$/, ''), at + 1] as const;
    }),
  );
}
