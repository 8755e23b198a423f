import type { Audience } from '../library/audience.ts';
import type { Corpus } from '../library/corpus.ts';
import type { CollectionId } from '../library/document.ts';
import { COUNTRY_SYNONYMS } from '../search/country-synonyms.ts';
import { parseQuery } from '../search/parse-query.ts';
import type { PassageIndex } from '../search/passage-index.ts';
import type { Query } from '../search/query.ts';
import { createThesaurus, joinThesauri, type Thesaurus } from '../search/synonyms.ts';
import { type Language, loadLanguage } from '../text/languages.ts';
import { splitWords, type Word } from '../text/words.ts';
import type { Search } from './candidates.ts';

/** Searching a corpus in the languages of its documents. */
export interface Searching {
  /** Makes ready for the languages that the documents have now. To be awaited before each request. */
  prepare(): Promise<void>;
  /** The search that an audience may make, narrowed to some collections if given. */
  searchFor(audience: Audience, collections?: readonly CollectionId[] | null): Search;
  /** Reads a question in the documents' languages; `synonyms` are phrases that mean the same in its topic. */
  parse(text: string, search: Search, synonyms?: Phrases): Query;
}

/** Searches in a corpus and the index of its documents, both of which may change. */
export function createSearching(corpus: Corpus, index: PassageIndex): Searching {
  const spoken = createSpokenLanguages(corpus);
  return {
    prepare: () => spoken.prepare(),
    searchFor(audience, collections = null) {
      const readable = corpus.readableBy(audience);
      const chosen = collections === null ? readable : readable.filter((id) => collections.includes(id));
      return { corpus, index, collections: chosen, wordsOf: createWordsOf(spoken) };
    },
    parse: (text, { collections }, synonyms = []) =>
      parseQuery(text, {
        languages: spoken.languages(collections),
        vocabulary: index.vocabulary(collections),
        thesaurus: spoken.thesaurus(synonyms),
        similarTerms: (term) => index.similarTerms(term, collections),
      }),
  };
}

/** Divides sentences into words, each once: a brief looks at the same ones for every side of its topic. */
function createWordsOf(spoken: SpokenLanguages): Search['wordsOf'] {
  const known = new Map<string, readonly Word[]>();
  return (text, code) => {
    const language = spoken.language(code);
    const key = `${code} ${text}`;
    const words = known.get(key) ?? (language ? [...splitWords(text, language)] : []);
    known.set(key, words);
    return words;
  };
}

type Phrases = readonly (readonly string[])[];

interface SpokenLanguages {
  prepare(): Promise<void>;
  language(code: string): Language | undefined;
  /** The languages of the documents in some collections, English first. */
  languages(collections: readonly CollectionId[]): readonly Language[];
  thesaurus(synonyms: Phrases): Thesaurus;
}

/** The languages of a corpus, loaded when a document speaks them. */
function createSpokenLanguages(corpus: Corpus): SpokenLanguages {
  const loaded = new Map<string, Language>();
  const found = new Map<string, readonly Language[]>(); // by collections, as of `revision`
  let revision: number | null = null;
  let first: Language | undefined;
  let places = createThesaurus(COUNTRY_SYNONYMS, undefined);
  const spokenIn = (collections: readonly CollectionId[] | null) => {
    const codes = corpus.documents
      .filter(({ collection }) => collections?.includes(collection) ?? true)
      .map(({ language }) => language);
    return [...new Set(codes)].sort(englishFirst);
  };
  return {
    async prepare() {
      if (revision === corpus.revision) return;
      const current = corpus.revision;
      const codes = spokenIn(null);
      for (const code of codes) if (!loaded.has(code)) loaded.set(code, await loadLanguage(code));
      const before = first;
      first = loaded.get(codes[0] ?? '');
      if (first !== before) places = createThesaurus(COUNTRY_SYNONYMS, first);
      found.clear();
      revision = current;
    },
    language: (code) => loaded.get(code),
    languages(collections) {
      const key = collections.join('/');
      const known = found.get(key) ?? spokenIn(collections).flatMap((code) => loaded.get(code) ?? []);
      found.set(key, known);
      return known;
    },
    thesaurus: (synonyms) =>
      synonyms.length === 0 ? places : joinThesauri(createThesaurus(synonyms, first), places),
  };
}

/** The first language is the one in which the names of places are known. */
function englishFirst(a: string, b: string): number {
  return Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1);
}
