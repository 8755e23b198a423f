import type { Document, DocumentId } from '../library/documents/document.ts';
import type { IndexedDocument } from '../library/documents/indexed-document.ts';
import { conceptInformation, termsOf } from '../search/concept-information.ts';
import { type Concept, conceptKey, coverage, isName, isProperName } from '../search/query.ts';
import type { TermStatistics } from '../search/term-statistics.ts';
import type { Slice } from '../text/slice.ts';
import type { Word } from '../text/word.ts';
import { termsIn } from '../text/words.ts';
import type { FoundPassage } from './found-passage.ts';
import {
  type AskedInformation,
  askedInformation,
  type Expressed,
  type InformationMeasure,
  informationMeasure,
} from './information-measure.ts';
import type { NamedPart } from './named-places.ts';
import { documentsOn } from './newest-passages.ts';
import { lastnessAmong, newnessAmong } from './newness.ts';
import type { RetrievalRequest, Tokenize } from './retriever.ts';
import { createWordMatcher, type WordMatches } from './word-matches.ts';

/** What passages are scored with: plain data and a tokenizer. */
export interface ScoringContext {
  /** The score of the best passage of the search, even if it is not among the hits scored. */
  readonly best: number;
  /** The part of the scope that the request names; null if it names none. */
  readonly named: NamedPart | null;
  /** The statistics of all terms in the request. */
  readonly statistics: TermStatistics;
  readonly documents: ReadonlyMap<DocumentId, IndexedDocument>;
  readonly tokenize: Tokenize;
}

/** A request, and what all its passages are measured by. */
export interface Scoring {
  readonly request: RetrievalRequest;
  readonly context: ScoringContext;
  readonly whole: InformationMeasure;
  readonly explicit: InformationMeasure;
  readonly names: readonly Concept[];
  readonly asked: AskedInformation;
  /** The names that a question brings into its conversation; none if it opens one. */
  readonly brought: readonly BroughtName[];
  readonly match: (words: readonly Word[]) => WordMatches;
  readonly bestDocument: number;
  /** What is known of each document, as it is read. */
  readonly facts: Map<DocumentId, Expressed>;
  readonly newness: (id: DocumentId) => number;
  /** Whether a document is the last on what is asked for. */
  readonly lastness: (id: DocumentId) => number;
}

/** The place of a concept in the query, and its information. */
interface BroughtName {
  readonly at: number;
  readonly information: number;
}

/** Prepares to score the passages found. */
export function prepareScoring(
  hits: readonly FoundPassage[],
  request: RetrievalRequest,
  context: ScoringContext,
): Scoring {
  const { statistics } = context;
  return {
    ...{ request, context },
    whole: informationMeasure(request.query, statistics),
    explicit: informationMeasure(request.explicit, statistics),
    names: request.query.concepts.filter(isName),
    asked: askedInformation(request.explicit, statistics),
    brought: namesBrought(request, statistics),
    match: createWordMatcher(request.explicit.concepts, request.query.language),
    bestDocument: Math.max(Number.EPSILON, ...hits.map(({ documentScore }) => documentScore)),
    facts: new Map(),
    newness: newnessAmong([...context.documents.values()].map(({ document }) => document)),
    lastness: lastnessAmong(documentsOn(hits, context)),
  };
}

function namesBrought({ query, around }: RetrievalRequest, statistics: TermStatistics): BroughtName[] {
  const said = new Set((around?.concepts ?? []).map(conceptKey));
  if (said.size === 0) return [];
  return query.concepts.flatMap((concept, at) => {
    const isNew = concept.essential && isProperName(concept) && !said.has(conceptKey(concept));
    return isNew ? [{ at, information: conceptInformation(concept, statistics) }] : [];
  });
}

/** A sentence as it is scored. */
export interface Sentence {
  readonly slice: Slice;
  readonly text: string;
  readonly words: readonly Word[];
  readonly terms: ReadonlySet<string>;
  /** What it says of the whole query, and of what the person spelled out. */
  readonly whole: Expressed;
  readonly explicit: Expressed;
}

/** Reads a sentence of a document. `speaker` has the terms of whoever says it, if the question names them: it need not say so. */
export function readSentence(
  slice: Slice,
  document: Document,
  { context, whole, explicit }: Scoring,
  speaker: readonly string[] = [],
): Sentence {
  const text = document.text.slice(slice.start, slice.end);
  const words = context.tokenize(text, document.language);
  const terms = new Set(termsIn(words));
  for (const term of speaker) terms.add(term);
  return { slice, text, words, terms, whole: whole.express(terms), explicit: explicit.express(terms) };
}

/** The terms by which a question names a document or its collection, whose text need not say it; none if it doesn't. */
export function namingOf({ id, collection }: Document, { named }: ScoringContext): readonly string[] {
  if (!named || named.naming.size === 0 || !named.collections.includes(collection)) return [];
  if (named.numbered && !named.numbered.has(id)) return [];
  return [...termsOf(named.naming)];
}

/** The terms of a document's author and publisher if they are all whom a question names and asks what they say; else none. */
export function speakerOf(
  { author, publisher, language }: Document,
  { names, request, context }: Scoring,
): readonly string[] {
  if (request.answerType !== 'statement' || names.length === 0) return [];
  const terms = [...termsIn(context.tokenize(`${author ?? ''}, ${publisher ?? ''}`, language))];
  const known = new Set(terms);
  return names.every((name) => coverage(name, known) > 0) ? terms : [];
}
