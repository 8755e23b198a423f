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
  type Expressed,
  type InformationMeasure,
  informationMeasure,
} from './information-measure.ts';
import { newnessAmong } from './newness.ts';
import type { RetrievalRequest, Tokenize } from './retriever.ts';
import { formOf } from './sentence-form.ts';
import { sentenceScore } from './sentence-score.ts';
import { createWordMatcher, type WordMatches } from './word-matches.ts';

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
    match: createWordMatcher(request.explicit.concepts),
    bestDocument: Math.max(Number.EPSILON, ...hits.map(({ documentScore }) => documentScore)),
    facts: new Map(),
    newness: newnessAmong([...context.documents.values()].map(({ document }) => document)),
  };
  return hits.flatMap((hit) => scorePassage(hit, scoring)).sort(compareCandidates);
}

interface Scoring {
  readonly request: RetrievalRequest;
  readonly context: ScoringContext;
  readonly whole: InformationMeasure;
  readonly explicit: InformationMeasure;
  readonly names: readonly Concept[];
  readonly asked: AskedInformation;
  readonly match: (words: readonly Word[]) => WordMatches;
  readonly bestDocument: number;
  /** What is known of each document, as it is read. */
  readonly facts: Map<DocumentId, Expressed>;
  readonly newness: (id: DocumentId) => number;
}

interface Sentence {
  readonly slice: Slice;
  readonly text: string;
  readonly words: readonly Word[];
  readonly terms: ReadonlySet<string>;
  /** What it says of the whole query, and of what the person spelled out. */
  readonly whole: Expressed;
  readonly explicit: Expressed;
}

function scorePassage(hit: FoundPassage, scoring: Scoring): Candidate[] {
  const { documents } = scoring.context;
  const indexed = documents.get(hit.document);
  const passageSlice = indexed?.passages[hit.passage];
  if (!indexed || !passageSlice) return [];
  const { document } = indexed;
  const slices = sentencesOf(indexed, hit.passage);
  const sentences = slices.map((slice) => readSentence(slice, document, scoring));
  const place = { document, passage: hit.passage, passageSlice, sentences: slices };
  const around = readSurroundings(hit, { document, passageSlice, sentences }, scoring);
  return sentences.map((sentence, at) => {
    const [previous, next] = [sentences[at - 1], sentences[at + 1]];
    const beside = { previous, next, frames: framesMany(sentence.slice, indexed) };
    return { ...place, at, ...scoreSentence(sentence, beside, around, scoring) };
  });
}

/** What all sentences of a passage share. */
interface Surroundings {
  readonly facts: Expressed;
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
  const above = readSentence(heading, document, scoring);
  const all = [above, ...sentences];
  return {
    facts,
    passageCovered: explicit.share(...all.map((each) => each.explicit)),
    words: shareFound(asked.concepts, all),
    features: {
      heading: whole.share(above.whole),
      facts: whole.share(facts),
      factsAndPassage: whole.share(facts, ...all.map((each) => each.whole)),
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

function factsOf(document: Document, { facts, context, whole }: Scoring): Expressed {
  const known =
    facts.get(document.id) ??
    whole.express(new Set(termsIn(context.tokenize(referenceWords(document), document.language))));
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
  sentence: Sentence,
  { previous, next, frames }: Beside,
  around: Surroundings,
  { whole, explicit, names, asked, match, request, context }: Scoring,
): Omit<Candidate, 'document' | 'passage' | 'passageSlice' | 'sentences' | 'at'> {
  const { slice, text, words, terms } = sentence;
  const { features: shared, passageCovered, facts } = around;
  const { answerType, bare = false, explicit: wanted } = request;
  const matches = {
    ...match(words),
    answerType: answerTypeScore({ text, words, answerType, concepts: wanted.concepts, names }),
  };
  const features = {
    ...{ ...shared, ...matches, ...formOf(text), own: whole.share(sentence.whole) },
    answerType: (bare ? BARE : 1) * matches.answerType,
    repeated: frames ? 1 : 0,
    withPrevious: whole.share(sentence.whole, previous?.whole ?? []),
    withNext: whole.share(sentence.whole, next?.whole ?? []),
    factsAndOwn: whole.share(sentence.whole, facts),
  };
  const confidence = confidenceOf(
    {
      ...{ ...matches, words: around.words, unknown: asked.unknown },
      factsAndPassage: shared.factsAndPassage,
      recent: shared.recent,
      found: passageCovered * asked.information,
      strength: Math.min(MAX_STRENGTH, context.best / asked.information),
      typed: answerType === 'any' ? 0 : 1,
      fits: matches.answerType > 0 ? 1 : 0,
    },
    context.statistics.passages,
  );
  const score = sentenceScore(features);
  const covered = explicit.share(sentence.explicit);
  return { slice, terms, covered, passageCovered, score, features, confidence };
}

const BARE = 5; // the answer type is most of what a question like “What does France think?” asks for
const MAX_STRENGTH = 3; // more tells nothing more

function shareFound(concepts: readonly Concept[], sentences: readonly Sentence[]): number {
  if (concepts.length === 0) return 0;
  const found = concepts.filter((concept) => sentences.some(({ terms }) => coverage(concept, terms) > 0));
  return found.length / concepts.length;
}

function readSentence(slice: Slice, document: Document, { context, whole, explicit }: Scoring): Sentence {
  const text = document.text.slice(slice.start, slice.end);
  const words = context.tokenize(text, document.language);
  const terms = new Set(termsIn(words));
  return { slice, text, words, terms, whole: whole.express(terms), explicit: explicit.express(terms) };
}

/** Whether a sentence frames many documents, such as a clause of all contracts: it answers only what nothing else does. */
function framesMany({ start, end }: Slice, { repeated = [] }: IndexedDocument): boolean {
  return repeated.some((place) => place.start <= start && end <= place.end);
}
