import { monthNumbers, plainLine } from '../../text/local-date.ts';
import { isDate } from '../../text/stated-date.ts';

const RECORD =
  /(?<!\p{L})(?:minutes|proceedings|transcript|summary record|record of|conclusions|protokoll|niederschrift|procès-verbal|compte[- ]rendu|actas?|verbale|notulen)(?!\p{L})|議事(?:録|要旨)|议事录|会议纪要|회의록/iu;
const FIRST = 4; // lines of a heading

/**
 * Finds the last day of the meeting whose record a document is by its title or its first lines: “Minutes …, January 30–31,
 * 2024”. Null if it is none, or if they name no days in a row. Other documents may come out before the days they name.
 */
export function lastDayRecorded(titles: readonly (string | null)[], text: string): string | null {
  const first = text.slice(0, 1000).split('\n').map(plainLine);
  const lines = [...titles.map((title) => plainLine(title ?? '')), ...first.filter(Boolean).slice(0, FIRST)];
  if (!lines.some((line) => line.length <= SHORT && RECORD.test(line))) return null;
  const days = new Set(lines.filter((line) => line.length <= SHORT).flatMap(lastDays));
  return days.size === 1 ? ([...days][0] ?? null) : null;
}

const SHORT = 160; // characters of a heading

const TO = '(?: ?(?:[-‐-―−~]|â\\P{L}{0,2}) ?| (?:to|and|bis|und|au|et|al?|y|e|en|tot) )'; // â…: a dash of a misread page
const DAY = '\\d{1,2}(?:st|nd|rd|th|er|\\.|º)?';
const NAME = '(?:de )?(?<first>\\p{L}{3,12})\\.? ?';
// January 30–31, 2024; April 30–May 1, 2024. 30–31 January 2024; 30 April – 1 May 2024.
const FORMS = [
  `(?<!\\p{L})(?<name>\\p{L}{3,12})\\.? (?<from>${DAY})${TO}(?:(?<later>\\p{L}{3,12})\\.? )?(?<to>${DAY}),? (?<year>\\d{4})(?!\\d)`,
  `(?<!\\d)(?<from>${DAY}) ?(?:${NAME})?${TO}(?<to>${DAY}) (?:de )?(?<name>\\p{L}{3,12})\\.?,? (?:de )?(?<year>\\d{4})(?!\\d)`,
].map((form) => new RegExp(form, 'giu'));

/** The last days of the stretches of days that a line names. */
function lastDays(line: string): readonly string[] {
  return FORMS.flatMap((form) =>
    [...line.matchAll(form)].flatMap(({ groups = {} }) => {
      const { name = '', first = name, later = name, from = '', to = '', year = '' } = groups;
      const [start, end] = [dayOf(year, first, from), dayOf(year, later, to)];
      return start !== null && end !== null && start < end ? [end] : [];
    }),
  );
}

function dayOf(year: string, name: string, day: string): string | null {
  const month = monthNumbers().get(name.toLowerCase());
  const date = [year, month, Number.parseInt(day, 10)].map((part) => String(part).padStart(2, '0')).join('-');
  return month !== undefined && isDate(date) ? date : null;
}
