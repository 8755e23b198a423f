import { type IndexedDocument, sentencesOf } from '../library/indexed-document.ts';
import type { Slice } from '../text/slice.ts';
import { answerTypeScore } from './answer-type-score.ts';
import { type Candidate, compareCandidates } from './candidate.ts';
import { confidenceOf } from './confidence.ts';
import type { FoundPassage } from './found-passage.ts';
import { type PassageFeatures, readPassageFeatures } from './passage-features.ts';
import type { RetrievalRequest } from './retriever.ts';
import { prepareScoring, readSentence, type Scoring, type ScoringContext, type Sentence } from './scoring.ts';
import { formOf } from './sentence-form.ts';
import { sentenceScore } from './sentence-score.ts';

/** Scores the sentences of the passages found, best first. Hits in documents that are absent are left out. */
export function scorePassages(
  hits: readonly FoundPassage[],
  request: RetrievalRequest,
  context: ScoringContext,
): Candidate[] {
  const scoring = prepareScoring(hits, request, context);
  return hits.flatMap((hit) => scorePassage(hit, scoring)).sort(compareCandidates);
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
  const around = readPassageFeatures(hit, { document, passageSlice, sentences }, scoring);
  return sentences.map((sentence, at) => {
    const [previous, next] = [sentences[at - 1], sentences[at + 1]];
    const beside = { previous, next, frames: framesMany(sentence.slice, indexed) };
    return { ...place, at, ...scoreSentence(sentence, beside, around, scoring) };
  });
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
  around: PassageFeatures,
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

/** Whether a sentence frames many documents, such as a clause of all contracts: it answers only what nothing else does. */
function framesMany({ start, end }: Slice, { repeated = [] }: IndexedDocument): boolean {
  return repeated.some((place) => place.start <= start && end <= place.end);
}
