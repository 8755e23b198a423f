import { fold } from './fold.ts';
import { foldedMonths } from './months.ts';
import { isDate } from './stated-date.ts';
import type { Word } from './word.ts';

/** A date or a part of one, as a term, and the indexes of its first and last word. */
export interface DateJoint {
  readonly term: string;
  readonly from: number;
  readonly to: number;
}

/** The words among which dates are sought. */
export interface DatedWords {
  readonly text: string;
  readonly words: readonly Word[];
  /** ISO 639-1. */
  readonly language: string;
}

/**
 * Returns the date that a number is the last figure of, in any form, with its parts: `2024-07-14`, `2024-07`, `07-14`.
 * In English, 10/07/2024 can be read in two ways and is none; other languages write the day first.
 */
export function dateJoints(dated: DatedWords, at: number): readonly DateJoint[] {
  const number = numberAt(dated, at);
  if (number === null) return NONE;
  const figures = figuresBefore(dated, at, number) ?? eastAsian(dated, at);
  if (figures) return toJoints(figures);
  const date = isYear(number) ? beforeYear(dated, at, number) : aroundDay(dated, at, number);
  return date ? toJoints(date) : NONE;
}

interface Figure {
  readonly value: number;
  /** The index of its word. */
  readonly at: number;
}

interface FoundDate {
  readonly year?: Figure;
  readonly month: Figure;
  readonly day?: Figure;
  /** 1 if the last figure is followed by a mark: 14日. */
  readonly marks?: number;
}

const NONE: readonly DateJoint[] = [];

function toJoints({ year, month, day, marks = 0 }: FoundDate): readonly DateJoint[] {
  const two = (figure: Figure) => String(figure.value).padStart(2, '0');
  const monthDay = day && `${two(month)}-${two(day)}`;
  if (monthDay !== undefined && !isDate(`${year?.value ?? LEAP_YEAR}-${monthDay}`)) return NONE;
  const between = (term: string, figures: readonly Figure[]) => {
    const places = figures.map(({ at }) => at);
    return { term, from: Math.min(...places), to: Math.max(...places) + marks };
  };
  return [
    ...(year && day ? [between(`${year.value}-${monthDay}`, [year, month, day])] : []),
    ...(year ? [between(`${year.value}-${two(month)}`, [year, month])] : []),
    ...(day ? [between(`${monthDay}`, [month, day])] : []),
  ];
}

const LEAP_YEAR = 2024; // a date without a year may be 29 February

/** Reads a date in figures with one separator: 14.07.2024, 2024-07-14. */
function figuresBefore(dated: DatedWords, at: number, last: number): FoundDate | null {
  const [first, middle] = [numberAt(dated, at - 2), numberAt(dated, at - 1)];
  if (first === null || middle === null) return null;
  const separator = gapBefore(dated, at);
  if (!/^[./-]$/.test(separator) || gapBefore(dated, at - 1) !== separator) return null;
  if (isYear(first) && isMonth(middle) && isDay(last))
    return {
      year: { value: first, at: at - 2 },
      month: { value: middle, at: at - 1 },
      day: { value: last, at },
    };
  if (!isYear(last)) return null;
  const isDayFirst =
    isMonth(middle) && (separator === '.' || dated.language !== 'en' || !isMonth(first) || first === middle);
  if (!isDayFirst && isMonth(middle)) return null;
  const [day, month] = isDayFirst ? [at - 2, at - 1] : [at - 1, at - 2];
  return {
    year: { value: last, at },
    month: { value: isDayFirst ? middle : first, at: month },
    day: { value: isDayFirst ? first : middle, at: day },
  };
}

/** Reads the month before a year, with the day before either. */
function beforeYear(dated: DatedWords, at: number, value: number): FoundDate | null {
  const year = { value, at };
  const month = monthAt(dated, neighbour(dated, at, -1));
  if (month) return { year, month, ...dayOf(dated, neighbour(dated, month.at, -1)) };
  const { day } = dayOf(dated, neighbour(dated, at, -1));
  const named = day && monthAt(dated, neighbour(dated, day.at, -1));
  return named ? { year, month: named, day } : null;
}

function dayOf(dated: DatedWords, at: number): { day?: Figure } {
  const value = numberAt(dated, at);
  return value !== null && isDay(value) ? { day: { value, at } } : {};
}

/** Reads the month beside a day. */
function aroundDay(dated: DatedWords, at: number, value: number): FoundDate | null {
  if (!isDay(value)) return null;
  const month = monthAt(dated, neighbour(dated, at, -1)) ?? monthAt(dated, neighbour(dated, at, 1));
  return month ? { month, day: { value, at } } : null;
}

const MARKS = { year: /^[年년]/, month: /^[月월]/, day: /^[日일]/ };

/** Reads a Chinese, Japanese or Korean date, whose figures have marks: 2024年7月14日. */
function eastAsian(dated: DatedWords, at: number): FoundDate | null {
  const marked = (place: number, mark: keyof typeof MARKS): Figure | null => {
    const value = numberAt(dated, place);
    return value !== null && MARKS[mark].test(dated.words[place + 1]?.written ?? '')
      ? { value, at: place }
      : null;
  };
  const day = marked(at, 'day');
  const month = marked(day ? at - 2 : at, 'month');
  if (!month || !isMonth(month.value)) return null;
  const year = marked(month.at - 2, 'year');
  return day || year
    ? { marks: 1, month, ...(day && { day }), ...(year && isYear(year.value) && { year }) }
    : null;
}

const NUMBER = /^(\d{1,4})(?:st|nd|rd|th|er|º|ª)?$/;

function numberAt({ words }: DatedWords, at: number): number | null {
  const written = words[at]?.written ?? '';
  const first = written.charCodeAt(0);
  if (!(first >= ZERO && first <= NINE)) return null;
  const found = NUMBER.exec(written)?.[1];
  return found === undefined ? null : Number(found);
}

const [ZERO, NINE] = [48, 57]; // character codes

const BETWEEN = /^(?:[.,]? ?|[\s-])$/;
const LINKING = new Set(['of', 'de', 'del', 'do', 'the']);

/** Returns the index of the next word before (-1) or after (1) another, past "of"; -1 if something stands between. */
function neighbour(dated: DatedWords, at: number, step: 1 | -1): number {
  const next = at + step;
  if (at < 0 || !dated.words[next] || !BETWEEN.test(gapBefore(dated, Math.max(at, next)))) return -1;
  return LINKING.has(dated.words[next].written) ? neighbour(dated, next, step) : next;
}

function monthAt({ words, language }: DatedWords, at: number): Figure | null {
  const value = foldedMonths(language).get(fold(words[at]?.written ?? ''));
  return value === undefined ? null : { value, at };
}

function gapBefore({ text, words }: DatedWords, at: number): string {
  return text.slice(words[at - 1]?.end, words[at]?.start);
}

function isYear(value: number): boolean {
  return value >= 1500 && value <= 2199;
}

function isMonth(value: number): boolean {
  return value >= 1 && value <= 12;
}

function isDay(value: number): boolean {
  return value >= 1 && value <= 31;
}
