import { isDate } from './stated-date.ts';

/**
 * Finds the first full date in a line as people write it in their language, as `2024-07-10`: “10. Juli 2024”,
 * “2024年7月10日”, “10.07.2024” in German. Null if there is none, or if the language (`de`, `en-GB`) leaves open whether the
 * day or the month comes first.
 */
export function parseLocalDate(written: string, language: string | null): string | null {
  const text = written.slice(0, MAX_LINE).normalize('NFKC').replace(/\s+/g, ' ');
  const found = [...wordForms(text), ...numberForms(text, language)].sort((a, b) => a.at - b.at);
  return found[0]?.date ?? null;
}

const MAX_LINE = 200; // characters
const FIRST_YEAR = 1500;

interface Found {
  readonly date: string;
  readonly at: number;
}

function toFound(at: number, parts: { year: string; month: string | number; day: string }): readonly Found[] {
  const date = [parts.year, parts.month, parts.day].map((part) => String(part).padStart(2, '0')).join('-');
  return Number(parts.year) >= FIRST_YEAR && isDate(date) ? [{ date, at }] : [];
}

const DAY_NAME =
  /(?<![\p{L}\p{N}.,]|[\p{L}\d][-–]|\d\.? [-–] )(?<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?(?: (?:de|of))? (?<name>\p{L}{3,12})\.?,?(?: (?:de|del))? (?<year>\d{4})(?!\d)/giu;
const NAME_DAY =
  /(?<!\p{L}|[\p{L}\d][-–]|\d [-–] )(?<name>\p{L}{3,12})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})(?!\d)/giu;

function wordForms(text: string): readonly Found[] {
  return [DAY_NAME, NAME_DAY].flatMap((form) =>
    [...text.matchAll(form)].flatMap(({ groups = {}, index }) => {
      const { day = '', name = '', year = '' } = groups;
      const month = monthNumbers().get(name.toLowerCase());
      return month === undefined ? [] : toFound(index, { year, month, day });
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

function numberForms(text: string, language: string | null): readonly Found[] {
  const tag = (language ?? '').toLowerCase().replace('_', '-');
  const dayFirst = DAY_FIRST.has(tag.split('-')[0] ?? '') || DAY_FIRST_ENGLISH.has(tag);
  const yearFirst = YEAR_FIRST.flatMap((form) =>
    [...text.matchAll(form)].flatMap(({ groups: { year = '', month = '', day = '' } = {}, index }) =>
      toFound(index, { year, month, day }),
    ),
  );
  const yearLast = [...text.matchAll(YEAR_LAST)].flatMap(({ groups = {}, index }) => {
    const { first = '', second = '', year = '' } = groups;
    if (dayFirst || Number(first) > 12 || first === second)
      return toFound(index, { year, month: second, day: first });
    return Number(second) > 12 ? toFound(index, { year, month: first, day: second }) : [];
  });
  return [...yearFirst, ...yearLast];
}

const LANGUAGES = 'en de fr es it pt nl pl sv da nb cs sk ru uk tr fi ro ca'.split(' '); // no name means two months in them

let months: ReadonlyMap<string, number> | undefined;

/** The numbers of months by their names in any of the languages, alone and next to a day, long and short. */
function monthNumbers(): ReadonlyMap<string, number> {
  months ??= new Map(LANGUAGES.flatMap(monthNames));
  return months;
}

function monthNames(language: string): readonly (readonly [string, number])[] {
  const formats = (['long', 'short'] as const).flatMap((month) =>
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
