import { denies } from '../quoting/selection.ts';
import { datesInText } from '../text/dates-in-text.ts';
import { hash } from '../text/hash.ts';
import type { Word } from '../text/words.ts';

/** A text of whole sentences with its words, and the language that it is in. */
export interface FactsIn {
  readonly text: string;
  readonly words: readonly Word[];
  readonly language: string;
}

/**
 * Hashes of what makes another statement of the same words: the numbers, dates and names of a text, and whether it
 * denies something.
 */
export function factsOf({ text, words, language }: FactsIn): number[] {
  const facts = [
    ...numbersOf(text).map((number) => `number ${number}`),
    ...datesInText(text, language).map(({ date }) => `date ${date}`),
    ...namesOf(text, words).map((name) => `name ${name}`),
    denies(text) ? 'denied' : 'not denied',
  ];
  return [...new Set(facts.map(hash))].sort((a, b) => a - b);
}

const NUMBER = /\p{Nd}+(?:[.,’' \u00A0\u202F]\p{Nd}+)*/gu;
const THOUSANDS = /(?<=\p{Nd})[.,’' \u00A0\u202F](?=\p{Nd}{3}(?!\p{Nd}))/gu;

/** The numbers of a text: "1,200", "1 200" and "1.200" alike, "2,5" as "2.5". */
export function numbersOf(text: string): string[] {
  return [...text.matchAll(NUMBER)].flatMap(([written]) => {
    const joined = written.replace(THOUSANDS, '').replaceAll(',', '.');
    return joined.split(/[’' \u00A0\u202F]/).map((part) => (Number.isNaN(Number(part)) ? part : `${+part}`));
  });
}

// What stands before a word that opens a sentence or a quotation, unless the full stop ends "Mr." or "U.S.".
const BEGINS = /(?:^|[.!?…:]["”’»)\]]*\s+|[“"«„([])$/;
const ABBREVIATED = /(?:^|[^\p{L}])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Gov|Rep|Lt|Col|Capt|Sgt|St)\.\s+$/u;
const CAPITALISED = /^\p{Lu}/u;
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}.]+$/u;
const WITHOUT_CASE = /^\p{Lo}/u;

/**
 * The terms of words with a capital that they don't owe to their place. Where a script has no capitals, every word
 * may be a name.
 */
function namesOf(text: string, words: readonly Word[]): string[] {
  return words.flatMap(({ written, start, term }) => {
    if (term === null) return [];
    if (WITHOUT_CASE.test(written) || ACRONYM.test(written)) return term;
    return CAPITALISED.test(written) && !opensSentence(text, start) ? term : [];
  });
}

const BEFORE = 8; // characters that tell

function opensSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - BEFORE), at);
  return BEGINS.test(before) && !ABBREVIATED.test(before);
}
