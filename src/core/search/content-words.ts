import { formSpecificity } from '../text/form-specificity.ts';
import type { Language } from '../text/languages.ts';
import type { Slice } from '../text/slice.ts';
import type { Joint, Word } from '../text/word.ts';
import { splitWords } from '../text/words.ts';
import { isAsking } from './asking-words.ts';
import { currencyAsked } from './currency-asked.ts';
import { measureAsked } from './measure-asked.ts';
import { newsAsked } from './news-asked.ts';

/** A word of a question that says what it is about, or several that are one: “F-35”, “The Who”. */
export interface ContentWord {
  readonly written: string;
  /** One for each language in which the word has a term of its own, then those of other ways to write it. */
  readonly terms: readonly string[];
  /** What it is together with its neighbours. */
  readonly joined: readonly string[];
  readonly isName: boolean;
  /** It has a capital letter because its language writes every noun with one. */
  readonly isNoun: boolean;
  /** It is a word by which people ask rather than what they ask about. */
  readonly onlyAsks: boolean;
  readonly specificity: number;
  /** It consists of function words, and is a name only if documents contain it. */
  readonly tentative: boolean;
}

/** The content words of a question, and the language it is asked in; none if no document is in any language. */
export interface QuestionWords {
  readonly words: readonly ContentWord[];
  readonly language: Language | undefined;
  /** Its function words tell the language. */
  readonly isSure: boolean;
}

/** Reads the words of a question in the languages of the documents, without function words. */
export function contentWords(text: string, languages: readonly Language[]): QuestionWords {
  const readings = languages.map((language) => splitWords(text, language));
  const { words: asked, language, isSure } = readingAsAsked(readings, languages);
  const asking = [currencyAsked(text), measureAsked(text), newsAsked(text)];
  const found: ContentWord[] = [];
  let end = 0; // of a joint that stands for several words
  for (const [at, word] of asked.entries()) {
    if (word.start < end) continue;
    const whole = wholeAt(at, asked);
    const same = readings.flatMap((reading) => reading[at] ?? []);
    if (whole) found.push(toWhole(text, whole, word));
    else if (word.term !== null)
      found.push(toContentWord(word, same, { at, asking, asked: language, languages }));
    if (whole) end = whole.end;
  }
  return { words: found, language, isSure };
}

const SURE = 2; // function words that tell in which language a question is asked

/** Returns the reading in the language of the question: the one with most function words, else the first. */
function readingAsAsked(readings: readonly (readonly Word[])[], languages: readonly Language[]): Reading {
  const known = (words: readonly Word[]) => words.filter(({ term }) => term === null).length;
  const best = readings.reduce((a, words, at) => (known(words) > known(readings[a] ?? []) ? at : a), 0);
  const isSure = known(readings[best] ?? []) >= SURE;
  const at = isSure ? best : 0;
  return { words: readings[at] ?? [], language: languages[at], isSure };
}

interface Reading {
  readonly words: readonly Word[];
  /** None if no document is in any language. */
  readonly language: Language | undefined;
  readonly isSure: boolean;
}

/** Returns what stands for several words from a place on: “F-35”, or a name of function words alone. */
function wholeAt(at: number, words: readonly Word[]): Joint | null {
  const name = isSentence(words) ? nameAt(at, words) : null;
  const isOpening = at === 0 && nameAt(1, words) !== null; // “Did The Who play?”
  return jointsFrom(at, words).find((joint) => joint.whole) ?? (isOpening ? null : name);
}

function nameAt(at: number, words: readonly Word[]): Joint | null {
  const isFunction = ({ start, end }: Joint) =>
    words.filter((word) => word.start >= start && word.end <= end).every(({ term }) => term === null);
  return jointsFrom(at, words).find(isFunction) ?? null;
}

function jointsFrom(at: number, words: readonly Word[]): readonly Joint[] {
  const start = words[at]?.start;
  return words[at]?.joints.filter((joint) => joint.start === start) ?? [];
}

/** Whether capitals mean something: not in a title whose words have them all. */
function isSentence(words: readonly Word[]): boolean {
  const isLower = ({ written }: Word) => /^\p{Ll}/u.test(written);
  return words.some(isLower) || words.every(({ term }) => term === null);
}

function toWhole(text: string, { term, start, end }: Joint, first: Word): ContentWord {
  const written = text.slice(start, end);
  const named = { isName: true, isNoun: false, onlyAsks: false, specificity: 1 };
  return { written, terms: [term], joined: [], ...named, tentative: first.term === null };
}

interface WordPlace {
  readonly at: number;
  /** Where the question only asks: for a currency or another measure to count in, for news. */
  readonly asking: readonly (Slice | null)[];
  readonly asked: Language | undefined;
  readonly languages: readonly Language[];
}

function toContentWord(
  { written, term, joints, start }: Word,
  same: readonly Word[],
  { at, asking, asked, languages }: WordPlace,
): ContentWord {
  const terms = same.flatMap((word) => word.term ?? []);
  const forms = same.flatMap((word) => word.forms);
  return {
    written,
    terms: [...new Set([...(term === null ? [] : [term]), ...terms, ...forms])],
    joined: [...new Set(joints.map((joint) => joint.term))],
    isName: at > 0 && /^\p{Lu}/u.test(written),
    isNoun: asked?.capitalizesNouns === true && /^\p{Lu}\p{Ll}/u.test(written),
    onlyAsks: asking.some((slice) => isWithin(start, slice)) || isAsking(written, asked?.code ?? ''),
    specificity: Math.min(
      formSpecificity(written, asked),
      ...languages.map((language) => language.specificity(written)),
    ),
    tentative: false,
  };
}

function isWithin(at: number, slice: Slice | null): boolean {
  return slice !== null && slice.start <= at && at < slice.end;
}
