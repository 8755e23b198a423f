import type { Document } from '../library/document.ts';
import { admits } from '../library/document-filter.ts';
import { referenceWords } from '../library/reference-words.ts';
import { type Concept, coverage, isName } from '../search/query.ts';
import type { Period } from '../text/period.ts';
import type { Slice } from '../text/slice.ts';
import { termsIn } from '../text/words.ts';
import type { FoundPassage } from './found-passage.ts';
import type { Expressed } from './information-measure.ts';
import type { RetrievalRequest } from './retriever.ts';
import { readSentence, type Scoring, type Sentence } from './scoring.ts';
import type { SentenceFeatures } from './sentence-score.ts';

/** What all sentences of a passage share. */
export interface PassageFeatures {
  readonly facts: Expressed;
  readonly passageCovered: number;
  /** The share of the words asked for that the passage has. */
  readonly words: number;
  /** The share of the figures asked for that neither the passage nor what is known of its document has. */
  readonly missingFigures: number;
  readonly features: Pick<
    SentenceFeatures,
    | 'heading'
    | 'facts'
    | 'factsAndPassage'
    | 'passage'
    | 'document'
    | 'contextPassage'
    | 'contextDocument'
    | 'recent'
    | 'newness'
    | 'latest'
    | 'period'
  >;
}

/** Measures what all sentences of a passage share. */
export function readPassageFeatures(
  hit: FoundPassage,
  read: { document: Document; passageSlice: Slice; sentences: readonly Sentence[] },
  scoring: Scoring,
): PassageFeatures {
  const { document, passageSlice, sentences } = read;
  const { whole, explicit, context, bestDocument, asked } = scoring;
  const facts = factsOf(document, scoring);
  const inPeriod = isWithin(document, scoring.request.period);
  const heading = { start: passageSlice.start, end: sentences[0]?.slice.start ?? passageSlice.start };
  const above = readSentence(heading, document, scoring);
  const all = [above, ...sentences];
  return {
    facts,
    passageCovered: explicit.share(...all.map((each) => each.explicit)),
    words: shareFound(asked.concepts, all),
    missingFigures: inPeriod ? 0 : missingFigures(scoring.request, [facts, ...all.map((each) => each.whole)]),
    features: {
      heading: whole.share(above.whole),
      facts: whole.share(facts),
      factsAndPassage: whole.share(facts, ...all.map((each) => each.whole)),
      passage: hit.score / context.best,
      document: hit.documentScore / bestDocument,
      ...contextOf(hit, scoring.request, isOfAnotherTime(document, scoring.request.period)),
      newness: scoring.newness(document.id),
      latest: scoring.request.latest ? scoring.newness(document.id) : 0,
      period: inPeriod ? 1 : 0,
    },
  };
}

/**
 * What the conversation so far says for a passage: nothing in a question that opens one, and nothing for a document of
 * another time than the question asks about.
 */
function contextOf({ document, context }: FoundPassage, request: RetrievalRequest, isOther: boolean) {
  const { around, recent } = request;
  const isFollowUp = around !== undefined && around.concepts.length > 0 && !isOther;
  return {
    contextPassage: isFollowUp ? (context?.passage ?? 0) : 0,
    contextDocument: isFollowUp ? (context?.document ?? 0) : 0,
    recent: recent?.has(document) && !isOther ? recency(request) : 0,
  };
}

/** More if the question names nothing of its own: “When did the work begin?” stays with what was spoken of. */
function recency({ explicit }: RetrievalRequest): number {
  return explicit.concepts.some((concept) => concept.essential && isName(concept)) ? 1 : UNNAMED;
}

const UNNAMED = 1.6;

function isWithin(document: Document, period: Period | undefined): boolean {
  return period !== undefined && admits({ ...period, publishers: null }, document);
}

function isOfAnotherTime(document: Document, period: Period | undefined): boolean {
  return period !== undefined && document.published !== null && !isWithin(document, period);
}

function factsOf(document: Document, { facts, context, whole }: Scoring): Expressed {
  const known =
    facts.get(document.id) ??
    whole.express(new Set(termsIn(context.tokenize(referenceWords(document), document.language))));
  facts.set(document.id, known);
  return known;
}

/** A document of the period asked about need not say its years. */
function missingFigures({ query }: RetrievalRequest, texts: readonly Expressed[]): number {
  const figures = query.concepts.flatMap(({ essential, written }, at) =>
    essential && /\p{Nd}/u.test(written) ? [at] : [],
  );
  const missing = figures.filter((at) => texts.every((text) => (text[at] ?? 0) === 0));
  return figures.length === 0 ? 0 : missing.length / figures.length;
}

function shareFound(concepts: readonly Concept[], sentences: readonly Sentence[]): number {
  if (concepts.length === 0) return 0;
  const found = concepts.filter((concept) => sentences.some(({ terms }) => coverage(concept, terms) > 0));
  return found.length / concepts.length;
}
