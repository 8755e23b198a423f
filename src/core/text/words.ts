import { cutOff } from './clip.ts';
import { DUTCH_VERBS } from './dutch-verbs.ts';
import { fold, spellUmlauts } from './fold.ts';
import { GERMAN_VERBS } from './german-verbs.ts';
import { findJoints } from './joints.ts';
import { withoutKoreanEnding } from './korean-endings.ts';
import { withoutKoreanParticle } from './korean-particles.ts';
import type { Language } from './languages.ts';
import { readRuns } from './runs.ts';
import { createVerbFinder, type VerbFinder } from './separable-verbs.ts';
import type { Word } from './word.ts';

const MAX_WORD = 64; // characters; longer ones are noise that would only fill the index
// Scripts without spaces, and Korean figures: 2024년.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|\p{Nd}\p{Script=Hangul}/u;
// A foreign name or a unit with its Korean particle: NATO는, 5km이다.
const MIXED = /\p{Script=Latin}\p{Script=Hangul}/u;
const DOTTED_DATE = /^\p{Nd}{1,2}\.\p{Nd}{1,2}\.\p{Nd}{4}$/u;

/** Splits a text into words, in order, with their terms in one language. */
export function splitWords(text: string, language: Language): readonly Word[] {
  const plain: WordReading = { language, acronyms: !isCapitals(text), isNoun: false };
  const noun = { ...plain, isNoun: true };
  const words: Word[] = [];
  const runs = readRuns(text);
  for (let at = 0; at < runs.length; at += 2) {
    const index = runs[at] ?? 0;
    const run = text.slice(index, runs[at + 1]);
    const reading =
      language.capitalizesNouns && isNounAt(index, { text, end: words.at(-1)?.end ?? 0, run }) ? noun : plain;
    if (LATIN.test(run)) words.push(toLatinWord(run, index, reading));
    else if (MIXED.test(run)) words.push(...splitScripts(run, index, reading));
    else if (UNSPACED.test(run)) words.push(...segmentRun(run, index, reading));
    else if (DOTTED_DATE.test(run)) words.push(...splitDate(run, index, reading));
    else words.push(toWord(run, index, reading));
  }
  const joints = findJoints(text, words, language);
  for (const [at, found] of joints) {
    const word = words[at];
    if (word) words[at] = { ...word, joints: found };
  }
  return VERB_FINDERS[language.code]?.(text, words) ?? words;
}

const VERB_FINDERS: Readonly<Record<string, VerbFinder>> = {
  de: createVerbFinder(GERMAN_VERBS),
  nl: createVerbFinder(DUTCH_VERBS),
};

/** Returns the terms that words are found by, in order, without function words. */
export function termsIn(words: readonly Word[]): string[] {
  const terms: string[] = [];
  for (const { term, start, forms, joints } of words) {
    if (term !== null) terms.push(term);
    for (const form of forms) terms.push(form);
    for (const joint of joints) if (joint.start === start) terms.push(joint.term);
  }
  return terms;
}

/** Splits a text into the terms of its words in order, without function words; “F-35” is one. */
export function splitTerms(text: string, language: Language): string[] {
  const terms: string[] = [];
  let end = 0; // of a joint that stands for several words
  for (const { term, start, joints } of splitWords(text, language)) {
    if (start < end) continue;
    const whole = joints.find((joint) => joint.whole && joint.start === start);
    if (whole) end = whole.end;
    const own = whole?.term ?? term;
    if (own !== null) terms.push(own);
  }
  return terms;
}

interface WordReading {
  readonly language: Language;
  /** Whether words in capitals are acronyms: not in a text that has hardly any lowercase letters. */
  readonly acronyms: boolean;
  /** Whether a word is a noun, since it has a capital letter within a sentence: Würde, not würde. */
  readonly isNoun: boolean;
}

interface RunPlace {
  readonly text: string;
  /** The end of the word before. */
  readonly end: number;
  readonly run: string;
}

function isNounAt(index: number, { text, end, run }: RunPlace): boolean {
  return (
    index - end === 1 && end > 0 && text.charAt(end) === ' ' && CAPITALIZED.test(run) && !POLITE.test(run)
  );
}

const CAPITALIZED = /^\p{Lu}\p{Ll}/u;
const POLITE = /^(?:Sie|Ihnen|Ihr(?:e[rnms]?)?|Du|Dich|Dir|Euch|Eure?[rnms]?|Die|Der|Das|Ein|Eine)$/;

const NONE: readonly never[] = [];

/** Reads a word of unaccented Latin letters alone, as most are. */
function toLatinWord(written: string, start: number, { language, acronyms, isNoun }: WordReading): Word {
  const end = start + written.length;
  if (acronyms && isLatinAcronym(written))
    return { written, start, end, term: written.toLowerCase(), forms: NONE, joints: NONE };
  const plain = written.toLowerCase().slice(0, MAX_WORD);
  const term = !isNoun && language.isStopWord(plain) ? null : language.stem(plain);
  return { written, start, end, term, forms: NONE, joints: NONE };
}

