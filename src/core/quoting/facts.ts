import { datesInText } from '../text/dates-in-text.ts';
import { hash } from '../text/hash.ts';
import type { Word } from '../text/word.ts';
import { numberWordsOf } from './number-words.ts';
import { isNegated } from './selection.ts';

/** Whole sentences, their words, and their language. */
export interface TokenizedText {
  readonly text: string;
  readonly words: readonly Word[];
  readonly language: string;
}

/** Hashes what makes another statement of the same words: a text's numbers, dates and names, and whether it is negated. */
export function factsOf({ text, words, language }: TokenizedText): number[] {
  const facts = [
    ...numbersOf(text).map((number) => `number ${number}`),
    ...datesInText(text, language).map(({ date }) => `date ${date}`),
    ...namesOf(text, words).map((name) => `name ${name}`),
    isNegated(text) ? 'denied' : 'not denied',
  ];
  return [...new Set(facts.map(hash))].sort((a, b) => a - b);
}

const NUMBER = /\p{Nd}+(?:[.,’' \u00A0\u202F]\p{Nd}+)*/gu;
const THOUSANDS = /(?<=\p{Nd})[.,’' \u00A0\u202F](?=\p{Nd}{3}(?!\p{Nd}))/gu;

/** Extracts the numbers of a text: "1,200", "1 200" and "1.200" alike, "2,5" as "2.5". */
function numbersOf(text: string): string[] {
  return [...text.matchAll(NUMBER)].flatMap(([written]) => {
    const joined = written.replace(THOUSANDS, '').replaceAll(',', '.');
    return joined.split(/[’' \u00A0\u202F]/).map((part) => (Number.isNaN(Number(part)) ? part : `${+part}`));
  });
}

/** Extracts the numbers of a text, in figures or words: “4” and “four” alike. */
export function allNumbersOf(text: string): string[] {
  return [...numbersOf(text), ...numberWordsOf(text)];
}

// The characters before the first word of a sentence or a quotation, unless the full stop ends "Mr." or "U.S.".
const SENTENCE_START = /(?:^|[.!?…:]["”’»)\]]*\s+|[“"«„([])$/;
const ABBREVIATED = /(?:^|[^\p{L}])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Gov|Rep|Lt|Col|Capt|Sgt|St)\.\s+$/u;
const CAPITALISED = /^\p{Lu}/u;
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}.]+$/u;
const WITHOUT_CASE = /^\p{Lo}/u;

/** Returns the terms of words that are capitalized within a sentence. In a script without capitals, any word may be a name. */
function namesOf(text: string, words: readonly Word[]): string[] {
  return words.flatMap(({ written, start, term }) => {
    if (term === null) return [];
    if (WITHOUT_CASE.test(written) || ACRONYM.test(written)) return term;
    return CAPITALISED.test(written) && !startsSentence(text, start) ? term : [];
  });
}

const BEFORE = 8; // characters

function startsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - BEFORE), at);
  return SENTENCE_START.test(before) && !ABBREVIATED.test(before);
}
