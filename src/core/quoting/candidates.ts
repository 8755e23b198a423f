import type { DocumentId } from '../library/documents/document.ts';
import { type IndexedDocument, sentencesOf } from '../library/documents/indexed-document.ts';
import { type Concept, conceptKey } from '../search/query.ts';
import type { Slice } from '../text/slice.ts';
import { type AnswerType, hasOwnForm } from './answer-type.ts';
import { answerTypeScore, shareOfFact } from './answer-type-score.ts';
import { type Candidate, compareCandidates } from './candidate.ts';
import { confidenceOf } from './confidence.ts';
import { dependsOnBefore, refersBack } from './dangling.ts';
import type { FoundPassage } from './found-passage.ts';
import type { Expressed } from './information-measure.ts';
import { type FoundText, likenessToBest } from './neighbours.ts';
import type { TextPlace } from './of-itself.ts';
import { type PassageFeatures, readPassageFeatures } from './passage-features.ts';
import { questionsPut } from './put-questions.ts';
import type { RetrievalRequest } from './retriever.ts';
import {
  namingOf,
  prepareScoring,
  readSentence,
  type Scoring,
  type ScoringContext,
  type Sentence,
  speakerOf,
} from './scoring.ts';
import { joinFeatures } from './sentence-features.ts';
import { formOf } from './sentence-form.ts';
import { sentenceScore } from './sentence-score.ts';

/** Scores the sentences of the passages found, best first. Hits in documents that are absent are left out. */
export function scorePassages(
  hits: readonly FoundPassage[],
  request: RetrievalRequest,
  context: ScoringContext,
): Candidate[] {
  const scoring = prepareScoring(hits, request, context);
  const passages = hits.flatMap((hit) => readPassage(hit, scoring) ?? []);
  const likeness = likenessToBest(passages.map((passage) => foundText(passage, scoring)));
  return passages.flatMap((passage) => scorePassage(passage, likeness, scoring)).sort(compareCandidates);
}

/** A passage that was found, and its sentences. */
interface ReadPassage {
  readonly hit: FoundPassage;
  readonly indexed: IndexedDocument;
  readonly passageSlice: Slice;
  readonly sentences: readonly Sentence[];
  /** Whoever the question asks about says it. */
  readonly isSaid: boolean;
}

function readPassage(hit: FoundPassage, scoring: Scoring): ReadPassage | null {
  const indexed = scoring.context.documents.get(hit.document);
  const passageSlice = indexed?.passages[hit.passage];
  if (!indexed || !passageSlice) return null;
  const slices = sentencesOf(indexed, hit.passage);
  const speaker = speakerOf(indexed.document, scoring);
  const given = [...speaker, ...namingOf(indexed.document, scoring.context)];
  const sentences = slices.map((slice) => readSentence(slice, indexed.document, scoring, given));
  return { hit, indexed, passageSlice, sentences, isSaid: speaker.length > 0 };
}

function foundText({ hit, sentences }: ReadPassage, { bestDocument }: Scoring): FoundText {
  const { document, documentScore, context } = hit;
  const score = Math.max(documentScore / bestDocument, context?.document ?? 0);
  return { document, score, sentences: sentences.map(({ terms }) => terms) };
}

function scorePassage(
  { hit, indexed, passageSlice, sentences, isSaid }: ReadPassage,
  likeness: ReadonlyMap<DocumentId, number>,
  scoring: Scoring,
): Candidate[] {
  const { document } = indexed;
  const slices = sentences.map(({ slice }) => slice);
  const before = sentenceBefore(indexed, hit.passage);
  const place = { document, passage: hit.passage, passageSlice, sentences: slices };
  const around = readPassageFeatures(hit, { indexed, sentences }, scoring);
  const neighbours = likeness.get(document.id) ?? 0;
  const put = questionsPut(document.text, slices);
  const origin = { facts: around.facts, isSaid, isDated: document.published !== null };
  const fits = sentences.map((sentence) => typeFit(sentence, origin, scoring));
  return sentences.map((sentence, at) => {
    const [previous, next, fit = 0] = [sentences[at - 1], sentences[at + 1], fits[at]];
    const nextFit = fits[at + 1] ?? 0;
    const continued = isContinued(next, { place, fitsBetter: nextFit > fit }, scoring);
    const beside = {
      previous,
      next,
      fit,
      nextFit,
      continued,
      neighbours,
      isPut: put[at] === true,
      frames: framesMany(sentence.slice, indexed),
    };
    const candidate = { ...scoreSentence(sentence, beside, around, scoring), ...place, at };
    return before ? { ...candidate, before } : candidate;
  });
}

/** Returns the last sentence of the passage before, if the first of this one can't be understood without it. */
function sentenceBefore(indexed: IndexedDocument, passage: number): Slice | null {
  const [first] = sentencesOf(indexed, passage);
  const { document } = indexed;
  const { text } = document;
  const place = { document, passage };
  if (!first || passage === 0 || !dependsOnBefore(text.slice(first.start, first.end), place)) return null;
  const last = sentencesOf(indexed, passage - 1).at(-1);
  return last && text.slice(last.end, first.start).trim() === '' ? last : null;
}

