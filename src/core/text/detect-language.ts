import { DEFAULT_LANGUAGE, LANGUAGES, loadFunctionWords } from './languages.ts';

const SAMPLE = 600; // characters that the detector is given; more takes longer and is hardly more accurate
const COUNTED = 6000; // characters in which function words are counted
const PLAIN = 0.25; // of all words are function words in most languages; in another one, hardly a tenth

/**
 * Detects the language of a text, among those that are known. Names and titles in an opening look like some other language
 * easily, so it has to have the function words of the text; else, of the languages that other parts seem to be in, and
 * English, the one counts whose function words it has most of.
 */
export async function detectLanguage(text: string): Promise<string> {
  const opening = text.slice(0, SAMPLE);
  if (!/\p{L}/u.test(opening)) return DEFAULT_LANGUAGE;
  const { detect } = await import('tinyld/light');
  const known = (sample: string) => {
    const code = detect(sample);
    return LANGUAGES.includes(code) ? code : DEFAULT_LANGUAGE;
  };
  const first = known(opening);
  if (UNSPACED.has(first)) return first;
  const words =
    text
      .slice(0, COUNTED)
      .toLowerCase()
      .match(/[\p{L}\p{M}'’]+/gu) ?? [];
  if ((await countFunctionWords(words, first)) > PLAIN * words.length) return first;
  const middle = Math.floor(text.length / 2);
  const others = [known(text.slice(middle, middle + SAMPLE)), known(text.slice(-SAMPLE))];
  const unspaced = others.find((code) => UNSPACED.has(code));
  if (unspaced && (text.slice(0, COUNTED).match(UNSPACED_LETTER)?.length ?? 0) > words.length)
    return unspaced;
  return mostSpoken(words, [first, ...others.filter((code) => !UNSPACED.has(code)), DEFAULT_LANGUAGE]);
}

const UNSPACED_LETTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;
const UNSPACED = new Set(['ja', 'ko', 'th', 'zh']); // whose function words do not stand alone

/** Returns the language whose function words are most; the first one if none has more. */
async function mostSpoken(words: readonly string[], candidates: readonly string[]): Promise<string> {
  let [best = DEFAULT_LANGUAGE, most] = [candidates[0], -1];
  for (const code of new Set(candidates)) {
    const count = await countFunctionWords(words, code);
    if (count > most) [best, most] = [code, count];
  }
  return best;
}

async function countFunctionWords(words: readonly string[], code: string): Promise<number> {
  const functionWords = await loadFunctionWords(code);
  return words.filter((word) => functionWords.has(word)).length;
}
