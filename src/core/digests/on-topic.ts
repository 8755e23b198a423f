import type { Search } from '../answers/candidates.ts';
import type { Document, DocumentId, Slice } from '../corpus/document.ts';
import type { Hit } from '../search/passage-index.ts';
import { type Concept, coverage, type Query } from '../search/query.ts';

// Measured on articles of squad2 with 43 topics of one to eight words among 1,250 documents: precision .71, recall .87.
const LEAST_SCORE = 0.4; // of the best passage's that there is on the topic
const LEAST_SHARE = 0.5; // of what the topic names, so that the best of nothing is not taken for something
const LEAST_TOGETHER = 2; // things that the topic names in one passage; what a long document names here and there is chance
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
  const named = namedIn(found.query);
  const share = namedShare(named);
  return new Set(
    near.filter((id) => {
      const { all, passages } = termsOf(id, search);
      return share(all) >= LEAST_SHARE && passages.some((terms) => isAbout(terms, named));
    }),
  );
}

function isAbout(terms: ReadonlySet<string>, named: readonly Concept[]): boolean {
  const found = named.filter((concept) => coverage(concept, terms) > HALF);
  return found.length >= Math.min(LEAST_TOGETHER, named.length);
}

const HALF = 0.5; // of a name of several words

/** The documents with a passage that comes near the best there is. */
export function documentsNearBest({ hits, best }: TopicHits): ReadonlySet<DocumentId> {
  const near = hits.filter(({ score }) => score >= LEAST_SCORE * best);
  return new Set(near.map(({ document }) => document));
}

/** What a query names, rather than words that only ask. */
function namedIn({ concepts }: Query): readonly Concept[] {
  const essential = concepts.filter((concept) => concept.essential);
  return essential.length > 0 ? essential : concepts;
}

/** Measures which share of what a query names is among some terms, whatever other documents there are. */
function namedShare(named: readonly Concept[]): (terms: ReadonlySet<string>) => number {
  const weigh = ({ weight, specificity }: Concept) => weight * Math.max(LEAST_SPECIFIC, specificity);
  const total = named.reduce((sum, concept) => sum + weigh(concept), 0);
  return (terms) =>
    total === 0
      ? 0
      : named.reduce((sum, concept) => sum + weigh(concept) * coverage(concept, terms), 0) / total;
}

interface Terms {
  readonly all: ReadonlySet<string>;
  /** Of each passage, the title added. */
  readonly passages: readonly ReadonlySet<string>[];
}

const known = new WeakMap<Document, Terms>();

/** The terms of a document and its title; none where it is gone. */
function termsOf(id: DocumentId, { corpus, wordsOf }: Search): Terms {
  const document = corpus.document(id);
  if (!document) return { all: new Set(), passages: [] };
  const before = known.get(document);
  if (before) return before;
  const read = (text: string) => wordsOf(text, document.language).flatMap(({ term }) => term ?? []);
  const title = read(document.title ?? '');
  const passages = corpus
    .passages(id)
    .map(({ start, end }: Slice) => new Set([...title, ...read(document.text.slice(start, end))]));
  const made = { all: new Set(passages.flatMap((terms) => [...terms])), passages };
  known.set(document, made);
  return made;
}
