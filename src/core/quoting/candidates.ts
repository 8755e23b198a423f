import type { Document, DocumentId } from '../library/document.ts';
import { type IndexedDocument, sentencesOf } from '../library/indexed-document.ts';
import { referenceWords } from '../library/reference-words.ts';
import { type Concept, coverage, isName } from '../search/query.ts';
import type { TermStatistics } from '../search/term-statistics.ts';
import type { Slice } from '../text/slice.ts';
import type { Word } from '../text/word.ts';
import { termsIn } from '../text/words.ts';
import { answerTypeScore } from './answer-type-score.ts';
import { type Candidate, compareCandidates } from './candidate.ts';
import { confidenceOf } from './confidence.ts';
import type { FoundPassage } from './found-passage.ts';
import {
  type AskedInformation,
  askedInformation,
  informationMeasure,
  type Measure,
} from './information-measure.ts';
import { newnessAmong } from './newness.ts';
import type { RetrievalRequest, Tokenize } from './retriever.ts';
import { formOf } from './sentence-form.ts';
import { sentenceScore } from './sentence-score.ts';
import { togetherIn, verbatimIn } from './word-matches.ts';

/** What passages are scored with: plain data and a tokenizer. */
export interface ScoringContext {
  /** The score of the best passage of the search, even if it is not among the hits scored. */
  readonly best: number;
  /** The statistics of all terms in the request. */
  readonly statistics: TermStatistics;
  readonly documents: ReadonlyMap<DocumentId, IndexedDocument>;
  readonly tokenize: Tokenize;
}

/** Scores the sentences of the passages found, best first. Hits in documents that are absent are left out. */
export function scorePassages(
  hits: readonly FoundPassage[],
  request: RetrievalRequest,
  context: ScoringContext,
): Candidate[] {
  const { statistics } = context;
  const scoring: Scoring = {
    ...{ request, context },
    whole: informationMeasure(request.query, statistics),
    explicit: informationMeasure(request.explicit, statistics),
    names: request.query.concepts.filter(isName),
    asked: askedInformation(request.explicit, statistics),
    bestDocument: Math.max(Number.EPSILON, ...hits.map(({ documentScore }) => documentScore)),
    facts: new Map(),
    newness: newnessAmong([...context.documents.values()].map(({ document }) => document)),
  };
  return hits.flatMap((hit) => scorePassage(hit, scoring)).sort(compareCandidates);
}

interface Scoring {
  readonly request: RetrievalRequest;
  readonly context: ScoringContext;
  readonly whole: Measure;
  readonly explicit: Measure;
  readonly names: readonly Concept[];
  readonly asked: AskedInformation;
  readonly bestDocument: number;
  /** The terms of what is known of each document, as they are read. */
  readonly facts: Map<DocumentId, readonly string[]>;
  readonly newness: (id: DocumentId) => number;
}

interface Sentence {
  readonly slice: Slice;
  readonly text: string;
  readonly words: readonly Word[];
  readonly terms: readonly string[];
}

function scorePassage(hit: FoundPassage, scoring: Scoring): Candidate[] {
  const { documents, tokenize } = scoring.context;
  const indexed = documents.get(hit.document);
  const passageSlice = indexed?.passages[hit.passage];
  if (!indexed || !passageSlice) return [];
  const { document } = indexed;
  const slices = sentencesOf(indexed, hit.passage);
  const sentences = slices.map((slice) => readSentence(slice, document, tokenize));
  const place = { document, passage: hit.passage, passageSlice, sentences: slices };
  const around = readSurroundings(hit, { document, passageSlice, sentences }, scoring);
  return sentences.map((sentence, at) => {
    const beside = {
      previous: sentences[at - 1],
      next: sentences[at + 1],
      frames: framesMany(sentence.slice, indexed),
    };
    return { ...place, at, ...scoreSentence(sentence, beside, around, scoring) };
  });
}

/** What all sentences of a passage share. */
interface Surroundings {
  readonly facts: readonly string[];
  readonly passageCovered: number;
  /** The share of the words asked for that the passage has. */
  readonly words: number;
  readonly features: {
    readonly heading: number;
    readonly facts: number;
    readonly factsAndPassage: number;
    readonly passage: number;
    readonly document: number;
    readonly contextPassage: number;
    readonly contextDocument: number;
    readonly recent: number;
    readonly newness: number;
    readonly latest: number;
  };
}

