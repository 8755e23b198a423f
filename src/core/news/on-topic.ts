import type { Document, DocumentId } from '../library/documents/document.ts';
import type { IndexedDocument } from '../library/documents/indexed-document.ts';
import type { Scope } from '../library/library.ts';
import type { LoadedDocuments } from '../quoting/loaded-documents.ts';
import type { Tokenize } from '../quoting/retriever.ts';
import type { Hit, PassageIndex } from '../search/passage-index.ts';
import { type Concept, coverage, type Query, type Wording } from '../search/query.ts';
import { DEFAULT_LANGUAGE } from '../text/languages.ts';
import { termsIn } from '../text/words.ts';
import { type NamePair, namePairs, neighbourPairs } from './name-pairs.ts';

/** A topic's query, and every passage that contains something of it, best first. */
export interface TopicHits {
  readonly query: Query;
  readonly hits: readonly Hit[];
  /** The score of the best passage. */
  readonly best: number;
  /** Pairs of words that the topic means as one name. */
  readonly pairs: ReadonlySet<NamePair>;
}

/** A topic's query, parsed and as it was written. */
export interface WrittenQuery {
  readonly query: Query;
  readonly written: string;
  readonly tokenize: Tokenize;
}

const ALL = 100_000; // passages

/** Finds every passage of a scope that contains something of a topic. */
export async function findTopicHits(
  index: PassageIndex,
  { collections }: Scope,
  { query, written, tokenize }: WrittenQuery,
): Promise<TopicHits> {
  const hits = await index.search(query, collections, ALL);
  const pairs = new Set(namePairs(written, tokenize(written, DEFAULT_LANGUAGE)));
  return { query, hits, best: hits[0]?.score ?? 0, pairs };
}

const LEAST_SCORE = 0.15; // share of the best passage's score

/** Returns the documents with a passage that comes near the best one. */
export function documentsNearBest({ hits, best }: TopicHits): ReadonlySet<DocumentId> {
  const near = hits.filter(({ score }) => score >= LEAST_SCORE * best);
  return new Set(near.map(({ document }) => document));
}

const LEAST_SHARE = 0.5; // of the weight of a short topic, so that the best of nothing is not taken for something
const ENOUGH = 1; // weight named in one passage, however much a long topic names: one name, or two telling words
const MORE_IF_LONG = 0.2; // for each further passage: what a long document names here and there is chance
const MOST = 2; // names that are required of any document

/**
 * Finds the documents on a topic: one of their passages, read with the title, names at least two things of it that
 * together weigh enough. A long document must name more in one passage.
 */
export function documentsOnTopic(
  found: TopicHits,
  { documents, tokenize }: LoadedDocuments,
  isAsked: (id: DocumentId) => boolean,
): ReadonlySet<DocumentId> {
  const isOnTopic = passagesOnTopic(found, { documents, tokenize });
  const near = [...documentsNearBest(found)].filter(isAsked);
  return new Set(near.filter((id) => isOnTopic(id).some((each) => each)));
}

/** Tells of each passage of a document, read with the title, whether it is on a topic. */
export function passagesOnTopic(
  found: TopicHits,
  { documents, tokenize }: LoadedDocuments,
): (id: DocumentId) => readonly boolean[] {
  const named = namedIn(found.query);
  const total = weigh(named, () => 1);
  return (id) => {
    const passages = termsOf(documents.get(id), tokenize);
    const long = ENOUGH + MORE_IF_LONG * (passages.length - 1);
    const least = Math.min(LEAST_SHARE * total, long, MOST);
    return passages.map((passage) => namesEnough(passage, { named, pairs: found.pairs, least }));
  };
}

/** Returns what a query names, rather than the words that only ask. */
function namedIn({ concepts }: Query): readonly Concept[] {
  const essential = concepts.filter((concept) => concept.essential);
  return essential.length > 0 ? essential : concepts;
}

interface Required {
  readonly named: readonly Concept[];
  readonly pairs: ReadonlySet<NamePair>;
  readonly least: number;
}

const LEAST_TOGETHER = 2; // things of the topic that one passage names

function namesEnough({ terms, pairs }: PassageTerms, { named, pairs: names, least }: Required): boolean {
  const contained = conceptsIn(terms, named);
  const joined = pairs.filter((pair) => names.has(pair)).length;
  const isEnough = weigh(contained, (concept) => coverage(concept, terms)) >= least;
  return isEnough && (contained.length - joined >= LEAST_TOGETHER || contained.length === named.length);
}

const HALF = 0.5; // of a name of several words

/** Returns the concepts in some terms; a word that stands for one itself is no synonym of another ("Tokyo" of "Japan"). */
function conceptsIn(terms: ReadonlySet<string>, named: readonly Concept[]): Concept[] {
  const itself = named.filter((concept) => coverage(concept, terms) === 1);
  const used = new Set(
    itself.flatMap(({ wordings }) => wordings.filter(isOwn).flatMap((each) => each.terms)),
  );
  const rest = new Set([...terms].filter((term) => !used.has(term)));
  return named.filter((concept) => itself.includes(concept) || coverage(concept, rest) > HALF);
}

function isOwn({ weight }: Wording): boolean {
  return weight === 1;
}

const LEAST_SPECIFIC = 0.15; // weight of an ordinary word, relative to 1 for a name

/** Adds up how much some concepts tell, names most. */
function weigh(concepts: readonly Concept[], share: (concept: Concept) => number): number {
  const weightOf = ({ weight, specificity }: Concept) =>
    Math.min(1, weight) * Math.max(LEAST_SPECIFIC, specificity);
  return concepts.reduce((sum, concept) => sum + weightOf(concept) * share(concept), 0);
}

interface PassageTerms {
  readonly terms: ReadonlySet<string>;
  readonly pairs: readonly NamePair[];
}

const known = new WeakMap<Document, readonly PassageTerms[]>();

/** Returns the terms of each passage of a document, with those of its title; none if it no longer exists. */
function termsOf(indexed: IndexedDocument | undefined, tokenize: Tokenize): readonly PassageTerms[] {
  if (!indexed) return [];
  const { document, passages } = indexed;
  const before = known.get(document);
  if (before) return before;
  const read = (text: string) => {
    const words = tokenize(text, document.language);
    return { terms: termsIn(words), pairs: neighbourPairs(text, words) };
  };
  const title = read(document.title ?? '');
  const made = passages.map(({ start, end }) => {
    const { terms, pairs } = read(document.text.slice(start, end));
    return { terms: new Set([...title.terms, ...terms]), pairs: [...new Set([...title.pairs, ...pairs])] };
  });
  known.set(document, made);
  return made;
}
