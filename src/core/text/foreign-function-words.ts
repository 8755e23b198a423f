import { LANGUAGES, type Language, loadFunctionWords, loadLanguage } from './languages.ts';

type FunctionWords = ReadonlySet<string>;

/**
 * Finds the function words among some words of a question, whatever language it is asked in. A word that English has as
 * well (“war”, “die”) tells no language, and is one only beside others that do.
 */
export async function foreignFunctionWords(
  sought: readonly string[],
  question: readonly string[],
): Promise<ReadonlySet<string>> {
  const languages = await Promise.all(LANGUAGES.map(loadFunctionWords));
  const english = await loadLanguage('en');
  const asked = languagesAsked(question.map(lower), languages, english);
  const isFunction = (word: string) => {
    const among = word.length <= TINY ? languages : asked;
    return among.some((language) => language.has(word));
  };
  return new Set(sought.filter((word) => isFunction(lower(word))));
}

const TINY = 2; // letters; nobody asks about so short a word in small letters

/** Returns the languages of which a question has most function words; none if it has none that tell. */
function languagesAsked(
  words: readonly string[],
  languages: readonly FunctionWords[],
  english: Language,
): readonly FunctionWords[] {
  const telling = words.filter((word) => !isEnglish(word, english));
  const counts = languages.map((language) => telling.filter((word) => language.has(word)).length);
  const most = Math.max(1, ...counts, words.filter((word) => english.isStopWord(word)).length);
  return languages.filter((_, at) => counts[at] === most);
}

const ORDINARY = 0.45; // specificity; rarer in English are only names and words of other languages

function isEnglish(word: string, english: Language): boolean {
  return english.isStopWord(word) || english.specificity(word) < ORDINARY;
}

function lower(word: string): string {
  return word.toLowerCase();
}
