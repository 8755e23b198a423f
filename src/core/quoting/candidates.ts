import type { DocumentId } from '../library/document.ts';
import { type IndexedDocument, sentencesOf } from '../library/indexed-document.ts';
import { conceptInformation } from '../search/concept-information.ts';
import type { Hit } from '../search/passage-index.ts';
import { type Concept, coverage, isName, type Query } from '../search/query.ts';
import type { TermStatistics } from '../search/term-statistics.ts';
import type { Slice } from '../text/slice.ts';
import type { Word } from '../text/word.ts';
import { termsIn } from '../text/words.ts';
import { answerTypeScore } from './answer-type-score.ts';
import { type Candidate, compareCandidates } from './candidate.ts';
import type { RetrievalRequest, Tokenize } from './retriever.ts';

/** What passages are scored with: plain data and a tokenizer. */
export interface ScoringContext {
  /** The score of the best passage of the search, even if it is not among the hits scored. */
  readonly best: number;
  /** The statistics of all terms in the request. */
  readonly statistics: TermStatistics;
  readonly documents: ReadonlyMap<DocumentId, IndexedDocument>;
  readonly tokenize: Tokenize;
}

// Weights measured on squad2 (docs/answers.md), relative to 1 for the sentence's own words.
const WEIGHT = {
  passageRank: 1.2,
  withPrevious: 0.4,
  passage: 0.3,
  answerType: 0.25,
  bareAnswerType: 0.5,
  question: 0.4,
  length: 0.05,
};
const SHORT = 100; // characters; of two sentences with the same words, the shorter one is better

/** Scores the sentences of the passages found, best first. Hits in documents that are absent are left out. */
export function scorePassages(
  hits: readonly Hit[],
  request: RetrievalRequest,
  context: ScoringContext,
): Candidate[] {
  const { statistics } = context;
  const whole = informationMeasure(request.query, statistics);
  const explicit = informationMeasure(request.explicit, statistics);
  const names = request.query.concepts.filter(isName);
  const scoring = { request, context, whole, explicit, names };
  return hits.flatMap((hit) => scorePassage(hit, scoring)).sort(compareCandidates);
}

type Measure = (terms: ReadonlySet<string>) => number;

interface Scoring {
  readonly request: RetrievalRequest;
  readonly context: ScoringContext;
  readonly whole: Measure;
  readonly explicit: Measure;
  readonly names: readonly Concept[];
}

/** Creates a measure of the share of a query's information that a set of terms contains. */
function informationMeasure({ concepts }: Query, statistics: TermStatistics): Measure {
  const weighted = concepts.map((concept) => ({
    concept,
    information: conceptInformation(concept, statistics),
  }));
  const total = weighted.reduce((sum, { information }) => sum + information, 0);
  if (total === 0) return () => 0;
  return (terms) =>
    weighted.reduce((sum, { concept, information }) => sum + information * coverage(concept, terms), 0) /
    total;
}

interface Sentence {
  readonly slice: Slice;
  readonly text: string;
  readonly words: readonly Word[];
  readonly terms: readonly string[];
}

function scorePassage(hit: Hit, scoring: Scoring): Candidate[] {
  const { best, documents, tokenize } = scoring.context;
  const indexed = documents.get(hit.document);
  const passageSlice = indexed?.passages[hit.passage];
  if (!indexed || !passageSlice) return [];
  const slices = sentencesOf(indexed, hit.passage);
  const sentences = slices.map((slice) => readSentence(slice, indexed, tokenize));
  const terms = new Set(sentences.flatMap((sentence) => sentence.terms));
  const share = hit.score / best;
  const passageScore = WEIGHT.passageRank * share + WEIGHT.passage * scoring.whole(terms);
  const { document } = indexed;
  const passage = { document, passage: hit.passage, passageSlice, sentences: slices };
  const passageCovered = scoring.explicit(terms);
  return sentences.map((sentence, at) => {
    const own = new Set(sentence.terms);
    const withPrevious = new Set([...(sentences[at - 1]?.terms ?? []), ...sentence.terms]);
    const score =
      scoring.whole(own) +
      WEIGHT.withPrevious * scoring.whole(withPrevious) +
      passageScore +
      answerTypeBonus(sentence, scoring) -
      lengthPenalty(sentence) -
      questionPenalty(sentence);
    const covered = scoring.explicit(own);
    return { ...passage, at, slice: sentence.slice, terms: own, covered, passageCovered, score };
  });
}

function readSentence(slice: Slice, { document }: IndexedDocument, tokenize: Tokenize): Sentence {
  const text = document.text.slice(slice.start, slice.end);
  const words = tokenize(text, document.language);
  return { slice, text, words, terms: termsIn(words) };
}

function answerTypeBonus({ text, words }: Sentence, { request, names }: Scoring): number {
  const { answerType, bare = false } = request;
  const weight = bare ? WEIGHT.bareAnswerType : WEIGHT.answerType;
  return weight * answerTypeScore({ text, words, answerType, names });
}

function lengthPenalty({ text }: Sentence): number {
  return (WEIGHT.length * Math.max(0, text.length - SHORT)) / SHORT;
}

function questionPenalty({ text }: Sentence): number {
  return text.endsWith('?') ? WEIGHT.question : 0;
}
