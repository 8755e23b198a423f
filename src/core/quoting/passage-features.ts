import type { Document } from '../library/document.ts';
import { admits } from '../library/document-filter.ts';
import type { IndexedDocument } from '../library/indexed-document.ts';
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
  /**
   * The share of the figures asked for that neither the passage nor what is known of its document has; three times as much if
   * the document is of another time than the question asks about.
   */
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
  { indexed, sentences }: { indexed: IndexedDocument; sentences: readonly Sentence[] },
  scoring: Scoring,
): PassageFeatures {
  const { document } = indexed;
  const { whole, explicit, context, bestDocument, asked } = scoring;
  const facts = factsOf(document, scoring);
  const inPeriod = isWithin(document, scoring.request.period);
  const isOther = isOfAnotherTime(document, scoring.request.period);
  const heading = headingOf(indexed, hit.passage);
  const above = readSentence(heading, document, scoring);
  const all = heading.distance === 0 ? [above, ...sentences] : sentences;
  return {
    facts,
    passageCovered: explicit.share(...all.map((each) => each.explicit)),
    words: shareFound(asked.concepts, all),
    missingFigures: inPeriod
      ? 0
      : missingFigures(scoring.request, [facts, ...all.map((each) => each.whole)]) * (isOther ? ELSEWHEN : 1),
    features: {
      heading: FAINTER ** heading.distance * whole.share(above.whole),
      facts: whole.share(facts),
      factsAndPassage: whole.share(facts, ...all.map((each) => each.whole)),
      passage: hit.score / context.best,
      document: hit.documentScore / bestDocument,
      ...contextOf(hit, scoring.request, isOther),
      newness: scoring.newness(document.id),
      latest: scoring.request.latest ? scoring.newness(document.id) : 0,
      period: inPeriod ? 1 : 0,
    },
  };
}

/** A heading, and how many passages it stands above: 0 if the passage has one of its own. */
interface Heading extends Slice {
  readonly distance: number;
}

const FAINTER = 0.8; // what a heading is worth to the next passage, as a share of what it is to the one before
const FAR = 8; // passages
const MAX_HEADING = 300; // characters

/** Returns the heading that a passage stands under: its own, or the nearest before it. */
function headingOf({ document: { text }, passages }: IndexedDocument, passage: number): Heading {
  for (let at = passage; at >= Math.max(0, passage - FAR); at--) {
    const { start = 0, bodies = [] } = passages[at] ?? {};
    const heading = { start, end: Math.min(bodies[0]?.start ?? start, start + MAX_HEADING) };
    if (/\p{L}/u.test(text.slice(heading.start, heading.end))) return { ...heading, distance: passage - at };
  }
  return { start: 0, end: 0, distance: 0 };
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

const ELSEWHEN = 3; // how much more the missing year counts if the document is of another time than the question asks about

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
