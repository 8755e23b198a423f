import type { Language } from './languages.ts';

/** A word as written, and the term it is compared by; null for a function word. */
export interface Word {
  readonly written: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly term: string | null;
}

const MAX_WORD = 64; // characters; longer runs are noise that would only fill the index
const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}\p{M}]+(?:[.,](?=\p{N})[\p{N}]+|['’](?=\p{L})[\p{L}\p{M}]+)*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** The words of a text in order, with their terms in one language. */
export function* splitWords(text: string, language: Language): Generator<Word> {
  const reading: WordReading = { language, acronyms: !isCapitals(text) };
  for (const { 0: run, index } of text.matchAll(WORD)) {
    if (UNSPACED.test(run)) yield* segmentRun(run, index, reading);
    else yield toWord(run, index, reading);
  }
}

/** The terms that a text is indexed by, in order, function words left out. */
export function splitTerms(text: string, language: Language): string[] {
  const terms: string[] = [];
  for (const { term } of splitWords(text, language)) if (term !== null) terms.push(term);
  return terms;
}

interface WordReading {
  readonly language: Language;
  /** Whether capitals mean something: not in a text that has hardly any small letters. */
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

// Capitals make a name of what would be a function word: US, WHO, IT.
const ACRONYM = /^(?:\p{Lu}{2,5}|(?:\p{Lu}\.){2,})$/u;

/** Telegrams, old wires and headlines are set in capitals throughout. */
function isCapitals(text: string): boolean {
  const sample = text.slice(0, 1000);
  const capitals = sample.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals > MANY_CAPITALS && capitals > (sample.match(/\p{Ll}/gu)?.length ?? 0);
}

const MANY_CAPITALS = 12; // letters; "NATO USA" alone are two names

/** How a word begins, and its term with it: stems differ from their words at the end. */
export function wordOpening(word: string): string {
  return normalise(word).slice(0, 2);
}

/** Lower case, without accents, apostrophes, the dots of "U.S." and the commas of "1,000". */
function normalise(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}.,'’]/gu, '')
    .toLowerCase()
    .slice(0, MAX_WORD);
}

let segmenter: Intl.Segmenter | undefined; // made when it is needed: its dictionaries take 20 ms

/** Scripts that put no spaces between words are divided by dictionary. */
function* segmentRun(run: string, start: number, reading: WordReading): Generator<Word> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  for (const { segment, index, isWordLike } of segmenter.segment(run.slice(0, 4096))) {
    if (isWordLike) yield toWord(segment, start + index, reading);
  }
}
