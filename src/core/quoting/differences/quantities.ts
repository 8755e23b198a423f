import { monthsOf } from '../../text/months.ts';
import type { Slice } from '../../text/slice.ts';
import type { Word } from '../../text/word.ts';

/** A number that a sentence gives of something. */
export interface Quantity extends Slice {
  readonly value: number;
  /** What it counts: a currency, `%`, or the terms of the words after it. */
  readonly units: readonly string[];
  /** The size of one in its last place: 5.2m is 5,200,000 to the nearest 100,000. */
  readonly place: number;
  /** “more than” it, or “less than”; null: as it is. */
  readonly bound: 'least' | 'most' | null;
  /** The small word before it: to, by, from. */
  readonly preposition: string | null;
}

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
  /\b(to|by|from|at|of|in)\s(?:about |around |some |nearly |almost |just |only |more than |less than |over |under )?$/;

/** Finds the numbers of a sentence that count or measure something. Years, days, ages, pages and places in a list don't. */
export function quantitiesIn(text: string, words: readonly Word[], language: string): Quantity[] {
  return [...text.matchAll(NUMBER)].flatMap(({ 0: written, index, groups = {} }) => {
    const end = index + written.length;
    const [before, after] = [text.slice(0, index), text.slice(end)];
    const isMeasured =
      groups.currency !== undefined || groups.share !== undefined || groups.scale !== undefined;
    if (NO_COUNT.test(after) || (!isMeasured && (LABEL.test(before) || BETWEEN_COMMAS.test(after))))
      return [];
    if (!isMeasured && isOfDate(groups.number ?? '', before, after, language)) return [];
    const units = unitsOf(groups, after, { words, end });
    if (units.length === 0) return [];
    const scale = SCALES[groups.scale?.trim().toLowerCase() ?? ''] ?? 1;
    const number = (groups.number ?? '').replaceAll(',', '');
    const preposition = PREPOSITION.exec(before)?.[1] ?? null;
    return [
      {
        start: index,
        end,
        value: Number(number) * scale,
        place: placeOf(number) * scale,
        units,
        bound: boundOf(before),
        preposition,
      },
    ];
  });
}

/** Whether two quantities, of the same thing, are surely not the same. */
export function differ(a: Quantity, b: Quantity): boolean {
  const place = Math.max(a.place, b.place);
  const [first, second] = [a.value, b.value].map((value) => Math.round(value / place));
  if (first === second) return false;
  return !reaches(a, b) && !reaches(b, a);
}

/** Whether a bound leaves room for the other number: “more than 5” and 7. */
function reaches({ bound, value }: Quantity, other: Quantity): boolean {
  if (bound === 'least') return other.value >= value;
  return bound === 'most' && other.value <= value;
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
  groups: Record<string, string | undefined>,
  after: string,
  { words, end }: { readonly words: readonly Word[]; readonly end: number },
): string[] {
  if (groups.share !== undefined) return ['%'];
  const points = POINTS.exec(after)?.[1];
  if (points) return [points.startsWith('b') ? 'basis points' : 'percentage points'];
  if (groups.currency !== undefined) return [CURRENCIES[groups.currency] ?? groups.currency];
  const money = MONEY.exec(after)?.[1];
  if (money) return [money.toLowerCase().replace(/s$/, '')];
  return nounsAfter(after, words, end);
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
