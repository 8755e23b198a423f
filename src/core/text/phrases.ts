import { fold, spellUmlauts } from './fold.ts';

/** Whether a text contains a phrase. */
export type ContainsPhrase = (phrase: string) => boolean;

/**
 * Creates a test for phrases in one text: whole words in their order, in any case and with or without accents, hyphens
 * and the space between a figure and its letters. Other signs count.
 */
export function phrasesIn(text: string): ContainsPhrase {
  const readings = [...readingsOf(text)];
  return (phrase) => {
    const wanted = [...readingsOf(phrase)];
    return readings.some((reading) => wanted.some((each) => contains(reading, each)));
  };
}

/** Whether a text contains another, wherever it begins, in any case and with or without accents. */
export function containsText(text: string, sought: string): boolean {
  return plain(text).includes(plain(sought));
}

/** Returns a text as written, without hyphens, and also without spaces at figures; and with its umlauts spelt out. */
function readingsOf(text: string): ReadonlySet<string> {
  const spellings = [plain(text), plain(spellUmlauts(text))];
  const joined = spellings.map((each) => each.replace(HYPHEN, ''));
  return new Set([...spellings, ...joined, ...joined.map((each) => each.replace(SPACE_AT_FIGURE, ''))]);
}

function plain(text: string): string {
  return fold(text)
    .replace(/[’‘]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ');
}

const HYPHEN = /(?<=[\p{L}\p{N}])-(?=\p{L})|(?<=\p{L})-(?=\p{N})/gu;
const SPACE_AT_FIGURE = /(?<=\p{N}) (?=\p{L})|(?<=\p{L}) (?=\p{N})/gu;

const IN_WORD = /[\p{L}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;

function contains(text: string, phrase: string): boolean {
  if (phrase === '') return false;
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const after = at + phrase.length;
    const isCut =
      joins(text.charAt(at - 1), phrase.charAt(0)) ||
      joins(text.charAt(after), phrase.charAt(phrase.length - 1));
    if (!isCut) return true;
  }
  return false;
}

/** Whether a character beside a phrase makes its edge a part of a longer word; Chinese has no spaces that tell. */
function joins(beside: string, edge: string): boolean {
  return IN_WORD.test(beside) && !UNSPACED.test(edge);
}
