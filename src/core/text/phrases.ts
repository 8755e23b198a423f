import { fold, spellUmlauts } from './fold.ts';

/** Whether a text contains a phrase. */
export type ContainsPhrase = (phrase: string) => boolean;

/**
 * Creates a test for phrases in one text: whole words in their order, in any case and with or without accents, hyphens,
 * commas before a space, and the space between a figure and its letters. Other signs count.
 */
export function phrasesIn(text: string): ContainsPhrase {
  const readings = [...readingsOf(text)];
  return (phrase) => {
    const wanted = [...readingsOf(phrase)].map(wholeWords);
    return readings.some((reading) => wanted.some((each) => each.test(reading)));
  };
}

/** Whether a text contains another, wherever it begins, in any case and with or without accents. */
export function containsText(text: string, sought: string): boolean {
  return plain(text).includes(plain(sought));
}

/** The words of a text, letters apart from figures, in each of its readings; null if its script does not part words. */
export function wordsByReading(text: string): readonly (readonly string[])[] | null {
  if (UNPARTED.test(text)) return null;
  return [...readingsOf(text)].map((reading) => reading.match(/\p{L}+|\p{N}+/gu) ?? []);
}

/** Returns a text without its pauses, as written and without hyphens, each also with its umlauts spelt out. */
function readingsOf(text: string): ReadonlySet<string> {
  const spellings = [plain(text), plain(spellUmlauts(text))];
  return new Set([...spellings, ...spellings.map((each) => each.replace(HYPHEN, ''))]);
}

function plain(text: string): string {
  return fold(text)
    .replace(/[’‘]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[,;:](?=\s|$)/g, '')
    .replace(/\s+/g, ' ');
}

const HYPHEN = /(?<=[\p{L}\p{N}])-(?=\p{L})|(?<=\p{L})-(?=\p{N})/gu;
const SPACE_AT_FIGURE = /(?<=\p{N}) ?(?=\p{L})|(?<=\p{L}) ?(?=\p{N})/gu;

const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]`;
const UNPARTED = new RegExp(UNSPACED, 'u');
/** No letter or figure stands beside a phrase as a part of a longer word; Chinese has no spaces that tell. */
const [BEGIN, END] = [
  String.raw`(?:(?=${UNSPACED})|(?<![\p{L}\p{N}]))`,
  String.raw`(?:(?<=${UNSPACED})|(?![\p{L}\p{N}]))`,
];

function wholeWords(phrase: string): RegExp {
  if (phrase === '') return /(?!)/u;
  const literal = phrase.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return new RegExp(`${BEGIN}${literal.replace(SPACE_AT_FIGURE, ' ?')}${END}`, 'u');
}
