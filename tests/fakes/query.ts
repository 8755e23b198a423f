import { parseQuery } from '../../src/core/search/parse-query.ts';
import type { Hit } from '../../src/core/search/passage-index.ts';
import type { Query } from '../../src/core/search/query.ts';
import { type Language, loadLanguage } from '../../src/core/text/languages.ts';
import { splitTerms } from '../../src/core/text/words.ts';

/** A query for the English words of a text, none taken for another or for a name. */
export async function queryFor(text: string): Promise<Query> {
  return parseQuery(text, {
    languages: [await loadEnglish()],
    vocabulary: { passages: 0, frequency: () => 0, terms: () => [] },
    thesaurus: { match: () => null },
    similarTerms: () => [],
  });
}

/** The term that an English word is indexed by. */
export async function termFor(word: string): Promise<string> {
  return [...(await termsFor(word))][0] ?? '';
}

/** The terms that an English text is indexed by, each once. */
export async function termsFor(text: string): Promise<ReadonlySet<string>> {
  return new Set(splitTerms(text, await loadEnglish()));
}

/** Where hits stand, as `document#passage`. */
export function placesOf(hits: readonly Hit[]): string[] {
  return hits.map((hit) => `${hit.document}#${hit.passage}`);
}

let english: Promise<Language> | undefined;

function loadEnglish(): Promise<Language> {
  english ??= loadLanguage('en');
  return english;
}
