import { fullMonthNumbers, parseLocalDate } from '../../text/local-date.ts';
import { isDate } from '../../text/stated-date.ts';

/**
 * Reads the day that a file is named after (`2015-06-17-records.md`, `20240501.html`, `minutes 3-May-2024.pdf`), or the
 * month with which its name begins (`2024-05.md`). Null if it names none, several, or one that may be two.
 */
export function nameDate(name: string): string | null {
  const stem = name.replace(/\.[\p{L}\d]{1,9}$/u, '').normalize('NFKC');
  const days = new Set(DAYS.flatMap((form) => findDays(stem, form)));
  if (days.size > 0) return days.size === 1 ? ([...days][0] ?? null) : null;
  const { year = '', month = '' } = OPENING_MONTH.exec(stem)?.groups ?? {};
  if (year !== '') return plausible(`${year}-${month}`);
  return /^\d{4}$/.test(stem) ? plausible(stem) : null;
}

/**
 * Reads the date in a file's path: that of its name, else of its folders, of which the name may begin with the day
 * (`2024/05/17-the-lamp.md`). A number up to 12 may as well be that of a chapter or part: the month alone is certain. In a
 * year's folder, or one below it that is not of another month, names begin with a month and a day
 * (`2024/calls/05-17-minutes.md`).
 */
export function pathDate(folders: readonly string[], name: string): string | null {
  const [, day] = /^(1[3-9]|2\d|3[01])[-_ ]/.exec(name) ?? [];
  return (
    nameDate(name) ??
    dayOfYear(folders, name) ??
    folderDate(day && isMonth(folders) ? [...folders, day] : folders)
  );
}

function dayOfYear(folders: readonly string[], name: string): string | null {
  const [, month, day] = /^(0[1-9]|1[0-2])[-_]([0-2]\d|3[01])(?![\d.]*\d|[-–_,]\d|\p{L})/u.exec(name) ?? [];
  const year = folders.slice(-2).findLast((folder) => /^\d{4}$/.test(folder));
  const known = monthOf(folders.at(-1) ?? '')?.padStart(2, '0');
  const isOther = known !== undefined && known !== month;
  return year && month && day && !isOther ? plausible(`${year}-${month}-${day}`) : null;
}

function isMonth(folders: readonly string[]): boolean {
  return /^\d{4}\/\d\d?$/.test(folders.slice(-2).join('/'));
}

/** Reads the date that folders spell out: `2024/05/17/`, `2024/May/` or `2024/`, or one that a folder is named after. */
export function folderDate(folders: readonly string[]): string | null {
  const year = folders.findLastIndex((folder) => /^\d{4}$/.test(folder) && plausible(folder) !== null);
  if (year === -1) return nameDate(`${folders.at(-1) ?? ''}/`);
  const [month = '', day = ''] = folders.slice(year + 1);
  const below = [monthOf(month), /^\d{1,2}$/.exec(day)?.[0]].map((part) => part?.padStart(2, '0'));
  const end = below.indexOf(undefined);
  const parts = end === -1 ? below : below.slice(0, end);
  return [2, 1, 0].reduce<string | null>(
    (found, count) => found ?? plausible([folders[year], ...parts.slice(0, count)].join('-')),
    null,
  );
}

/** The number of a folder, or of the month that it is named after: `05`, `May`, `05-May`. */
function monthOf(folder: string): string | undefined {
  const [, number, name] = /^(\d{1,2})?(?:(?:^|[-_. ])(\p{L}{3,12}))?$/u.exec(folder.normalize('NFC')) ?? [];
  if (name === undefined) return number;
  const month = fullMonthNumbers().get(name.toLowerCase());
  return month === undefined || (number !== undefined && Number(number) !== month) ? undefined : `${month}`;
}

/** Reads the day in an address or a path on a site: `/2024/07/10/the-lamp/`, `blog/2024-07-10-the-lamp`. */
export function addressDate(address: string): string | null {
  const path = address.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*|[?#].*$/gi, '');
  const [, year = '', month = '', day = ''] = ADDRESS_DAY.exec(path) ?? [];
  if (year !== '') return plausible([year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'));
  return /(?:^|\/)(\d{4}-\d\d-\d\d)(?=[-_/.]|$)/.exec(path)?.slice(1).map(plausible)[0] ?? null;
}

const ADDRESS_DAY = /(?:^|\/)((?:19|20)\d\d)\/(\d{1,2})\/(\d{1,2})(?=\/|$)/;

const DAYS = [
  /(?<!\d)(?<year>\d{4})(?<mark>[-_.])(?<month>\d\d?)\k<mark>(?<day>\d\d?)(?!\d)/g,
  /(?<!\d)(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?!\d)/g,
  /(?<!\d|\d[-_.])(?<day>\d\d)\.(?<month>\d\d)\.(?<year>\d{4})(?!\d)/g,
  /(?<!\d|\d[-_.])(?<day>1[3-9]|2\d|3[01])(?<mark>[-_])(?<month>\d\d)\k<mark>(?<year>\d{4})(?!\d)/g,
  /(?<!\d|\d[-_.])(?<month>\d\d)(?<mark>[-_])(?<day>1[3-9]|2\d|3[01])\k<mark>(?<year>\d{4})(?!\d)/g,
  /(?<!\d)(?<words>\d{4}[-_ ]\p{L}{3,12}[-_ ]\d\d?)(?!\d)/gu,
  /(?<![\p{L}\d])(?<words>(?:\d\d?[-_ ]?\p{L}{3,12}|\p{L}{3,12}[-_ ]\d\d?,?)[-_ ]?\d{4})(?!\d)/gu,
];
const OPENING_MONTH = /^(?<year>\d{4})[-_](?<month>0[1-9]|1[0-2])(?!\d|[-_.]\d)/;

function findDays(stem: string, form: RegExp): string[] {
  return [...stem.matchAll(form)].flatMap(({ groups = {} }) => {
    const { words, year = '', month = '', day = '' } = groups as Record<string, string | undefined>;
    const parts = [year, month.padStart(2, '0'), day.padStart(2, '0')];
    return plausible(words === undefined ? parts.join('-') : spell(words)) ?? [];
  });
}

function spell(words: string): string {
  const [, year, month, day] = /^(\d{4})\W?(\p{L}+)\W?(\d+)$/u.exec(words.replace(/_/g, '-')) ?? [];
  const plain =
    year === undefined ? words.replace(/(\p{L})(?=\d)|(\d)(?=\p{L})/gu, '$& ') : `${day} ${month} ${year}`;
  return parseLocalDate(plain.replace(/[-_ ]+/g, ' '), null) ?? '';
}

/** Numbers of orders and versions are no dates: a document has a year in which somebody could file it. */
function plausible(date: string): string | null {
  return /^(?:19|20)\d\d/.test(date) && isDate(date) ? date : null;
}
