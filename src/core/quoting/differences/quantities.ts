import { monthsOf } from '../../text/months.ts';
import type { Word } from '../../text/word.ts';
import type { Quantity } from './quantity.ts';

const NUMBER =
  /(?<![\p{L}\p{N}.,:/#’'_+-])(?<currency>(?:US|A|C|HK|NZ)?\$|[£€¥])?\s?(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<scale>\s?(?:bn|billion|million|mn|m|trillion|tn|thousand|k))?(?![\p{L}\p{N}]|[:/–-]\d|[.,]\d)(?<share>\s?(?:%|per cent|percent(?!age)))?/gu;
const MONEY =
  /^\s(?:(?:US|Canadian|Australian) )?(dollars?|euros?|pounds?|yen|roubles?|rubles?|yuan|francs?|rupees?|pesos?)\b/i;
const POINTS = /^[\s-](percentage points?|basis points?)\b/;

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
};

// What comes before a number that counts nothing: a page, an age, a place in a list.
const LABEL =
  /(?:^|[^\p{L}])(?:pages?|pp?\.|chapters?|sections?|articles?|paragraphs?|paras?|figures?|figs?\.|tables?|box|nos?\.|number|footnote|annex|part|item|step|version|channel|radio|route|flight|room|level|phase|type|model|rule|question|appendix|schedule|rfc|issue|group|round|day|week|aged|age|turned|under-?|over-?)\s?$/iu;
const NO_COUNT =
  /^(?:st|nd|rd|th|am|pm)\b|^[.)]\s|^\s?(?:am|pm|a\.m|p\.m|o[’']clock)\b|^[\s-]years?[\s-]old|^\s?[-–]\s?\d|^-\p{L}+-old/u;
const BETWEEN_COMMAS = /^,(?!\d)/; // “Ada Lund, 45, …”
const LEAST =
  /(?:more than|over|at least|above|in excess of|exceeding|exceeds?|no less than|upwards of)\s(?:about\s)?$/i;
const MOST =
  /(?:less than|fewer than|under|below|up to|at most|nearly|almost|just under|no more than|as much as|as many as)\s$/i;
const PREPOSITION =
  /\b(to|by|from|at|of|in|for|with|above|below)\s(?:about |around |some |nearly |almost |just |only |more than |less than |over |under )?$/;

/** A sentence and its words. */
interface Sentence {
  readonly text: string;
  readonly words: readonly Word[];
  readonly language: string;
}

/** Finds the numbers of a sentence that count or measure something. Years, days, ages, pages and places in a list don't. */
export function quantitiesIn(sentence: Sentence): Quantity[] {
  return [...sentence.text.matchAll(NUMBER)].flatMap((found) => readQuantity(found, sentence) ?? []);
}

function readQuantity(found: RegExpExecArray, sentence: Sentence): Quantity | null {
  const { text, words, language } = sentence;
  const { 0: written, index: start, groups = {} } = found;
  const { currency, share, scale = '', number = '' } = groups;
  const end = start + written.length;
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const isMeasured = [currency, share].some((each) => each !== undefined) || scale !== '';
  if (NO_COUNT.test(after) || (!isMeasured && isLabel(before, after))) return null;
  if (!isMeasured && isOfDate(number, before, after, language)) return null;
  const units = unitsOf(groups, after, nounsAfter(after, words, end));
  if (units.length === 0) return null;
  const digits = number.replaceAll(',', '');
  const by = SCALES[scale.trim().toLowerCase()] ?? 1;
  return {
    ...{ value: Number(digits) * by, place: placeOf(digits) * by, units, bound: boundOf(before) },
    preposition: PREPOSITION.exec(before)?.[1] ?? null,
    around: termsAround(words, start, end),
  };
}

function isLabel(before: string, after: string): boolean {
  return LABEL.test(before) || BETWEEN_COMMAS.test(after);
}

const AROUND = 6; // words on each side of a number

function termsAround(words: readonly Word[], start: number, end: number): ReadonlySet<string> {
  const before = words.filter((word) => word.end <= start).slice(-AROUND);
  const after = words.filter((word) => word.start >= end).slice(0, AROUND);
  return new Set(
    [...before, ...after].flatMap(({ term, written }) => (/\d/.test(written) ? [] : (term ?? []))),
  );
}

function boundOf(before: string): Quantity['bound'] {
  if (LEAST.test(before)) return 'least';
  return MOST.test(before) ? 'most' : null;
}

function placeOf(number: string): number {
  const [, fraction] = number.split('.');
  if (fraction !== undefined) return 10 ** -fraction.length;
  const zeros = /0*$/.exec(number)?.[0].length ?? 0;
  return 10 ** Math.min(zeros, number.length - 1);
}

function isOfDate(number: string, before: string, after: string, language: string): boolean {
  if (/^(?:1[5-9]|20|21)\d\d$/.test(number)) return true;
  const names = [...monthsOf(language).keys()].join('|');
  const [near, next] = [before.toLowerCase(), after.toLowerCase()];
  return (
    new RegExp(`(?:^|[^\\p{L}])(?:${names})\\.? $`, 'u').test(near) ||
    new RegExp(`^\\.? (?:of )?(?:${names})(?!\\p{L})`, 'u').test(next)
  );
}

function unitsOf(
  { share, currency }: Record<string, string | undefined>,
  after: string,
  nouns: readonly string[],
): readonly string[] {
  if (share !== undefined) return ['%'];
  const points = POINTS.exec(after)?.[1];
  if (points) return [points.startsWith('b') ? 'basis points' : 'percentage points'];
  if (currency !== undefined) return [CURRENCIES[currency] ?? currency];
  const money = MONEY.exec(after)?.[1];
  return money ? [money.toLowerCase().replace(/s$/, '')] : nouns;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'dollar',
  US$: 'dollar',
  '£': 'pound',
  '€': 'euro',
  '¥': 'yen',
};
const NOUNS = 2; // words after a number of which one is what it counts
const SAYS_LITTLE =
  /^(?:more|other|new|further|additional|different|such|own|main|major|key|times?|years?|months?|weeks?|days?|hours?|minutes?)$/;

/** The terms of the first words right after a number, up to punctuation or a function word. */
function nounsAfter(after: string, words: readonly Word[], end: number): string[] {
  const [phrase = ''] = /^(?:[\s-][\p{L}’'-]+){1,3}/u.exec(after) ?? [];
  const near = words.filter((word) => word.start >= end && word.end <= end + phrase.length);
  const until = near.findIndex(({ term }) => term === null);
  const nouns = (until === -1 ? near : near.slice(0, until)).slice(0, NOUNS);
  return nouns.filter(({ written }) => !SAYS_LITTLE.test(written)).flatMap(({ term }) => term ?? []);
}
