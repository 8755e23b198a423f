const ORDINARY = 0.5; // about what an English verb or adjective has

// By ISO 639-1: what tells a verb or an adjective from a noun. German writes nouns with a capital letter, Japanese endings in Hiragana.
const NO_NOUN: Readonly<Record<string, RegExp>> = {
  de: /^\p{Ll}/u,
  ja: /\p{Script=Han}\p{Script=Hiragana}+$/u,
};

/** Returns how specific a word is as far as its form tells, from 0 to 1, in a language in which nobody counted it. */
export function formSpecificity(word: string, language: string): number {
  return NO_NOUN[language]?.test(word) ? ORDINARY : 1;
}
