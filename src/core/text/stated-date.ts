const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';

const FORMS = [
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?=$|[T ])/,
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?=$|T)/,
  /^(?<year>\d{4})(?<mark>[-/.])(?<month>\d\d?)\k<mark>(?<day>\d\d?)\.?(?=$|[T ])/,
  /^(?<day>\d\d?)\. ?(?<month>\d\d?)\. ?(?<year>\d{4})(?=$|\D)/,
  /^(?<day>1[3-9]|2\d|3[01])[-/](?<month>\d\d?)[-/](?<year>\d{4})(?=$|[T ,])/,
  /^(?<month>\d\d?)[-/](?<day>1[3-9]|2\d|3[01])[-/](?<year>\d{4})(?=$|[T ,])/,
  /^(?<year>\d{4})(?:-(?<month>\d\d))?$/,
  new RegExp(`^(?:[a-z]{3,9},? )?${DAY} ${MONTH},? (?<year>\\d{4})\\b`, 'i'),
  new RegExp(`^(?:[a-z]{3,9},? )?${MONTH} ${DAY},? (?<year>\\d{4})\\b`, 'i'),
  new RegExp(
    `^[a-z]{3} ${MONTH} ${DAY} \\d\\d:\\d\\d(?::\\d\\d)? (?:[a-z]{2,5} |[+-]\\d{4} )?(?<year>\\d{4})$`,
    'i',
  ),
];

/**
 * Parses a date written by a program or a person, to `2024-07-10`, `2024-07` or `2024`. Null if it is none, or is
 * ambiguous (`7/10/2024`).
 */
export function parseStatedDate(written: string): string | null {
  const text = written.slice(0, 80).trim().replace(/\s+/g, ' ');
  for (const form of FORMS) {
    const found = form.exec(text)?.groups;
    if (found) return joinDate(found);
  }
  return null;
}

const FIRST_YEAR = 1500; // programs that know no date write an earlier year, or the first day of 1970

function joinDate({ year = '', month, name, day }: Record<string, string | undefined>): string | null {
  const number = name ? MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1 : month;
  const date = [year, number, day].filter((part) => part !== undefined).map(twoDigits);
  const joined = date.join('-');
  return Number(year) >= FIRST_YEAR && joined !== '1970-01-01' && isDate(joined) ? joined : null;
}

function twoDigits(part: string | number): string {
  return String(part).padStart(2, '0');
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether a text is an existing date in the form `2024-07-10`, `2024-07` or `2024`; 31 February is not one. */
export function isDate(value: string): boolean {
  const read = new Date(value);
  return DATE.test(value) && !Number.isNaN(read.valueOf()) && read.toISOString().startsWith(value);
}
