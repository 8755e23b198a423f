import type { Corpus } from '../library/corpus.ts';
import type { CollectionId, Document } from '../library/document.ts';
import { conceptInformation } from '../search/parse-query.ts';
import type { Hit, PassageIndex } from '../search/passage-index.ts';
import { type Concept, coverage, isName, type Query } from '../search/query.ts';
import type { Slice } from '../text/slice.ts';
import type { Word } from '../text/words.ts';
import type { AnswerType } from './answer-type.ts';
import { answerTypeScore } from './answer-type-score.ts';

/** A sentence that may be quoted, and how well it meets a query. */
export interface Candidate {
  readonly document: Document;
  readonly passage: number;
  /** Its place among the passage's sentences, from 0. */
  readonly at: number;
  readonly slice: Slice;
  readonly terms: ReadonlySet<string>;
  /** Share of the information asked for that the sentence itself holds, 0 to 1. */
  readonly covered: number;
  /** The same of its whole passage. */
  readonly passageCovered: number;
  readonly score: number;
}

/** What candidates are sought in, and for whom. */
export interface Search {
  readonly corpus: Corpus;
  readonly index: PassageIndex;
  readonly collections: readonly CollectionId[];
  wordsOf(text: string, language: string): readonly Word[];
}

const MAX_PASSAGES = 30;

// Weights measured on squad2 (docs/answers.md); the sentence's own words count 1.
const WEIGHT = {
  passageRank: 1.2,
  withPrevious: 0.4,
  passage: 0.3,
  kind: 0.25,
  bareKind: 0.5,
  question: 0.4,
  length: 0.05,
};
const SHORT = 100; // characters; of two sentences with the same words, the shorter one says it better

/** What to look for. `asked` is the part of the query that the asker spelled out. */
export interface RetrievalRequest {
  readonly query: Query;
  readonly asked: Query;
  readonly kind: AnswerType;
  /** The question is no more than its kind and names. */
  readonly bare?: boolean;
}

/** The sentences of the best passages, best first; `passages` is how many are read. */
export function findCandidates(
  wanted: RetrievalRequest,
  search: Search,
  passages = MAX_PASSAGES,
): Candidate[] {
  const hits = search.index.search(wanted.query, search.collections, passages);
  return readCandidates(hits, hits[0]?.score ?? 1, { ...wanted, search });
}

/** The sentences of passages that were found, best first; `best` is the score of the best passage there is. */
export function readCandidates(
  hits: readonly Hit[],
  best: number,
  { query, asked, kind, bare = false, search }: RetrievalRequest & { readonly search: Search },
): Candidate[] {
  const names = query.concepts.filter(isName);
  const measures = { whole: informationMeasure(query, search), asked: informationMeasure(asked, search) };
  return hits
    .flatMap((hit) =>
      passageCandidates(hit, { share: hit.score / best, measures, kind, bare, names, search }),
    )
    .sort(compareCandidates);
}

/** Equal scores are ordered by place, so that the same question always gets the same answer. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.document.id !== b.document.id) return a.document.id < b.document.id ? -1 : 1;
  return a.slice.start - b.slice.start;
}

type Measure = (terms: ReadonlySet<string>) => number;

/** Measures which share of a query's information a set of terms holds. */
function informationMeasure(query: Query, { index, collections }: Search): Measure {
  const vocabulary = index.vocabulary(collections);
  const weighted = query.concepts.map((concept) => ({
    concept,
    information: conceptInformation(concept, vocabulary),
  }));
  const total = weighted.reduce((sum, { information }) => sum + information, 0);
  if (total === 0) return () => 0;
  return (terms) =>
    weighted.reduce((sum, { concept, information }) => sum + information * coverage(concept, terms), 0) /
    total;
}

interface Measured {
  readonly share: number;
  readonly measures: { readonly whole: Measure; readonly asked: Measure };
  readonly kind: AnswerType;
  readonly bare: boolean;
  readonly names: readonly Concept[];
  readonly search: Search;
}

function passageCandidates(hit: Hit, { share, measures, kind, bare, names, search }: Measured): Candidate[] {
  const document = search.corpus.document(hit.document);
  if (!document) return [];
  const read = ({ start, end }: Slice) => document.text.slice(start, end);
  const sentences = search.corpus
    .sentences(hit.document, hit.passage)
    .map((slice) => ({ slice, text: read(slice), words: search.wordsOf(read(slice), document.language) }));
  const termLists = sentences.map(({ words }) => words.flatMap(({ term }) => term ?? []));
  const passage = new Set(termLists.flat());
  const ofPassage = WEIGHT.passageRank * share + WEIGHT.passage * measures.whole(passage);
  const passageCovered = measures.asked(passage);
  return sentences.map(({ slice, text, words }, at) => {
    const terms = new Set(termLists[at]);
    const withPrevious = measures.whole(new Set([...(termLists[at - 1] ?? []), ...terms]));
    const ofKind = (bare ? WEIGHT.bareKind : WEIGHT.kind) * answerTypeScore({ text, words, kind, names });
    const length = (WEIGHT.length * Math.max(0, text.length - SHORT)) / SHORT;
    const asks = text.endsWith('?') ? WEIGHT.question : 0;
    const score =
      measures.whole(terms) + WEIGHT.withPrevious * withPrevious + ofPassage + ofKind - length - asks;
    const covered = measures.asked(terms);
    return { document, passage: hit.passage, at, slice, terms, covered, passageCovered, score };
  });
}
