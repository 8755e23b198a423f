import { EVERYDAY_WORDS } from './everyday-foreign-words.ts';
import type { Language } from './languages.ts';

const ORDINARY = 0.5; // about what an English verb or adjective has
const EVERYDAY = 0.3; // about what “give” and “small” have

// By ISO 639-1: what tells a verb or an adjective from a noun. German writes nouns with a capital letter, Japanese endings in Hiragana.
const NO_NOUN: Readonly<Record<string, RegExp>> = {
  de: /^\p{Ll}/u,
  ja: /\p{Script=Han}\p{Script=Hiragana}+$/u,
};

// Nouns with the stem of an everyday word: data, rights, funds, houses, coasts, fashion.
const OTHERS: Readonly<Record<string, RegExp>> = {
  es: /^(?:costas?|trata|mandos?)$/i,
  fr: /^(?:données?|droits|fonds)$/i,
  it: /^(?:dati|cas[ae]|mod[ae])$/i,
  pt: /^(?:dados|casas?|fundos?)$/i,
};

/**
 * Returns how specific a word is, from 0 to 1, in a language in which nobody counted it: as far as its form tells, and
 * less if it is one of the everyday words by which people put a question in their own way.
 */
export function formSpecificity(word: string, language: Pick<Language, 'code' | 'stem'> | undefined): number {
  if (!language) return 1;
  if (
    !CAPITALIZED.test(word) &&
    !OTHERS[language.code]?.test(word) &&
    everydayStems(language).has(language.stem(word))
  )
    return EVERYDAY;
  return NO_NOUN[language.code]?.test(word) ? ORDINARY : 1;
}

const CAPITALIZED = /^\p{Lu}/u;
const known = new Map<string, ReadonlySet<string>>();

function everydayStems({ code, stem }: Pick<Language, 'code' | 'stem'>): ReadonlySet<string> {
  const stems = known.get(code) ?? new Set((EVERYDAY_WORDS[code]?.split(/\s+/) ?? []).map(stem));
  known.set(code, stems);
  return stems;
}
