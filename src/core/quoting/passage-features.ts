import type { Document } from '../library/documents/document.ts';
import { admits } from '../library/documents/document-filter.ts';
import type { IndexedDocument } from '../library/documents/indexed-document.ts';
import { type Concept, coverage, isName } from '../search/query.ts';
import { isTimeWord, type Period } from '../text/period.ts';
import { factTermsOf } from './fact-terms.ts';
import type { FoundPassage } from './found-passage.ts';
import { headingOf, itemsAbove } from './headings-above.ts';
import type { Expressed } from './information-measure.ts';
import type { RetrievalRequest } from './retriever.ts';
import { readSentence, type Scoring, type Sentence } from './scoring.ts';
import type { SentenceFeatures } from './sentence-score.ts';

/** What all sentences of a passage share. */
export interface PassageFeatures {
  /** As it was found. */
  readonly score: number;
  readonly facts: Expressed;
  readonly passageCovered: number;
  /** The share of the words asked for that the passage has. */
  readonly words: number;
  /**
   * The share of the figures asked for that neither the passage nor what is known of its document has; three times as much if
   * the document is of another time than the question asks about. And 1 more if the question brings names into its conversation and
   * neither has any of them.
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
    | 'numbered'
    | 'foreign'
  >;
}

/** Measures what all sentences of a passage share. */
export function readPassageFeatures(
  hit: FoundPassage,
  { indexed, sentences }: { indexed: IndexedDocument; sentences: readonly Sentence[] },
  scoring: Scoring,
): PassageFeatures {
  const { document } = indexed;
  const { request, whole, explicit, context, bestDocument, asked } = scoring;
  const facts = factsOf(document, scoring);
  const isOther = isOfAnotherTime(document, request.period);
  const heading = headingOf(indexed, hit.passage);
  const above = readSentence(heading, document, scoring);
  const items = itemsAbove(indexed, hit.passage).map((item) => readSentence(item, document, scoring));
  const all = [...(heading.distance === 0 ? [above] : []), ...items, ...sentences];
  const said = all.map((each) => each.whole);
  const texts = [facts, ...said];
  const brought = shareBrought(scoring, texts);
  const inPeriod =
    isWithin(document, request.period) || tellPeriod(request, [facts]) || tellPeriod(request, said);
  return {
    facts,
    score: hit.score,
    passageCovered: explicit.share(...all.map((each) => each.explicit)),
    words: shareFound(asked.concepts, all),
    missingFigures:
      (inPeriod ? 0 : missingFigures(request, texts) * (isOther ? ELSEWHEN : 1)) + (brought === 0 ? 1 : 0),
    features: {
      heading: Math.max(
        FAINTER ** heading.distance * whole.share(above.whole),
        whole.share(...items.map((item) => item.whole)),
      ),
      facts: whole.share(facts),
      factsAndPassage: whole.share(...texts),
      passage: isFollowUp(request) ? 0 : hit.score / context.best,
      document: isFollowUp(request) ? 0 : hit.documentScore / bestDocument,
      ...contextOf(hit, request, isOther ? 0 : UNBROUGHT + (1 - UNBROUGHT) * brought),
      newness: scoring.newness(document.id),
      latest: request.latest ? scoring.lastness(document.id) : 0,
      numbered: Number(context.named?.numbered?.has(document.id) ?? false),
      period: inPeriod ? 1 : 0,
      foreign: isForeign(document, request) ? 1 : 0,
    },
  };
}

const FAINTER = 0.8; // what a heading is worth to the next passage, as a share of what it is to the one before

/**
 * What the conversation so far says for a passage: nothing in a question that opens one, and nothing for a document of
 * another time than the question asks about. `counts`: how far it does, 0 to 1.
 */
function contextOf({ document, context }: FoundPassage, request: RetrievalRequest, counts: number) {
  const { recent } = request;
  return {
    contextPassage: isFollowUp(request) ? counts * (context?.passage ?? 0) : 0,
    contextDocument: isFollowUp(request) ? counts * (context?.document ?? 0) : 0,
    recent: recent?.has(document) ? counts * recency(request) : 0,
  };
}

/**
 * The share of the names that a question brings into its conversation which some texts have; 1 if it brings none. Whoever asks
 * about somebody else may have left what was spoken of.
 */
function shareBrought({ brought }: Scoring, texts: readonly Expressed[]): number {
  const all = brought.reduce((sum, { information }) => sum + information, 0);
  if (all === 0) return 1;
  const found = ({ at }: (typeof brought)[number]) => Math.max(...texts.map((text) => text[at] ?? 0));
  return brought.reduce((sum, name) => sum + name.information * found(name), 0) / all;
}

const UNBROUGHT = 0.3; // what the conversation says for a passage that has none of them: one nearby may

/** Whether something was said before. The search with it has the question's own words, too: by itself, the question tells nothing more. */
function isFollowUp({ around }: RetrievalRequest): boolean {
  return around !== undefined && around.concepts.length > 0;
}

/** More if the question names nothing of its own: “When did the work begin?” stays with what was spoken of. */
function recency({ explicit }: RetrievalRequest): number {
  return explicit.concepts.some((concept) => concept.essential && isName(concept)) ? 1 : UNNAMED;
}

const UNNAMED = 1.6;

function isForeign({ language }: Document, { query, isAnswer }: RetrievalRequest): boolean {
  return isAnswer === true && query.isSure === true && language !== query.language;
}

function isWithin(document: Document, period: Period | undefined): boolean {
  return period !== undefined && admits({ ...period, publishers: null }, document);
}

function isOfAnotherTime(document: Document, period: Period | undefined): boolean {
  return period !== undefined && document.published !== null && !isWithin(document, period);
}

function factsOf(document: Document, { facts, context, whole }: Scoring): Expressed {
  const known = facts.get(document.id) ?? whole.express(factTermsOf(document, context.tokenize));
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

/** Returns the places of the concepts that name the period which a question asks about; none without its year. */
function timesAsked({ query, period }: RetrievalRequest): readonly number[] {
  const times = query.concepts.flatMap(({ essential, written }, at) =>
    essential && (/\p{Nd}/u.test(written) || isTimeWord(written)) ? [at] : [],
  );
  const hasYear = times.some((at) => /\p{Nd}{4}/u.test(query.concepts[at]?.written ?? ''));
  return period && hasYear ? times : [];
}

/** Whether some texts together say all of the period that a question asks about. */
function tellPeriod(request: RetrievalRequest, texts: readonly Expressed[]): boolean {
  const times = timesAsked(request);
  return times.length > 0 && times.every((at) => texts.some((text) => (text[at] ?? 0) > 0));
}

function shareFound(concepts: readonly Concept[], sentences: readonly Sentence[]): number {
  if (concepts.length === 0) return 0;
  const found = concepts.filter((concept) => sentences.some(({ terms }) => coverage(concept, terms) > 0));
  return found.length / concepts.length;
}
