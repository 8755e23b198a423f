import type { Document } from '../library/documents/document.ts';
import { findSentences } from '../library/documents/find-sentences.ts';
import type { Library, Scope } from '../library/library.ts';
import { createAskedThesaurus } from '../search/asked-and-said.ts';
import { termsOf } from '../search/concept-information.ts';
import { COUNTRY_SYNONYMS } from '../search/country-synonyms.ts';
import { parseQuery } from '../search/parse-query.ts';
import type { PassageIndex } from '../search/passage-index.ts';
import type { Concept } from '../search/query.ts';
import { createThesaurus, joinThesauri, type Thesaurus } from '../search/synonyms.ts';
import { BoundedCache } from '../text/bounded-cache.ts';
import { type Language, loadLanguage } from '../text/languages.ts';
import { phrasesIn } from '../text/phrases.ts';
import type { Word } from '../text/word.ts';
import { splitWords } from '../text/words.ts';
import { createAcronymThesauri } from './acronym-thesaurus.ts';
import type { Candidate } from './candidate.ts';
import { scorePassages } from './candidates.ts';
import { findPassages } from './find-passages.ts';
import { hitsAt } from './hits-at.ts';
import { addNewest } from './newest-passages.ts';
import { findNumbered } from './numbered-documents.ts';
import { parseQuoted } from './parse-quoted.ts';
import type { QuotedPlace } from './quoted-place.ts';
import {
  PASSAGES,
  type RetrievalRequest,
  type Retriever,
  type Synonyms,
  type Tokenize,
} from './retriever.ts';

/** What a retriever reads. The index contains the library's documents; both can change together. */
export interface RetrievalPorts {
  readonly library: Library;
  readonly index: PassageIndex;
}

/** Creates a retriever over documents and their index. */
export function createRetriever({ library, index }: RetrievalPorts): Retriever {
  const thesaurus = createThesauri(library);
  const acronyms = createAcronymThesauri(library);
  const tokenizers = createTokenizers();
  const tokenizer = () => tokenizers(library.languages);
  return {
    index,
    async parse(text, scope, synonyms = []) {
      const { languages, collections } = scope;
      const context = {
        languages: await loadLanguages(languages),
        thesaurus: joinThesauri(await thesaurus(synonyms), await acronyms(scope)),
      };
      return parseQuery(text, { ...context, index, collections });
    },
    async parseQuoted(places, scope) {
      const known = joinThesauri(await thesaurus([]), await acronyms(scope));
      return parseQuoted(places, { ports: { library, index }, scope, thesaurus: known });
    },
    statistics: (concepts, { collections }) => index.statistics(termsOf(concepts), collections),
    retrieve: (requests, scope) => retrieve(requests, scope, { library, index, tokenizer }),
    sentencesAt: (places, request, scope) =>
      readSentencesAt(places, request, { ports: { library, index, tokenizer }, scope }),
    placesOf: (phrase, scope) => findPlaces(library, phrase, scope),
    tokenizer,
  };
}

interface ReadingPorts extends RetrievalPorts {
  tokenizer(): Promise<Tokenize>;
}

async function retrieve(
  requests: readonly RetrievalRequest[],
  scope: Scope,
  { library, index, tokenizer }: ReadingPorts,
): Promise<readonly (readonly Candidate[])[]> {
  const [statistics, found] = await Promise.all([
    index.statistics(termsOf(requests.flatMap(conceptsOf)), scope.collections),
    Promise.all(
      requests.map(async (request) =>
        findPassages(index, request, scope, await findNumbered(library, request.query, scope)),
      ),
    ),
  ]);
  const ids = found.flatMap(({ places }) => places.map(({ document }) => document));
  const documents = await library.load(new Set(ids));
  const tokenize = await tokenizer();
  return Promise.all(
    found.map(async (each, at) => {
      const request = requests[at] as RetrievalRequest;
      const { places, best, named } = await addNewest(index, each, request, { documents, scope });
      return scorePassages(places, request, { best, named, statistics, documents, tokenize });
    }),
  );
}

async function readSentencesAt(
  places: readonly QuotedPlace[],
  request: RetrievalRequest,
  { ports: { library, index, tokenizer }, scope }: { ports: ReadingPorts; scope: Scope },
): Promise<readonly Candidate[]> {
  const documents = await library.load(new Set(places.map(({ document }) => document)));
  const statistics = await index.statistics(termsOf(conceptsOf(request)), scope.collections);
  const tokenize = await tokenizer();
  const found = hitsAt(places, documents, scope);
  return scorePassages(found, request, { best: 1, named: null, statistics, documents, tokenize });
}

async function findPlaces(library: Library, phrase: string, scope: Scope): Promise<readonly QuotedPlace[]> {
  const inSentence = (text: string) => phrasesIn(text)(phrase);
  const inDocument = ({ text }: Document) => inSentence(text);
  const sought = { most: PASSAGES, having: [[phrase]], inDocument, inSentence };
  const found = await findSentences(library, scope, sought);
  return found.map(({ document, slice: { start, end } }) => ({ document: document.id, start, end }));
}

function conceptsOf({ query, explicit }: RetrievalRequest): readonly Concept[] {
  return [...query.concepts, ...explicit.concepts];
}

function loadLanguages(codes: readonly string[]): Promise<readonly Language[]> {
  return Promise.all(Array.from(new Set(codes), loadLanguage));
}

/**
 * Creates what splits each text once, as long as it is kept: a brief reads the same sentences for every aspect of its topic, and
 * follow-ups come back to the same passages.
 */
function createTokenizers(): (languages: readonly string[]) => Promise<Tokenize> {
  const kept = new BoundedCache<string, Tokenized>(MOST, ({ text }) => text.length);
  return async (codes) => {
    const languages = new Map((await loadLanguages(codes)).map((language) => [language.code, language]));
    return (text, code) => {
      const language = languages.get(code);
      if (!language) return [];
      const key = `${code} ${text}`;
      const known = kept.get(key);
      if (known) return known.words;
      const words = [...splitWords(text, language)];
      kept.set(key, { text, words });
      return words;
    };
  };
}

const MOST = 300_000; // characters whose words are kept, some 10 MB

interface Tokenized {
  readonly text: string;
  readonly words: readonly Word[];
}

/**
 * Creates the thesauri of a library: a topic's synonyms, the names of countries, and words by which texts say what is asked in
 * others, in the first language of all documents. These two are compiled once for each language.
 */
function createThesauri(library: Library): (synonyms: Synonyms) => Promise<Thesaurus> {
  const countries = new Map<string | undefined, Thesaurus>();
  return async (synonyms) => {
    const [first] = await loadLanguages(library.languages.slice(0, 1));
    const names =
      countries.get(first?.code) ??
      joinThesauri(createThesaurus(COUNTRY_SYNONYMS, first), createAskedThesaurus(first));
    countries.set(first?.code, names);
    return synonyms.length === 0 ? names : joinThesauri(createThesaurus(synonyms, first), names);
  };
}
