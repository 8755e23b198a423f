/** Text that a page sets above or below its line. */
export interface Script {
  readonly kind: 'sup' | 'sub';
  readonly text: string;
  /** Whether it is a link, or named as a note. */
  readonly isNote: boolean;
  /** The text before it in the same block. */
  readonly before: string;
  /** The number that the next note would have, if the page numbers its notes. */
  readonly nextNote: number;
}

/** What a script is in a line of plain text: a part of the word before it, a word of its own, or a note's mark, which is none. */
export type PlainScript = { readonly text: string } | { readonly word: string } | { readonly note: string };

/** Writes what stands above or below a line so that it neither joins a number nor reads as another. */
export function plainScript({ text: written, ...script }: Script): PlainScript {
  const text = written.trim().replace(/\s+/g, ' ');
  if (!/\S/.test(script.before) && script.kind === 'sup' && /^[\d*†‡§]+$/.test(text)) return { word: text };
  if (script.kind === 'sub') return lower(text, script.before);
  if (isMark(text) || (script.isNote && text.length <= LONGEST_MARK)) return { note: text };
  if (/^\p{L}+$/u.test(text)) return letters(text, script.before);
  if (!/^[+−–-]?\d/.test(text)) return other(text, script.before);
  return isNoteNumber({ ...script, text }) ? { note: text } : { text: raise(text) };
}

const LONGEST_MARK = 12; // characters: "[note 12]"

/** Whether no exponent is written like this: "[3]", "[a]", "*", "(2)", "1, 2", "a,b". */
function isMark(text: string): boolean {
  return /^(?:\[[^\]]{1,10}\](?:[, ]*\[[^\]]{1,10}\])*|\(\d{1,3}\)|[*†‡§¶#]+|\w{1,3}(?:[,;–] ?\w{1,3})+)$/.test(
    text,
  );
}

/** Ordinals and abbreviations are one word with what they follow; a letter after a word or a year is a note's mark. */
function letters(text: string, before: string): PlainScript {
  const sign = SIGNS.get(text.toLowerCase());
  if (sign) return { text: sign };
  if (text.length > ABBREVIATED || !/[\p{L}\p{N}]$/u.test(before)) return { word: text };
  if (text.length > 1) return { text };
  if (text === 'e' || text === 'r') return { text };
  const ordinal = /(?:^|\D)\d{1,2}$|(?:^|\P{L})n$/iu.test(before) ? ORDINALS.get(text) : undefined;
  if (ordinal) return { text: ordinal };
  return /(?:^|\D)\d{1,2}$|(?:^|\P{L})\p{L}$/u.test(before) ? { text: raise(text) } : { note: text };
}

/** "x" to the power "n + 1", the sign of a charge, of a degree. */
function other(text: string, before: string): PlainScript {
  if (/^\p{L}[\s\d+−*/=-]/u.test(text) && POWERS.test(before)) return { text: raise(text) };
  return /[\p{L}\p{N}]/u.test(text) ? { word: text } : { text: text.replace(/^[+−–-]$/, raise) };
}

const ABBREVIATED = 4; // letters: "th", "ème", "lle"
const SIGNS = new Map([
  ['tm', '™'],
  ['sm', '℠'],
]);
const ORDINALS = new Map([
  ['o', 'º'],
  ['a', 'ª'],
]);

const POWERS = /(?:^|[^\p{L}])\p{L}$|[\d)]$/u;
const UNIT =
  /(?:^|[^\p{L}])(?:\p{L}|[b-df-hj-np-tv-z]{2}|mi|in|ha|acre|inch|foot|feet|yard|miles?|met(?:er|re)s?)$/u;
const YEAR = /(?:^|[^\d.,])(?:1[0-9]|20)\d\d$/;
const AMOUNT = /\d[.,’' \u00A0\u202F]\d{3}$|[$€£¥]\s?[\d.,]+$|%$/;
const POWER = /(?:^|[^\d.,])(?:10|\d)$/;
const FORMULA = /\([^()]{0,60}[+−*/=^\d-][^()]{0,60}\)$/;

/** Whether a raised number is a note's, not an exponent, a charge or a degree. */
function isNoteNumber({ text, before, nextNote }: Omit<Script, 'kind' | 'isNote'>): boolean {
  if (!/^\d{1,3}$/.test(text) || UNIT.test(before) || POWER.test(before) || FORMULA.test(before))
    return false;
  if (!/\d$/.test(before)) return true;
  if (nextNote > 1 && Number(text) <= nextNote) return true;
  return text === '1' || YEAR.test(before) || AMOUNT.test(before);
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const RAISED_SIGNS = new Map(
  Object.entries({ '+': '⁺', '−': '⁻', '=': '⁼', '(': '⁽', ')': '⁾', n: 'ⁿ', i: 'ⁱ' }),
);
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** An exponent in raised characters, or after a caret where they lack one. */
export function raise(written: string): string {
  const text = written.replace(/[–-]/g, '−');
  const raised = [...text].map((each) => (/\d/.test(each) ? RAISED[Number(each)] : RAISED_SIGNS.get(each)));
  if (raised.every((each) => each !== undefined)) return raised.join('');
  return `^${[...text].length > 1 ? `(${text})` : text}`;
}

/** "CO2" and "pKa" are one word; after a digit or a fraction bar, digits are lowered. */
function lower(text: string, before: string): PlainScript {
  if (/[\d/⁄]$/.test(before) && /^\d+$/.test(text))
    return { text: text.replace(/\d/g, (digit) => LOWERED[Number(digit)] ?? digit) };
  return [...text].length <= ABBREVIATED && /[\p{L})\]]$/u.test(before) ? { text } : { word: text };
}