function readSurroundings(
  hit: FoundPassage,
  read: { document: Document; passageSlice: Slice; sentences: readonly Sentence[] },
  scoring: Scoring,
): Surroundings {
  const { document, passageSlice, sentences } = read;
  const { whole, explicit, context, bestDocument, asked } = scoring;
  const facts = factsOf(document, scoring);
  const heading = { start: passageSlice.start, end: sentences[0]?.slice.start ?? passageSlice.start };
  const above = readSentence(heading, document, context.tokenize).terms;
  const terms = [...above, ...sentences.flatMap((sentence) => sentence.terms)];
  const passage = new Set(terms);
  return {
    facts,
    passageCovered: explicit(passage),
    words: shareFound(asked.concepts, passage),
    features: {
      heading: whole(new Set(above)),
      facts: whole(new Set(facts)),
      factsAndPassage: whole(new Set([...terms, ...facts])),
      passage: hit.score / context.best,
      document: hit.documentScore / bestDocument,
      ...contextOf(hit, scoring.request),
      newness: scoring.newness(document.id),
      latest: scoring.request.latest ? scoring.newness(document.id) : 0,
    },
  };
}

/** What the conversation so far says for a passage: nothing in a question that opens one. */
function contextOf({ document, context }: FoundPassage, { around, recent }: RetrievalRequest) {
  const isFollowUp = around !== undefined && around.concepts.length > 0;
  return {
    contextPassage: isFollowUp ? (context?.passage ?? 0) : 0,
    contextDocument: isFollowUp ? (context?.document ?? 0) : 0,
    recent: recent?.has(document) ? 1 : 0,
  };
}

function factsOf(document: Document, { facts, context }: Scoring): readonly string[] {
  const known =
    facts.get(document.id) ?? termsIn(context.tokenize(referenceWords(document), document.language));
  facts.set(document.id, known);
  return known;
}

/** What stands before and after a sentence, and whether it frames many documents. */
interface Beside {
  readonly previous: Sentence | undefined;
  readonly next: Sentence | undefined;
  readonly frames: boolean;
}

function scoreSentence(
  { slice, text, words, terms }: Sentence,
  { previous, next, frames }: Beside,
  around: Surroundings,
  { whole, explicit, names, asked, request, context }: Scoring,
): Pick<Candidate, 'slice' | 'terms' | 'covered' | 'passageCovered' | 'score' | 'confidence'> {
  const { features, passageCovered, facts } = around;
  const own = new Set(terms);
  const { answerType, bare = false, explicit: wanted } = request;
  const matches = {
    verbatim: verbatimIn(words, wanted.concepts),
    together: togetherIn(words, wanted.concepts),
    answerType: answerTypeScore({ text, words, answerType, concepts: wanted.concepts, names }),
  };
  const score = sentenceScore({
    ...{ ...features, ...matches, ...formOf(text), own: whole(own) },
    answerType: (bare ? BARE : 1) * matches.answerType,
    repeated: frames ? 1 : 0,
    withPrevious: whole(new Set([...(previous?.terms ?? []), ...terms])),
    withNext: whole(new Set([...terms, ...(next?.terms ?? [])])),
    factsAndOwn: whole(new Set([...terms, ...facts])),
  });
  const confidence = confidenceOf(
    {
      ...{ ...matches, words: around.words, unknown: asked.unknown },
      factsAndPassage: features.factsAndPassage,
      recent: features.recent,
      found: passageCovered * asked.information,
      strength: Math.min(MAX_STRENGTH, context.best / asked.information),
      typed: answerType === 'any' ? 0 : 1,
      fits: matches.answerType > 0 ? 1 : 0,
    },
    context.statistics.passages,
  );
  return { slice, terms: own, covered: explicit(own), passageCovered, score, confidence };
}

const BARE = 5; // the answer type is most of what a question like “What does France think?” asks for
const MAX_STRENGTH = 3; // more tells nothing more

function shareFound(concepts: readonly Concept[], terms: ReadonlySet<string>): number {
  if (concepts.length === 0) return 0;
  return concepts.filter((concept) => coverage(concept, terms) > 0).length / concepts.length;
}

function readSentence(slice: Slice, document: Document, tokenize: Tokenize): Sentence {
  const text = document.text.slice(slice.start, slice.end);
  const words = tokenize(text, document.language);
  return { slice, text, words, terms: termsIn(words) };
}

/** Whether a sentence frames many documents, such as a clause of all contracts: it answers only what nothing else does. */
function framesMany({ start, end }: Slice, { repeated = [] }: IndexedDocument): boolean {
  return repeated.some((place) => place.start <= start && end <= place.end);
}
