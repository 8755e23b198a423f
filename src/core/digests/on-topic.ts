import type { Search } from '../answers/candidates.ts';
import type { Document, DocumentId } from '../corpus/document.ts';
import type { Hit } from '../search/passage-index.ts';
import { type Concept, coverage, type Query } from '../search/query.ts';

// Measured on squad2's articles with topics of two to eight words among 1,250 documents.
const LEAST_SCORE = 0.4; // of the best passage's that there is on the topic
const LEAST_SHARE = 0.55; // of what the topic names, so that the best of nothing is not taken for something
const LEAST_SPECIFIC = 0.15; // weight of a concept whose word is ordinary, against 1 for a name

/** A topic's query, and every passage that holds something of it, best first. */
export interface TopicHits {
  readonly query: Query;
  readonly hits: readonly Hit[];
  /** The score of the best passage, whichever document it is in. */
  readonly best: number;
}

const ALL = 100_000;

/** Looks a topic up in everything an audience may read. */
export function findTopicHits(query: Query, search: Search): TopicHits {
  const hits = search.index.search(query, search.collections, ALL);
  return { query, hits, best: hits[0]?.score ?? 0 };
}

/**
 * Which documents are on a topic: one of their passages comes near the best there is, and together they hold most of
 * what the topic names. The first is a measure among documents only, the second would be met by any long document.
 */
export function documentsOnTopic(
  found: TopicHits,
  search: Search,
  asked: (id: DocumentId) => boolean,
): ReadonlySet<DocumentId> {
  const near = [...documentsNearBest(found)].filter(asked);
  const share = namedShare(found.query);
  return new Set(near.filter((id) => share(termsOf(id, search)) >= LEAST_SHARE));
}

/** The documents with a passage that comes near the best there is. */
export function documentsNearBest({ hits, best }: TopicHits): ReadonlySet<DocumentId> {
  const near = hits.filter(({ score }) => score >= LEAST_SCORE * best);
  return new Set(near.map(({ document }) => document));
}

/** Measures which share of what a query names is among some terms, whatever other documents there are. */
function namedShare({ concepts }: Query): (terms: ReadonlySet<string>) => number {
  const essential = concepts.filter((concept) => concept.essential);
  const named = essential.length > 0 ? essential : concepts;
  const weigh = ({ weight, specificity }: Concept) => weight * Math.max(LEAST_SPECIFIC, specificity);
  const total = named.reduce((sum, concept) => sum + weigh(concept), 0);
  return (terms) =>
    total === 0
      ? 0
      : named.reduce((sum, concept) => sum + weigh(concept) * coverage(concept, terms), 0) / total;
}

const terms = new WeakMap<Document, ReadonlySet<string>>();

/** All terms of a document and its title. */
function termsOf(id: DocumentId, { corpus, wordsOf }: Search): ReadonlySet<string> {
  const document = corpus.document(id);
  if (!document) return new Set();
  const known = terms.get(document);
  if (known) return known;
  const texts = corpus.passages(id).map(({ start, end }) => document.text.slice(start, end));
  const words = [document.title ?? '', ...texts].flatMap((text) => wordsOf(text, document.language));
  const found = new Set(words.flatMap(({ term }) => term ?? []));
  terms.set(document, found);
  return found;
}
