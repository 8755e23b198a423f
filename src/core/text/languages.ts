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

interface Resources {
  /** The Snowball stemmer; null if there is none. */
  readonly algorithm: string | null;
  /** Imports a module whose only export is the list. */
  stopWords(): Promise<object>;
}

// By ISO 639-1.
const RESOURCES: Readonly<Record<string, Resources>> = {
  ar: { algorithm: 'arabic', stopWords: () => import('stopword/src/stopwords_ara.js') },
  cs: { algorithm: 'czech', stopWords: () => import('stopword/src/stopwords_ces.js') },
  da: { algorithm: 'danish', stopWords: () => import('stopword/src/stopwords_dan.js') },
  de: { algorithm: 'german', stopWords: () => import('stopword/src/stopwords_deu.js') },
  en: { algorithm: 'english', stopWords: () => import('stopword/src/stopwords_eng.js') },
  es: { algorithm: 'spanish', stopWords: () => import('stopword/src/stopwords_spa.js') },
  fi: { algorithm: 'finnish', stopWords: () => import('stopword/src/stopwords_fin.js') },
  fr: { algorithm: 'french', stopWords: () => import('stopword/src/stopwords_fra.js') },
  hu: { algorithm: 'hungarian', stopWords: () => import('stopword/src/stopwords_hun.js') },
  it: { algorithm: 'italian', stopWords: () => import('stopword/src/stopwords_ita.js') },
  ja: { algorithm: null, stopWords: () => import('stopword/src/stopwords_jpn.js') },
  ko: { algorithm: null, stopWords: () => import('stopword/src/stopwords_kor.js') },
  nl: { algorithm: 'dutch', stopWords: () => import('stopword/src/stopwords_nld.js') },
  no: { algorithm: 'norwegian', stopWords: () => import('stopword/src/stopwords_nob.js') },
  pl: { algorithm: null, stopWords: () => import('stopword/src/stopwords_pol.js') },
  pt: { algorithm: 'portuguese', stopWords: () => import('stopword/src/stopwords_por.js') },
  ro: { algorithm: 'romanian', stopWords: () => import('stopword/src/stopwords_ron.js') },
  ru: { algorithm: 'russian', stopWords: () => import('stopword/src/stopwords_rus.js') },
  sv: { algorithm: 'swedish', stopWords: () => import('stopword/src/stopwords_swe.js') },
  th: { algorithm: null, stopWords: () => import('stopword/src/stopwords_tha.js') },
  tr: { algorithm: 'turkish', stopWords: () => import('stopword/src/stopwords_tur.js') },
  uk: { algorithm: null, stopWords: () => import('stopword/src/stopwords_ukr.js') },
  zh: { algorithm: null, stopWords: () => import('stopword/src/stopwords_zho.js') },
};

/** The languages with a list of function words. */
export const LANGUAGES: readonly string[] = Object.keys(RESOURCES);

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
  const resources = RESOURCES[code];
  const words = new Set(resources ? await loadStopWords(resources) : []);
  for (const word of listOf(MORE_FUNCTION_WORDS, code)) words.add(word);
  for (const word of listOf(NO_FUNCTION_WORDS, code)) words.delete(word);
  const stem = resources?.algorithm ? await loadStemmer(resources.algorithm) : (word: string) => word;
  return {
    code,
    stem: memoize(code === 'en' ? (word) => stem(baseForm(americanSpelling(word))) : stem),
    isStopWord: (word) => words.has(word),
    specificity: code === 'en' ? englishSpecificity : () => 1,
    capitalizesNouns: code === 'de',
    elision: ELIDING.has(code) ? ELISION : NOTHING,
  };
}

function listOf(lists: Readonly<Record<string, string>>, code: string): readonly string[] {
  return lists[code]?.split(/\s+/) ?? [];
}

const SAMPLE = 600; // characters; more takes longer and is hardly more accurate

/** Detects the language of a text, among those listed here, from its opening. */
export async function detectLanguage(text: string): Promise<string> {
  const sample = text.slice(0, SAMPLE);
  if (!/\p{L}/u.test(sample)) return DEFAULT_LANGUAGE;
  const { detect } = await import('tinyld/light');
  const code = detect(sample);
  return RESOURCES[code] ? code : DEFAULT_LANGUAGE;
}

const ELIDING = new Set(['fr', 'it', 'ca']);
const ELISION = /^(?:[ldjmntsc]|qu|lorsqu|puisqu|dell|all|nell|dall|sull|coll|un|quest|quell)['’](?=\p{L})/iu;
const NOTHING = /^(?!)/;

async function loadStopWords({ stopWords }: Resources): Promise<readonly string[]> {
  const [list]: (readonly string[])[] = Object.values(await stopWords());
  return list ?? [];
}

async function loadStemmer(algorithm: string): Promise<(word: string) => string> {
  const { default: snowball } = await import('snowball-stemmers');
  const stemmer = snowball.newStemmer(algorithm);
  return (word) => stemmer.stem(word);
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
