/** An acronym, and what a text says that it stands for. */
export interface Acronym {
  readonly short: string;
  readonly long: string;
}

/** Finds the acronyms that a text explains: “Harbour Pilots Association (HPA)” or “HPA (Harbour Pilots Association)”. */
export function findAcronyms(text: string): readonly Acronym[] {
  const found: Acronym[] = [];
  for (const { 1: short = '', index } of text.matchAll(IN_BRACKETS)) {
    const long = expansionBefore(text.slice(Math.max(0, index - WINDOW), index).trimEnd(), short);
    if (long !== null) found.push({ short, long });
  }
  for (const { 1: short = '', 2: long = '' } of text.matchAll(BEFORE_BRACKETS))
    if (expansionBefore(long, short)?.length === long.length) found.push({ short, long });
  return found;
}

const ACRONYM = String.raw`\p{Lu}[\p{Lu}\p{Nd}&]{1,7}`;
const IN_BRACKETS = new RegExp(`[(（]["“„«]?(${ACRONYM})["”“»]?[)）]`, 'gu');
const BEFORE_BRACKETS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${ACRONYM}) \(([\p{L}][\p{L}’' -]{5,80})\)`,
  'gu',
);
const WINDOW = 120; // characters before an acronym in which it is spelled out
const WORD = /[\p{L}\p{Nd}]+/gu;
const OTHER_SIGN = /[^\p{L}\p{Nd}\s’',&/–-]/u;
const LINKING = 3; // letters; words as short need no letter of their own: of, and, der, de, the

/**
 * Returns the end of a text that the letters of an acronym abbreviate: read backwards, each letter is found in turn, at
 * the start of a word or, for a compound (Zentralbank), within one. Every longer word has a letter.
 */
function expansionBefore(text: string, acronym: string): string | null {
  const words = [...text.matchAll(WORD)].map(({ 0: written, index }) => ({
    written: written.toLowerCase(),
    index,
  }));
  const letters = [...acronym.toLowerCase()].filter((letter) => letter !== '&');
  let left = letters.length;
  let starts = 0;
  for (let at = words.length - 1; at >= 0; at--) {
    const { written, index } = words[at] ?? { written: '', index: 0 };
    const used = lettersUsed(written, letters.slice(0, left));
    if (used === 0 && written.length > LINKING) return null;
    left -= used;
    if (used > 0) starts++;
    if (left > 0) continue;
    const before = words[at - 1];
    const isOffice = written.length <= LINKING && before?.written.startsWith(letters[0] ?? ' ');
    const long = text.slice(isOffice ? before?.index : index).replace(POSSESSIVE, '');
    return isPlausible(long, starts, letters.length) ? long : null;
  }
  return null;
}

const POSSESSIVE = /['’]s?$/;

/** Returns how many of the last letters a word abbreviates, the first of them at its start; 0 if it does none. */
function lettersUsed(word: string, letters: readonly string[]): number {
  for (let used = Math.min(letters.length, MAX_IN_WORD); used > 0; used--) {
    const wanted = letters.slice(-used);
    if (word.startsWith(wanted[0] ?? ' ') && isWithin(word, wanted)) return used;
  }
  return 0;
}

const MAX_IN_WORD = 3; // letters that stand for one word: B and P of Bundespolizei

function isWithin(word: string, letters: readonly string[]): boolean {
  let at = 0;
  for (const letter of letters) {
    const found = word.indexOf(letter, at);
    if (found === -1) return false;
    at = found + 1;
  }
  return true;
}

/** Whether most letters begin a word of their own, in one phrase. */
function isPlausible(long: string, words: number, letters: number): boolean {
  return words >= 2 && words * 2 >= letters && !OTHER_SIGN.test(long);
}
