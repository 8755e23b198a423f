import type { CollectionId } from '../library/documents/document.ts';
import { foreignFunctionWords } from '../text/foreign-function-words.ts';
import { latinSpellings, soundAlike } from '../text/latin-spellings.ts';
import { hasCompounds, type WithStatistics, withCompounds } from './compounds.ts';
import { conceptInformation, isKnown, termsOf } from './concept-information.ts';
import { type ConceptContext, parseConcepts } from './parse-concepts.ts';
import type { PassageIndex } from './passage-index.ts';
import type { Concept, Query } from './query.ts';
import {
  frequencyOf,
  isRare,
  type TermFrequency,
  type TermStatistics,
  withFrequencies,
} from './term-statistics.ts';

/** What a query is parsed with: languages, synonyms, and the collections whose words it may be misspelt for. */
export interface QueryContext extends ConceptContext {
  readonly index: Pick<PassageIndex, 'statistics' | 'similarTerms'>;
  readonly collections: readonly CollectionId[];
}

const SIMILAR = { weight: 0.8, pull: 0.6 };
const MIN_MISSPELT = 5; // letters; "king" is no misspelling of "kind"
const MAX_SIMILAR = 3; // terms added to an unknown one
const MAX_CONCEPTS = 32; // a search costs about the same for each; a question's rarest words say most

/** Parses a question into concepts, adds similar terms to unknown words, and keeps the most informative concepts. */
export async function parseQuery(text: string, context: QueryContext): Promise<Query> {
  const { index, collections } = context;
  const parsed = parseConcepts(text, context);
  const first = await index.statistics(termsOf(parsed.concepts), collections);
  const asked = parsed.concepts.map((concept) => withoutIdleWordings(concept, first));
  const own = await withoutFunctionWords(asked, text, first);
  const { concepts, statistics } = await addCompounds({ ...parsed, concepts: own }, first, {
    ...context,
    text,
  });
  const unknown = concepts.flatMap((concept) => soughtTerms(concept, statistics));
  if (unknown.length === 0) return { ...parsed, concepts: mostInformative(concepts, statistics) };
  const similar = await index.similarTerms(unknown, collections);
  const found = [...similar.values()].flat();
  const widened = concepts.map((concept) => withSimilarTerms(concept, statistics, similar));
  return { ...parsed, concepts: mostInformative(widened, withFrequencies(statistics, found)) };
}

/** Leaves out what an acronym stands for, or the acronym, if the documents have the person's own words often enough. */
function withoutIdleWordings(concept: Concept, statistics: TermStatistics): Concept {
  const own = concept.wordings.filter(({ ifRare }) => !ifRare);
  if (own.length === concept.wordings.length) return concept;
  const frequency = Math.max(...own.map(({ terms: [term = ''] }) => frequencyOf(statistics, term)));
  return isRare(frequency, statistics) ? concept : { ...concept, wordings: own };
}

/** Adds the parts of compounds, in a language that writes them as one word. */
async function addCompounds(
  query: Query,
  statistics: TermStatistics,
  { index, collections, languages, text }: QueryContext & { readonly text: string },
): Promise<WithStatistics> {
  const language = languages.find(({ code }) => code === query.language);
  if (!language || !hasCompounds(language)) return { ...query, statistics };
  const lookUp = (terms: Iterable<string>) => index.statistics(terms, collections);
  return withCompounds(query, { text, language, statistics, lookUp });
}

const QUESTION_WORD = /[\p{L}\p{M}]+/gu;

/** Leaves out what no document contains because it only holds the question together, in whatever language that is. */
async function withoutFunctionWords(
  concepts: readonly Concept[],
  text: string,
  statistics: TermStatistics,
): Promise<Concept[]> {
  const unknown = concepts.filter((concept) => !isKnown(concept, statistics));
  if (unknown.length === 0) return [...concepts];
  const words = unknown.map(({ written }) => written).filter((word) => /^\P{Lu}/u.test(word));
  const foreign = await foreignFunctionWords(words, text.match(QUESTION_WORD) ?? []);
  const isLeftOut = ({ written, tentative }: Concept) => tentative || foreign.has(written);
  return concepts.filter((concept) => !unknown.includes(concept) || !isLeftOut(concept));
}

/** Returns what a word that occurs in no document may be a misspelling or another spelling of. */
function soughtTerms(concept: Concept, statistics: TermStatistics): readonly string[] {
  const misspelt = misspeltTerm(concept, statistics);
  const spelt = isKnown(concept, statistics) ? [] : spellingsOf(concept);
  return misspelt === null ? spelt : [misspelt, ...spelt];
}

/** How a foreign name may be written in Latin letters: each of its terms, since one has no particle. */
function spellingsOf({ wordings }: Concept): readonly string[] {
  return wordings.flatMap(({ terms: [term = '', ...others] }) =>
    others.length > 0 ? [] : latinSpellings(term),
  );
}

/** Returns the term of a single word that occurs in no document: misspelt, or written there in another form. */
function misspeltTerm(concept: Concept, statistics: TermStatistics): string | null {
  const [own] = concept.wordings;
  if (own?.terms.length !== 1 || concept.written.length < MIN_MISSPELT) return null;
  return isKnown(concept, statistics) ? null : (own.terms[0] ?? null);
}

function withSimilarTerms(
  concept: Concept,
  statistics: TermStatistics,
  similar: ReadonlyMap<string, readonly TermFrequency[]>,
): Concept {
  const misspelt = misspeltTerm(concept, statistics);
  const like = misspelt === null ? [] : (similar.get(misspelt) ?? []);
  const spelt = isKnown(concept, statistics) ? [] : spellingsOf(concept);
  const named = spelt.flatMap((spelling) =>
    (similar.get(spelling) ?? []).filter(({ term }) => soundAlike(spelling, term)),
  );
  const terms = new Set(
    [...like.slice(0, MAX_SIMILAR), ...named.slice(0, MAX_SIMILAR)].map(({ term }) => term),
  );
  const added = [...terms].map((term) => ({ terms: [term], ...SIMILAR }));
  if (added.length === 0) return concept;
  return { ...concept, misspelt: true, wordings: [...concept.wordings, ...added] };
}

/** Keeps the concepts that tell passages apart best, in their order. */
export function mostInformative(
  concepts: readonly Concept[],
  statistics: TermStatistics,
): readonly Concept[] {
  if (concepts.length <= MAX_CONCEPTS) return concepts;
  const ranked = concepts
    .map((concept) => ({ concept, information: conceptInformation(concept, statistics) }))
    .sort((a, b) => b.information - a.information);
  const kept = new Set(ranked.slice(0, MAX_CONCEPTS).map(({ concept }) => concept));
  return concepts.filter((concept) => kept.has(concept));
}
