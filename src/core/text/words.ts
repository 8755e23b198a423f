import type { Language } from './languages.ts';

/** A word of a text. */
export interface Word {
  readonly written: string;
  /** Its offset in the text. */
  readonly start: number;
  /** What it is compared by; null for a function word. */
  readonly term: string | null;
}

const MAX_WORD = 64; // characters; longer ones are noise that would only fill the index
const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}\p{M}]+(?:[.,](?=\p{N})[\p{N}]+|['’](?=\p{L})[\p{L}\p{M}]+)*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Splits a text into words, in order, with their terms in one language. */
export function* splitWords(text: string, language: Language): Generator<Word> {
  const reading: WordReading = { language, acronyms: !isCapitals(text) };
  for (const { 0: run, index } of text.matchAll(WORD)) {
    if (UNSPACED.test(run)) yield* segmentRun(run, index, reading);
    else yield toWord(run, index, reading);
  }
}

/** Splits a text into the terms it is indexed by, in order, without function words. */
export function splitTerms(text: string, language: Language): string[] {
  const terms: string[] = [];
  for (const { term } of splitWords(text, language)) if (term !== null) terms.push(term);
  return terms;
}

interface WordReading {
  readonly language: Language;
  /** Whether words in capitals are acronyms: not in a text that has hardly any lowercase letters. */
  readonly acronyms: boolean;
}

function toWord(run: string, start: number, { language, acronyms }: WordReading): Word {
  const written = run.replace(/['’]s$/i, '').replace(language.elision, '');
  const plain = normalise(written);
  if (acronyms && ACRONYM.test(written)) return { written, start, term: plain };
  if (plain === '' || language.isStopWord(written.toLowerCase()) || language.isStopWord(plain)) {
    return { written, start, term: null };
  }
  return { written, start, term: language.stem(plain) };
}

// In capitals, even function words are names: US, WHO, IT.
const ACRONYM = /^(?:\p{Lu}{2,5}|(?:\p{Lu}\.){2,})$/u;

/** Whether a text is in capitals throughout, as telegrams and some headlines are. */
function isCapitals(text: string): boolean {
  const sample = text.slice(0, 1000);
  const capitals = sample.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals > MANY_CAPITALS && capitals > (sample.match(/\p{Ll}/gu)?.length ?? 0);
}

const MANY_CAPITALS = 12; // letters; "NATO USA" is just two names

/** Returns the first two letters of a word, which are those of its term too: stemming changes endings only. */
export function wordOpening(word: string): string {
  return normalise(word).slice(0, 2);
}

/** Converts to lower case without accents, apostrophes, the dots of "U.S." and the commas of "1,000". */
function normalise(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}.,'’]/gu, '')
    .toLowerCase()
    .slice(0, MAX_WORD);
}

let segmenter: Intl.Segmenter | undefined; // created on first use, as its dictionaries take 20 ms to load

/** Splits text in scripts without spaces by dictionary. */
function* segmentRun(run: string, start: number, reading: WordReading): Generator<Word> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  for (const { segment, index, isWordLike } of segmenter.segment(run.slice(0, 4096))) {
    if (isWordLike) yield toWord(segment, start + index, reading);
  }
}
