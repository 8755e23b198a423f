import { baseForm } from './irregular-forms.ts';
import { memoize } from './memoize.ts';
import { MORE_FUNCTION_WORDS, NO_FUNCTION_WORDS } from './more-function-words.ts';
import { englishSpecificity, type Specificity } from './word-frequency.ts';

/** The rules by which words of one language are compared. */
export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  stem(word: string): string;
  isStopWord(word: string): boolean;
  readonly specificity: Specificity;
  /** Whether every noun has a capital letter, so that one doesn't tell a name. */
  readonly capitalizesNouns: boolean;
  /** Matches an article or preposition joined to the next word: l’OTAN, dell’Europa. */
  readonly elision: RegExp;
}

type Stem = (word: string) => string;

// By ISO 639-1: the Snowball stemmers. One package has the fastest for English, another those of most languages, neither Czech.
const STEMMERS: Readonly<Record<string, () => Promise<{ readonly stemmer: Stem }>>> = {
  ar: () => import('@orama/stemmers/arabic'),
  cs: loadCzech,
  da: () => import('@orama/stemmers/danish'),
  de: () => import('@orama/stemmers/german'),
  en: () => import('./english-stemmer.ts'),
  es: () => import('@orama/stemmers/spanish'),
  fi: () => import('@orama/stemmers/finnish'),
  fr: () => import('@orama/stemmers/french'),
  hu: () => import('@orama/stemmers/hungarian'),
  it: () => import('@orama/stemmers/italian'),
  nl: () => import('@orama/stemmers/dutch'),
  no: () => import('@orama/stemmers/norwegian'),
  pt: () => import('@orama/stemmers/portuguese'),
  ro: () => import('@orama/stemmers/romanian'),
  ru: () => import('@orama/stemmers/russian'),
  sv: () => import('@orama/stemmers/swedish'),
  tr: () => import('@orama/stemmers/turkish'),
};

// By ISO 639-1: modules whose only export is the list.
const STOP_WORDS: Readonly<Record<string, () => Promise<object>>> = {
  ar: () => import('stopword/src/stopwords_ara.js'),
  cs: () => import('stopword/src/stopwords_ces.js'),
  da: () => import('stopword/src/stopwords_dan.js'),
  de: () => import('stopword/src/stopwords_deu.js'),
  en: () => import('stopword/src/stopwords_eng.js'),
  es: () => import('stopword/src/stopwords_spa.js'),
  fi: () => import('stopword/src/stopwords_fin.js'),
  fr: () => import('stopword/src/stopwords_fra.js'),
  hu: () => import('stopword/src/stopwords_hun.js'),
  it: () => import('stopword/src/stopwords_ita.js'),
  ja: () => import('stopword/src/stopwords_jpn.js'),
  ko: () => import('stopword/src/stopwords_kor.js'),
  nl: () => import('stopword/src/stopwords_nld.js'),
  no: () => import('stopword/src/stopwords_nob.js'),
  pl: () => import('stopword/src/stopwords_pol.js'),
  pt: () => import('stopword/src/stopwords_por.js'),
  ro: () => import('stopword/src/stopwords_ron.js'),
  ru: () => import('stopword/src/stopwords_rus.js'),
  sv: () => import('stopword/src/stopwords_swe.js'),
  th: () => import('stopword/src/stopwords_tha.js'),
  tr: () => import('stopword/src/stopwords_tur.js'),
  uk: () => import('stopword/src/stopwords_ukr.js'),
  zh: () => import('stopword/src/stopwords_zho.js'),
};

/** The languages with a list of function words. */
export const LANGUAGES: readonly string[] = Object.keys(STOP_WORDS);

/** The language assumed if a text is too short or too unusual to detect one. */
export const DEFAULT_LANGUAGE = 'en';

const languages = new Map<string, Promise<Language>>();

/** Loads the stemmer and stop words of a language, once. Words of an unlisted language are compared whole. */
export function loadLanguage(code: string): Promise<Language> {
  const language = languages.get(code) ?? createLanguage(code);
  languages.set(code, language);
  return language;
}

async function createLanguage(code: string): Promise<Language> {
  const words = await loadFunctionWords(code);
  const { stemmer: stem } = (await STEMMERS[code]?.()) ?? { stemmer: (word: string) => word };
  return {
    code,
    stem: memoize(code === 'en' ? (word) => stem(baseForm(americanSpelling(word))) : stem),
    isStopWord: (word) => words.has(word),
    specificity: code === 'en' ? englishSpecificity : () => 1,
    capitalizesNouns: code === 'de',
    elision: ELIDING.has(code) ? ELISION : NOTHING,
  };
}

const functionWords = new Map<string, Promise<ReadonlySet<string>>>();

/** Loads the function words of a language, once; an unlisted language has none. */
export function loadFunctionWords(code: string): Promise<ReadonlySet<string>> {
  const words = functionWords.get(code) ?? readFunctionWords(code);
  functionWords.set(code, words);
  return words;
}

async function readFunctionWords(code: string): Promise<ReadonlySet<string>> {
  const words = new Set(await loadStopWords(code));
  for (const word of listOf(MORE_FUNCTION_WORDS, code)) words.add(word);
  for (const word of listOf(NO_FUNCTION_WORDS, code)) words.delete(word);
  return words;
}

function listOf(lists: Readonly<Record<string, string>>, code: string): readonly string[] {
  return lists[code]?.split(/\s+/) ?? [];
}

const ELIDING = new Set(['fr', 'it', 'ca']);
const ELISION = /^(?:[ldjmntsc]|qu|lorsqu|puisqu|dell|all|nell|dall|sull|coll|un|quest|quell)['’](?=\p{L})/iu;
const NOTHING = /^(?!)/;

async function loadStopWords(code: string): Promise<readonly string[]> {
  const [list]: (readonly string[])[] = Object.values((await STOP_WORDS[code]?.()) ?? {});
  return list ?? [];
}

async function loadCzech(): Promise<{ readonly stemmer: Stem }> {
  const { default: snowball } = await import('snowball-stemmers');
  const czech = snowball.newStemmer('czech');
  return { stemmer: (word) => czech.stem(word) };
}

/** Converts British spelling, in documents as well as questions. */
function americanSpelling(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/is(e|ed|es|er|ers|ing|ation|ations)$/, 'iz$1')
    .replace(/our(s|ed|ing|able|ite|ites|less)?$/, 'or$1')
    .replace(/fence(s|less)?$/, 'fense$1')
    .replace(/tre(s|d)?$/, 'ter$1')
    .replace(/gramme(s|d|r)?$/, 'gram$1');
}
