import type { Search } from './answers/candidates.ts';
import type { Invocation } from './chat/invocation.ts';
import type { Command } from './commands/command.ts';
import { type Conversations, createConversations } from './conversations/conversation.ts';
import type { Corpus } from './corpus/corpus.ts';
import type { CollectionId, Document } from './corpus/document.ts';
import type { Coverage } from './messages/reply.ts';
import { type Language, loadLanguage } from './search/languages.ts';
import type { PassageIndex } from './search/passage-index.ts';
import { PLACES } from './search/places.ts';
import type { Query } from './search/query.ts';
import { readQuestion } from './search/question.ts';
import { createThesaurus } from './search/synonyms.ts';
import { splitWords } from './search/words.ts';
import type { Topic } from './topics/topic.ts';

/** Everything that commands work with. */
export interface Core {
  readonly corpus: Corpus;
  readonly commands: readonly Command[];
  readonly conversations: Conversations;
  /** The search that an audience may make, narrowed to some collections if given. */
  searchFor(invocation: Invocation, collections?: readonly CollectionId[] | null): Search;
  /** The topics that an audience may hear of: those with something it may read. */
  topicsFor(invocation: Invocation): readonly Topic[];
  /** A hash over what an audience may read. */
  versionFor(invocation: Invocation): string;
  /** Reads a question in the documents' languages; `synonyms` are phrases that mean the same in its topic. */
  read(text: string, search: Search, synonyms?: readonly (readonly string[])[]): Query;
}

/** One request in the hands of a command. */
export interface Call {
  readonly core: Core;
  readonly invocation: Invocation;
  /** What the audience may read in all. */
  readonly coverage: Coverage;
}

/** What a core is made of. */
export interface CoreParts {
  readonly corpus: Corpus;
  readonly index: PassageIndex;
  readonly commands: readonly Command[];
}

/** Puts documents, index and commands together. The index must hold the corpus's documents. */
export async function createCore({ corpus, index, commands }: CoreParts): Promise<Core> {
  const languages = await loadLanguages(corpus.documents);
  const languagesOf = (collections: readonly CollectionId[]) => {
    const spoken = new Set(
      corpus.documents
        .filter(({ collection }) => collections.includes(collection))
        .map(({ language }) => language),
    );
    return languages.filter(({ code }) => spoken.has(code));
  };
  const byCode = new Map(languages.map((language) => [language.code, language]));
  const wordsOf = (text: string, code: string) => {
    const language = byCode.get(code);
    return language ? [...splitWords(text, language)] : [];
  };
  const thesaurusOf = (groups: Groups) => createThesaurus(groups, languages[0]);
  const places = thesaurusOf(PLACES);
  return {
    corpus,
    commands,
    conversations: createConversations(),
    searchFor({ reader }, collections = null) {
      const readable = corpus.readableBy(reader);
      const chosen = collections === null ? readable : readable.filter((id) => collections.includes(id));
      return { corpus, index, collections: chosen, wordsOf };
    },
    topicsFor: ({ reader }) => {
      const readable = corpus.readableBy(reader);
      return corpus.topics.filter((topic) => topic.collections?.some((id) => readable.includes(id)) ?? true);
    },
    versionFor: ({ reader }) => corpus.version(corpus.readableBy(reader)),
    read: (text, { collections }, synonyms = []) =>
      readQuestion(text, {
        languages: languagesOf(collections),
        vocabulary: index.vocabulary(collections),
        thesaurus: synonyms.length === 0 ? places : thesaurusOf([...synonyms, ...PLACES]),
        similarTerms: (term) => index.similarTerms(term, collections),
      }),
  };
}

type Groups = Parameters<typeof createThesaurus>[0];

/** How many documents an audience may read, the newest date among them, and how many have no date. */
export function coverageOf({ corpus, collections }: Search): Coverage {
  const readable = corpus.documents.filter(({ collection }) => collections.includes(collection));
  const dates = readable.flatMap(({ published }) => published ?? []).sort();
  return {
    documents: readable.length,
    newest: dates.at(-1) ?? null,
    undated: readable.length - dates.length,
  };
}

async function loadLanguages(documents: readonly Document[]): Promise<Language[]> {
  const codes = new Set(documents.map(({ language }) => language));
  return Promise.all([...codes].sort(englishFirst).map(loadLanguage));
}

/** The first language is the one in which the names of places are known. */
function englishFirst(a: string, b: string): number {
  return Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1);
}
