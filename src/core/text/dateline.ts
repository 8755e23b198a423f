import { parseStatedDate } from './stated-date.ts';

/**
 * Parses the full date in a text's dateline, as `2024-07-10`: “LONDON, March 3, 2024 (Agency) — Talks …”.
 * Null if there is none, if it names no year, or if the lines that follow start with dates as well.
 */
export function parseDateline(text: string): string | null {
  const [line = '', ...others] = text
    .slice(0, OPENING)
    .split('\n')
    .filter((each) => each.trim() !== '');
  const found = DATELINE.exec(line)?.groups?.date;
  if (found === undefined || others.some((other) => CHRONOLOGY.test(other))) return null;
  return parseStatedDate(found);
}

/** Removes the dateline from the start of a text; it may lack the year. */
export function withoutDateline(text: string): string {
  return text.replace(ANY_DATELINE, '');
}

const OPENING = 3000; // characters examined: the first line, and whether it is one of a chronology

const NAMES = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const MONTH = `(?:${NAMES}|${NAMES.toUpperCase()})[A-Za-z]{0,6}\\.?`;
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const DATE = `(?:\\d{4}-\\d\\d-\\d\\d|${DAY} ${MONTH},? \\d{4}|${MONTH} ${DAY},? \\d{4})`;
const WEEKDAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\\.?';
const SOURCE = '\\([^()\\n]{2,30}\\)'; // an agency or a place
// A place is in capitals or followed by a comma; prose that opens with a date is neither.
const WORD = "\\p{Lu}[\\p{L}\\p{M}.’'-]{0,24}";
const PLACE = `(?:[\\p{Lu}\\p{M}.’'/, -]{3,40}|${WORD}(?: ${WORD}){0,3}(?:, ${WORD}(?: ${WORD})?)?,)`;
const DATELINE = new RegExp(
  `^\\s*(?:${PLACE} (?:${SOURCE},? )?)?(?:${WEEKDAY},? )?(?<date>${DATE})(?:,? ${SOURCE})? ?(?:[–—]|--|- )\\s*(?:${SOURCE} )?(?=[“"‘]?\\p{Lu})(?!${MONTH} )`,
  'u',
);
const CHRONOLOGY = new RegExp(`^\\s*${DATE}`, 'u');

const SHORT_DATE = `(?:${DATE}|${DAY} ${MONTH}|${MONTH} ${DAY})`;
const ANY_DATELINE = new RegExp(
  `^\\s*(?:(?:${PLACE} )?(?:${SOURCE},? )?(?:${WEEKDAY},? )?${SHORT_DATE}(?:,? ${SOURCE})?|${WORD}(?: ${WORD}){0,3},? ${SOURCE}) ?(?:[–—]|--|- )\\s*(?:${SOURCE} )?(?=[“"‘]?\\p{Lu})(?!${MONTH} )`,
  'u',
);
