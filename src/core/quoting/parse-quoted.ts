import type { Library, Scope } from '../library/library.ts';
import { termsOf } from '../search/concept-information.ts';
import { parseConcepts } from '../search/parse-concepts.ts';
import { mostInformative } from '../search/parse-query.ts';
import type { PassageIndex } from '../search/passage-index.ts';
import { type Concept, conceptKey } from '../search/query.ts';
import type { Thesaurus } from '../search/synonyms.ts';
import { loadLanguage } from '../text/languages.ts';
import type { QuotedPlace } from './quoted-place.ts';

/** What places in documents are read from, and what else their words may mean. */
export interface QuotedContext {
  readonly ports: {
    readonly library: Pick<Library, 'load'>;
    readonly index: Pick<PassageIndex, 'statistics'>;
  };
  readonly scope: Scope;
  readonly thesaurus: Thesaurus;
}

/** Parses what places in documents say, each in the language of its document, which is all that its words need. */
export async function parseQuoted(
  places: readonly QuotedPlace[],
  { ports: { library, index }, scope: { collections }, thesaurus }: QuotedContext,
): Promise<readonly Concept[]> {
  const documents = await library.load(new Set(places.map(({ document }) => document)));
  const concepts = new Map<string, Concept>();
  for (const { document, start, end } of places) {
    const found = documents.get(document)?.document;
    if (!found || !collections.includes(found.collection)) continue;
    const languages = [await loadLanguage(found.language)];
    const parsed = parseConcepts(found.text.slice(start, end), { languages, thesaurus });
    for (const concept of parsed.concepts) concepts.set(conceptKey(concept), concept);
  }
  const all = [...concepts.values()];
  return mostInformative(all, await index.statistics(termsOf(all), collections));
}
