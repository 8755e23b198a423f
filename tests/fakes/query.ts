import type { IndexedDocument } from '../../src/core/library/documents/indexed-document.ts';
import { parseQuery } from '../../src/core/search/parse-query.ts';
import type { Hit } from '../../src/core/search/passage-index.ts';
import type { Query } from '../../src/core/search/query.ts';
import { loadLanguage } from '../../src/core/text/languages.ts';
import { splitWords, termsIn } from '../../src/core/text/words.ts';

/** A query for the English words of a text, without synonyms and corrections. */
export async function queryFor(text: string): Promise<Query> {
  return parseQuery(text, {
    languages: [await loadLanguage('en')],
    thesaurus: { match: () => null },
    index: {
      statistics: async () => ({ passages: 0, frequencies: new Map() }),
      similarTerms: async () => new Map(),
    },
    collections: [],
  });
}

/** The term that an English word is indexed by. */
export async function termFor(word: string): Promise<string> {
  return [...(await termsFor(word))][0] ?? '';
}

/** The terms that an English text is indexed by, each once. */
export async function termsFor(text: string): Promise<ReadonlySet<string>> {
  return new Set(termsIn(splitWords(text, await loadLanguage('en'))));
}

/** The terms that documents are indexed by, titles included, each once and sorted. */
export async function termsOfDocuments(documents: readonly IndexedDocument[]): Promise<readonly string[]> {
  const terms = await Promise.all(
    documents.map(async ({ document: { title, text, language }, passages }) => {
      const loaded = await loadLanguage(language);
      const texts = [title ?? '', ...passages.map(({ start, end }) => text.slice(start, end))];
      return texts.flatMap((each) => termsIn(splitWords(each, loaded)));
    }),
  );
  return [...new Set(terms.flat())].sort();
}

/** Where hits stand, as `document#passage`. */
export function placesOf(hits: readonly Hit[]): string[] {
  return hits.map((hit) => `${hit.document}#${hit.passage}`);
}
