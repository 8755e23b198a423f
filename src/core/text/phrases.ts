import { fold, spellUmlauts } from './fold.ts';
import { memoize } from './memoize.ts';

/** Whether a text contains a phrase. */
export type ContainsPhrase = (phrase: string) => boolean;

/**
 * Creates a test for phrases in one text: whole words in their order, in any case and with or without accents, hyphens,
 * commas before a space, and the space between a figure and its letters. Other signs count.
 */
export function phrasesIn(text: string): ContainsPhrase {
  const readings = [...readingsOf(text)];
  return (phrase) => {
    const wanted = wantedBy(phrase);
    return readings.some((reading) => wanted.some((stands) => stands(reading)));
  };
}

// An expression takes milliseconds to compile, and a phrase is sought in thousands of texts.
const PHRASES = 500; // more than a list has
const wantedBy = memoize((phrase) => [...readingsOf(phrase)].map(wholeWords), PHRASES);

/** Whether a text contains another, wherever it begins, in any case and with or without accents. */
export function containsText(text: string, sought: string): boolean {
  return plain(text).includes(plain(sought));
}

/** The words of a text, letters apart from figures, in each of its readings; null if its script does not part words. */
export function wordsByReading(text: string): readonly (readonly string[])[] | null {
  const readings = [...readingsOf(text)];
  if (readings.some((reading) => UNPARTED.test(reading))) return null; // those of ㍿ are letters of Han
  return readings.map((reading) => reading.match(/\p{L}+|\p{N}+/gu) ?? []);
}

/** What tells most texts without a phrase of these words: its word, or its pairs of words in a row. */
export function partsOf(words: readonly string[]): readonly string[] {
  return words.length === 1 ? words : pairsOf(words);
}

/** The words of a text, and its pairs of words in a row: of a phrase that it has, it has every part. */
export function wordsAndPairs(words: readonly string[]): readonly string[] {
  return [...words, ...pairsOf(words)];
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at]} ${word}`);
}

/** Returns a text without its pauses, as written and without hyphens, each also with its umlauts spelt out. */
function readingsOf(text: string): ReadonlySet<string> {
  const spelt = spellUmlauts(text);
  const spellings = new Set(spelt === text ? [plain(text)] : [plain(text), plain(spelt)]);
  const hyphenated = [...spellings].filter((each) => each.includes('-'));
  return new Set([...spellings, ...hyphenated.map(withoutHyphens)]);
}

function plain(text: string): string {
  return fold(text)
    .replace(/[’‘]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[,;:](?=\s|$)/g, '')
    .replace(/\s+/g, ' ');
}

/** Joins words that a hyphen parts, and words with figures; not figures with each other. */
function withoutHyphens(text: string): string {
  return text.replace(/-/g, (hyphen, at: number) => {
    const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at + 1, at + 3)];
    const joins = /\p{L}$/u.test(before)
      ? /^[\p{L}\p{N}]/u.test(after)
      : /\p{N}$/u.test(before) && /^\p{L}/u.test(after);
    return joins ? '' : hyphen;
  });
}

const SPACE_AT_FIGURE = /(?<=\p{N}) ?(?=\p{L})|(?<=\p{L}) ?(?=\p{N})/gu;

const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]`;
const UNPARTED = new RegExp(UNSPACED, 'u');
/** No letter or figure stands beside a phrase as a part of a longer word; Chinese has no spaces that tell. */
const [BEGIN, END] = [
  String.raw`(?:(?=${UNSPACED})|(?<![\p{L}\p{N}]))`,
  String.raw`(?:(?<=${UNSPACED})|(?![\p{L}\p{N}]))`,
];

/** Tells whether a reading has a phrase. Most that lack it are told by a plain search, which takes a hundredth of the time. */
function wholeWords(phrase: string): (reading: string) => boolean {
  if (phrase === '') return () => false;
  const literal = phrase.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const spaced = literal.replace(SPACE_AT_FIGURE, ' ?');
  const isPlain = spaced === literal;
  let pattern: RegExp | null = null;
  return (reading) => {
    if (isPlain && !reading.includes(phrase)) return false;
    pattern ??= new RegExp(`${BEGIN}${spaced}${END}`, 'u');
    return pattern.test(reading);
  };
}