function toWord(run: string, start: number, reading: WordReading): Word {
  const { language, acronyms, isNoun } = reading;
  const written = run.replace(POSSESSIVE, '').replace(language.elision, '');
  const end = start + run.length;
  if (LATIN.test(written)) return { ...toLatinWord(written, start, reading), end };
  if (acronyms && ACRONYM.test(written))
    return { written, start, end, term: normalise(written), forms: NONE, joints: NONE };
  const plain = normalise(written);
  const isFunction = !isNoun && isFunctionWord(written, plain, language);
  const term = plain === '' || isFunction ? null : language.stem(plain);
  const forms = term === null ? NONE : formsOf(written, plain, language);
  return { written, start, end, term, forms, joints: NONE };
}

function isLatinAcronym(written: string): boolean {
  return written.length > 1 && written.length <= 5 && LATIN_CAPITALS.test(written);
}

const LATIN = /^[A-Za-z]+$/;
const LATIN_CAPITALS = /^[A-Z]+$/;
const POSSESSIVE = /['’]s$/i;

// In capitals, even function words are names: US, WHO, IT.
const ACRONYM = /^(?:\p{Lu}{2,5}|(?:\p{Lu}\.){2,})$/u;

/** Whether a word is a function word, accents aside: but Danish “hår” is not “har”, nor German “ändern” “andern”. */
function isFunctionWord(written: string, plain: string, language: Language): boolean {
  const lower = written.toLowerCase();
  if (language.isStopWord(lower) || hasOnlyParticle(lower, language)) return true;
  return OTHER_LETTER.test(lower.normalize('NFD')) ? false : language.isStopWord(plain);
}

/** Whether a Korean word is a function word with a particle: 것은, 무엇이. */
function hasOnlyParticle(lower: string, language: Language): boolean {
  if (language.code !== 'ko') return false;
  const [, word] = /^(.{1,2})(?:은|는|이|가|을|를|에|의|도)$/.exec(lower) ?? [];
  return word !== undefined && language.isStopWord(word);
}

const OTHER_LETTER = /[\u0307-\u030A\u0328]|(?![’ʼ])[^\p{ASCII}\p{M}\p{P}\p{Cf}]/u;
const ASCII = /^[\0-\x7f]*$/;
const FILLED = /^0+([1-9]\d*)$/; // 0008, which is also 8
const NUMBERED = /^(\p{L}{3,})\p{N}+$/u; // Covid19

function formsOf(written: string, plain: string, language: Language): readonly string[] {
  const figure = FILLED.exec(plain)?.[1];
  if (figure !== undefined) return [figure];
  if (ASCII.test(written) && !NUMBERED.test(plain)) return NONE;
  const forms: string[] = [];
  const spelt = normalise(spellUmlauts(written));
  if (spelt !== plain) forms.push(language.stem(spelt));
  forms.push(...formsInScript(plain));
  const name = NUMBERED.exec(plain)?.[1];
  if (name !== undefined) forms.push(language.stem(name));
  return forms;
}

const OKURIGANA = /^(\p{Script=Han}+)\p{Script=Hiragana}+$/u;

/** Returns a Korean word without its particle or ending, and a Japanese verb without what is inflected: 開き, 開い. */
function formsInScript(plain: string): readonly string[] {
  const root = OKURIGANA.exec(plain)?.[1];
  if (root !== undefined) return [root];
  return [withoutKoreanParticle(plain), withoutKoreanEnding(plain)].filter((form) => form !== null);
}

/** Whether a text is in capitals throughout, as telegrams and some headlines are. */
function isCapitals(text: string): boolean {
  let [capitals, small] = [0, 0];
  const end = Math.min(text.length, 1000);
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) small++;
    else if (code >= 65 && code <= 90) capitals++;
    else if (code >= 128) {
      const char = text.charAt(at);
      if (char !== char.toLowerCase()) capitals++;
      else if (char !== char.toUpperCase()) small++;
    }
  }
  return capitals > MANY_CAPITALS && capitals > small;
}

const MANY_CAPITALS = 12; // letters; "NATO USA" is just two names

/** Returns the first two letters of a word, which are those of its term too: stemming changes endings only. */
export function wordOpening(word: string): string {
  return normalise(word).slice(0, 2);
}

const NUMBER = /^\p{Nd}+(?:[.,]\p{Nd}+)+$/u;

/** Folds a word, without apostrophes, the dots of "U.S." and the commas of "1,000". "1,5" becomes "1.5". */
function normalise(word: string): string {
  const plain = fold(word);
  const short = NUMBER.test(plain)
    ? plain.replace(/[.,](?=\p{Nd}{3}(?!\p{Nd}))/gu, '').replaceAll(',', '.')
    : plain.replace(/[.,'’]/g, '');
  return cutOff(short, MAX_WORD);
}

function* splitDate(run: string, start: number, reading: WordReading): Generator<Word> {
  for (const { 0: part, index } of run.matchAll(/\p{Nd}+/gu)) yield toWord(part, start + index, reading);
}

function* splitScripts(run: string, start: number, reading: WordReading): Generator<Word> {
  for (const { 0: part, index } of run.matchAll(/\p{Script=Hangul}+|\P{Script=Hangul}+/gu))
    yield toWord(part, start + index, reading);
}

let segmenter: Intl.Segmenter | undefined; // created on first use, as its dictionaries take 20 ms to load

/** Splits text in scripts without spaces by dictionary. */
function* segmentRun(run: string, start: number, reading: WordReading): Generator<Word> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  for (const { segment, index, isWordLike } of segmenter.segment(run.slice(0, 4096))) {
    if (isWordLike) yield toWord(segment, start + index, reading);
  }
}
