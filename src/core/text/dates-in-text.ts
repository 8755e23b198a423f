import { monthsOf, plainMonth } from './months.ts';
import { isDate } from './stated-date.ts';

/** A date that a text states: `2024-07-10`, `2024-07` or `2024`. */
export interface DateInText {
  readonly date: string;
  /** Its offset in the text. */
  readonly start: number;
}

/**
 * Finds the dates that a text states with their year, in order. Dates without a year ("in April", "last week") and
 * ambiguous ones ("10/07/2024") do not count.
 */
export function datesInText(text: string, language: string): DateInText[] {
  const line = text.replace(/[\u00A0\u2007\u202F\n]/g, ' ').replace(/[‐-―−]/g, '-');
  const found: DateInText[] = [];
  const taken = new Set<number>(); // offsets inside dates
  for (const form of formsFor(language)) {
    for (const { 0: written, index: start, groups = {} } of line.matchAll(form)) {
      const date = toDate(groups, language);
      const offsets = Array.from({ length: written.length }, (_, at) => start + at);
      if (date === null || offsets.some((offset) => taken.has(offset))) continue;
      found.push({ date, start });
      for (const offset of offsets) taken.add(offset);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function toDate(
  { year, name, month, day }: Record<string, string | undefined>,
  language: string,
): string | null {
  const number = name === undefined ? month : monthsOf(language).get(plainMonth(name));
  const parts = [year, number, day].filter((part) => part !== undefined);
  const date = parts.map((part) => String(part).padStart(2, '0')).join('-');
  return isDate(date) ? date : null;
}

const YEAR = String.raw`(?<year>(?:1[5-9]|20|21)\d\d)(?![\d%]|[.,]\d|-\d{3})`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?(?: ?(?:-|to|and|et|und|y) ?\d{1,2}(?:st|nd|rd|th|\.)?)?`;
const FREE = String.raw`(?<![\p{L}\p{N}$€£.,/-])`; // not inside a word, a sum of money or a number

// Words after which a number of four digits is a year.
const BEFORE_YEAR =
  'in|since|by|until|till|from|during|before|after|of|year|early|late|mid|through|between|en|depuis|dès|avant|après|jusqu’en|année|fin|début|seit|bis|ab|jahr|jahre|vor|nach|ende|anfang|desde|hasta|durante|año|entre|nel|dal|del|dopo|sinds|tot|em|até';
const AFTER_ARTICLE = 'the|le|la|les|der|die|das|el|los|il|de|het';
// "the 2024 troops" is a number of troops, not a year.
const COUNTED =
  'people|persons|troops|soldiers|men|women|children|ships|aircraft|missiles|tonnes|tons|km|kilometres|kilometers|miles|metres|meters|dollars|euros|pages|votes|cases|members|refugees|pounds|kg';
const NOT_COUNTED = String.raw`(?! (?:${COUNTED})\b)`;

const forms = new Map<string, readonly RegExp[]>();

/** Returns patterns for the dates of a language, the most complete first. */
function formsFor(language: string): readonly RegExp[] {
  const known = forms.get(language);
  if (known) return known;
  const name = `(?<name>${[...monthsOf(language).keys()].sort(longerFirst).join('|')})`;
  const few = language === 'en' ? '{2}' : '{1,2}'; // an English 1.2.2024 is a version
  const of = `(?:,? | (?:of|de|del|do) )`;
  const made = [
    String.raw`${FREE}(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?![\d-])`,
    String.raw`${FREE}(?<year>\d{4})/(?<month>\d{1,2})/(?<day>\d{1,2})(?![\d/])`,
    String.raw`${FREE}(?<day>\d${few})\.(?<month>\d${few})\.${YEAR}`,
    String.raw`${FREE}(?<day>1[3-9]|2\d|3[01])/(?<month>0?[1-9]|1[0-2])/${YEAR}`,
    String.raw`${FREE}(?<month>0?[1-9]|1[0-2])/(?<day>1[3-9]|2\d|3[01])/${YEAR}`,
    String.raw`(?<year>\d{4})年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?)?`,
    String.raw`${FREE}${DAY}(?: (?:of|de))? ${name}\.?${of}${YEAR}`,
    String.raw`${FREE}${name}\.? ${DAY},? ${YEAR}`,
    String.raw`(?<![\p{L}\p{N}])${name}\.?${of}${YEAR}`,
    String.raw`(?<![\p{L}\p{N}])(?:${BEFORE_YEAR})(?: |-)${YEAR}${NOT_COUNTED}`,
    String.raw`(?<![\p{L}\p{N}])(?:${AFTER_ARTICLE}) ${YEAR}(?= \p{L})${NOT_COUNTED}`,
  ].map((form) => new RegExp(form, 'giu'));
  forms.set(language, made);
  return made;
}

function longerFirst(a: string, b: string): number {
  return b.length - a.length;
}
