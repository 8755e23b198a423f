import { foreignFunctionWords } from './foreign-function-words.ts';
import { loadLanguage } from './languages.ts';

/**
 * Leaves out of the words that no document has those that only hold a question together, in English or in its language: nobody looks
 * for them. One with a capital letter within a sentence is a name.
 */
export async function tellUnknown(words: readonly string[], question: string): Promise<readonly string[]> {
  if (words.length === 0) return words;
  const english = await loadLanguage('en');
  const small = words.filter((word) => !isNamed(word, question));
  const foreign = await foreignFunctionWords(small, question.match(/[\p{L}\p{M}]+/gu) ?? []);
  const isFunction = (word: string) => {
    const lower = word.toLowerCase();
    return english.isStopWord(lower) || ALSO.has(lower) || foreign.has(word);
  };
  return words.filter((word) => !small.includes(word) || !isFunction(word));
}

// Function words that documents are searched for all the same, since each is a noun too.
const ALSO: ReadonlySet<string> = new Set(['will', 'might', 'must']);

function isNamed(word: string, question: string): boolean {
  return /^\p{Lu}/u.test(word) && !question.trim().startsWith(word);
}