/** Whether an answer had better go on: the next sentence refers back, or has what is asked for where this one has not. */
function isContinued(
  next: Sentence | undefined,
  { place, fitsBetter }: { readonly place: TextPlace; readonly fitsBetter: boolean },
  { request }: Scoring,
): boolean {
  return request.isAnswer === true && next !== undefined && (fitsBetter || refersBack(next.text, place));
}

interface Origin {
  readonly facts: Expressed;
  readonly isSaid: boolean;
  readonly isDated: boolean;
}

function typeFit(
  { text, words }: Sentence,
  { facts, ...origin }: Origin,
  { request, names }: Scoring,
): number {
  const { answerType, explicit } = request;
  return answerTypeScore({
    ...{ text, words, answerType, concepts: explicit.concepts, names, ...origin },
    ...(answerType === 'definition' && { unreferred: notIn(facts, request) }),
  });
}

/** What is known of a sentence by its passage: what stands before and after it, and whether it frames many documents. */
interface Beside {
  readonly previous: Sentence | undefined;
  readonly next: Sentence | undefined;
  readonly frames: boolean;
  /** How well it and the next sentence fit the answer type, 0 to 1. */
  readonly fit: number;
  readonly nextFit: number;
  readonly continued: boolean;
  /** It belongs to a question that somebody puts to somebody. */
  readonly isPut: boolean;
  /** How like the best documents its own is, 0 to 1. */
  readonly neighbours: number;
}

function scoreSentence(
  sentence: Sentence,
  { previous, next, frames, fit, nextFit, continued, neighbours, isPut }: Beside,
  around: PassageFeatures,
  scoring: Scoring,
): Omit<Candidate, 'document' | 'passage' | 'passageSlice' | 'sentences' | 'at'> {
  const { whole, explicit, asked, match, request, context } = scoring;
  const { slice, text, words, terms } = sentence;
  const { features: shared, passageCovered, facts } = around;
  const { answerType, bare = false } = request;
  const matches = match(words);
  const features = joinFeatures(shared, isPut ? { ...formOf(text), question: 1 } : formOf(text), matches, {
    own: whole.share(sentence.whole),
    withPrevious: whole.share(sentence.whole, previous?.whole ?? []),
    withNext: whole.share(sentence.whole, next?.whole ?? []),
    factsAndOwn: whole.share(sentence.whole, facts),
    answerType: fit * (bare ? worthIfBare(answerType) : 1),
    repeated: frames ? 1 : 0,
    neighbours,
  });
  const fact = shareOfFact(fit, answerType);
  const confidence = confidenceOf(
    {
      verbatim: matches.verbatim,
      together: matches.together,
      words: around.words,
      unknown: asked.unknown,
      factsAndPassage: shared.factsAndPassage,
      recent: Math.min(1, shared.recent),
      found: passageCovered * asked.information,
      strength: strengthOf(around.score, scoring),
      missingFigures: around.missingFigures,
      typed: kindCounts(answerType),
      fits: kindCounts(answerType) * fact,
    },
    context.statistics.passages,
  );
  const score = sentenceScore(features);
  const covered = explicit.share(sentence.explicit);
  const scored = { slice, terms, covered, passageCovered, continued, score, features, confidence };
  if (answerType === 'any') return scored;
  return { ...scored, fact: Math.max(fact, continued ? shareOfFact(nextFit, answerType) : 0) };
}

/** How much it tells that a kind of fact is asked for: half as much for one that takes many forms. */
function kindCounts(answerType: AnswerType): number {
  if (answerType === 'any') return 0;
  return hasOwnForm(answerType) ? 1 : 0.5;
}

/** How much more the answer type counts in a question that has little else, like “What does France think?” */
function worthIfBare(answerType: AnswerType): number {
  return answerType === 'statement' ? 5 : 2;
}

/** Returns the concepts asked for that don't refer to a document. */
function notIn(facts: Expressed, { query, explicit }: RetrievalRequest): readonly Concept[] {
  const referring = new Set(query.concepts.filter((_, at) => (facts[at] ?? 0) === 1).map(conceptKey));
  return explicit.concepts.filter((concept) => !referring.has(conceptKey(concept)));
}

const MAX_STRENGTH = 3; // more tells nothing more

/** In a conversation the best passage counts, as what was said before may have found the sentence. */
function strengthOf(score: number, { request, context, asked }: Scoring): number {
  const counted = request.around ? context.best : score;
  return Math.min(MAX_STRENGTH, counted / asked.information);
}

/** Whether a sentence frames many documents, such as a clause of all contracts: it answers only what nothing else does. */
function framesMany({ start, end }: Slice, { repeated = [] }: IndexedDocument): boolean {
  return repeated.some((place) => place.start <= start && end <= place.end);
}
