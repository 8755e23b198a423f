import { cutOff } from './clip.ts';
import { dateJoints } from './date-joints.ts';
import { fold, INVISIBLE } from './fold.ts';
import type { Language } from './languages.ts';
import type { Joint, Word } from './word.ts';

/** Finds what words are together with their neighbours, by the index of each of the words. */
export function findJoints(
  text: string,
  words: readonly Word[],
  language: Language,
): ReadonlyMap<number, readonly Joint[]> {
  const found = new Map<number, Joint[]>();
  const add = (from: number, to: number, joint: Pick<Joint, 'term' | 'whole'>) => {
    const [start, end] = [words[from]?.start ?? 0, words[to]?.end ?? 0];
    for (let at = from; at <= to; at++) {
      const known = found.get(at) ?? NONE;
      if (known.every(({ term }) => term !== joint.term)) found.set(at, [...known, { ...joint, start, end }]);
    }
  };
  const dated = { text, words, language: language.code };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    for (const { from, to, term } of dateJoints(dated, at)) add(from, to, { term, whole: false });
    const next = words[at + 1];
    if (!next || next.start - word.end > MAX_GAP) continue;
    const gap = gapBetween(text, word, next);
    if (gap === '-' && language.code === 'fr' && isInverted(word, next)) continue;
    const kind = gap === null ? null : kindOf(word, next, gap);
    if (kind === null) continue;
    add(at, at + 1, { term: join([word, next], language), whole: kind === 'whole' });
    const last = words[at + 2];
    if (gap === '-' && last && gapBetween(text, next, last) === '-' && kindOf(next, last, '-') !== null)
      add(at, at + 2, { term: join([word, next, last], language), whole: false });
  }
  return found;
}

/** Whether a French verb has its subject behind it: “parle-t-on”, “faut-il”, “peut-on”; but “rendez-vous” is one word. */
function isInverted(verb: Word, { written }: Word): boolean {
  return SUBJECT.test(written) || (verb.term === null && POLITE.test(written));
}

const SUBJECT = /^(?:t|ils?|elles?|on|je|tu|ce)$/i;
const POLITE = /^[nv]ous$/i;

const NONE: readonly Joint[] = [];
const MAX_GAP = 3; // characters: a hyphen or a space, and invisible ones
const MAX_TERM = 64; // characters

function join(words: readonly Word[], { stem }: Language): string {
  const whole = fold(words.map(({ written }) => written).join('')).replace(/[.,'’](?!\p{Nd})/gu, '');
  const plain = cutOff(whole, MAX_TERM);
  return /^\p{L}+$/u.test(plain) ? stem(plain) : plain;
}

type Gap = '-' | ' ' | '.' | '';

const HYPHEN = /^[-\u2010\u2011]$/;
const SPACE = /^[ \u00A0\u2009\u202F\n]$/;
const UNSEEN = new RegExp(`[${INVISIBLE}]`, 'g');

/** returns what parts two words if it can be part of a word: a hyphen, a space, a dot or nothing. */
function gapBetween(text: string, { end }: Word, { start }: Word): Gap | null {
  if (start === end) return '';
  const between = start - end === 1 ? text.charAt(end) : text.slice(end, start).replace(UNSEEN, '');
  if (between === ' ' || between === '.') return between;
  if (HYPHEN.test(between)) return '-';
  return SPACE.test(between) ? ' ' : null;
}

const DIGITS = /^\p{Nd}/u;
const FIGURE = /^\p{Nd}{1,4}\p{Lu}?$/u;
const YEAR = /^\p{Nd}{4}$/u;
const ONLY_LETTERS = /^[\p{L}\p{M}'’]+$/u;
const NAME = /^\p{Lu}[\p{L}\p{M}]*$/u;
const SHORT = 2; // letters that mean little without their figure
const UNITS = new Set(
  `mm cm dm m km km² m² m³ cm³ ha mi ft yd nm µm mg g kg t lb lbs oz ml cl dl l hl ms s min h kmh mph kn
  w kw mw gw tw wh kwh mwh gwh twh v kv hz khz mhz ghz kb mb gb tb kib mib gib bit mbit gbit px dpi
  bar hpa db cal kcal bn mn mrd mio tn pp bp`.split(/\s+/),
);

type Kind = 'compound' | 'whole';

/** Returns how two words belong together, or null. A range or a score (2010-2015, 3-1) is two numbers. */
function kindOf(one: Word, next: Word, gap: Gap): Kind | null {
  const [a, b] = [one.written, next.written];
  if (gap === ' ' && isLetter(a) && isLetter(b)) return areNames(one, next) ? 'compound' : null;
  if (gap === '.') return isDotted(a, b) ? 'whole' : null;
  if (DIGITS.test(a)) {
    if (UNITS.has(b.toLowerCase())) return 'whole';
    return gap === '-' && ONLY_LETTERS.test(b) ? 'compound' : null;
  }
  if (gap === '' || !ONLY_LETTERS.test(a)) return null;
  if (FIGURE.test(b)) return gap === ' ' && YEAR.test(b) ? null : kindOfNumbered(one, gap);
  return gap === '-' && ONLY_LETTERS.test(b) ? 'compound' : null;
}

/** Whether a name has a dot within: Node.js, gov.uk. A sentence that begins without a space has a capital letter. */
function isDotted(one: string, next: string): boolean {
  const isPart = SHORT < one.length && ONLY_LETTERS.test(one) && ONLY_LETTERS.test(next);
  return isPart && (next === next.toLowerCase() || one === one.toUpperCase());
}

function isLetter(written: string): boolean {
  return written.charCodeAt(0) > NINE;
}

const NINE = 57; // the character code of "9"

/** Whether function words with capitals are a name: “The Who”. */
function areNames(one: Word, next: Word): boolean {
  return one.term === null && next.term === null && NAME.test(one.written) && NAME.test(next.written);
}

/** Returns how a word and the figure after it belong together: F-35, COVID-19, article 5. */
function kindOfNumbered({ written, term }: Word, gap: Gap): Kind | null {
  if (gap === '-') return written.length <= SHORT ? 'whole' : 'compound';
  if (term === null) return null;
  return written.length === 1 ? 'whole' : 'compound';
}
