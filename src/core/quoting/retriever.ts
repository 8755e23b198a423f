import type { DocumentId } from '../library/documents/document.ts';
import type { Scope } from '../library/library.ts';
import type { PassageIndex } from '../search/passage-index.ts';
import type { Concept, Query } from '../search/query.ts';
import type { TermStatistics } from '../search/term-statistics.ts';
import type { Period } from '../text/period.ts';
import type { Word } from '../text/word.ts';
import type { AnswerType } from './answer-type.ts';
import type { Candidate } from './candidate.ts';
import type { QuotedPlace } from './quoted-place.ts';

/** Groups of phrases with the same meaning. */
export type Synonyms = readonly (readonly string[])[];

/** Splits a text into words with their terms; in a language that was not loaded, into none. Remembers each result. */
export type Tokenize = (text: string, language: string) => readonly Word[];

/** How many passages are read for a request that doesn't say. */
export const PASSAGES = 30;

/** What to search for. */
export interface RetrievalRequest {
  readonly query: Query;
  /** The part of the query that the person spelled out. */
  readonly explicit: Query;
  readonly answerType: AnswerType;
  /** The question consists of nothing but its answer type and names. */
  readonly bare?: boolean;
  /** It is a question, whose answer may go on in the next sentence. */
  readonly isAnswer?: boolean;
  /** It asks for how things stand last. */
  readonly latest?: boolean;
  /** When the documents that it asks for were published, as far as it says. */
  readonly period?: Period;
  /** What the conversation was about before, which helps to find passages. */
  readonly around?: Query;
  /** The documents that were quoted last, in which the conversation is likely to stay. */
  readonly recent?: ReadonlySet<DocumentId>;
  /** How many passages to read; `PASSAGES` if absent. */
  readonly passages?: number;
}

/** Reads the index and the library in few, large steps; everything after it is pure. */
export interface Retriever {
  readonly index: PassageIndex;
  /** Parses a question in the languages of a scope; words that occur nowhere get similar terms. */
  parse(text: string, scope: Scope, synonyms?: Synonyms): Promise<Query>;
  /** Returns the statistics of all terms in some concepts. */
  statistics(concepts: Iterable<Concept>, scope: Scope): Promise<TermStatistics>;
  /**
   * Parses what places in documents say, each in the language of its document; what no longer exists or may not be read is
   * left out.
   */
  parseQuoted(places: readonly QuotedPlace[], scope: Scope): Promise<readonly Concept[]>;
  /** Returns, for each request, the sentences of its best passages, best first. */
  retrieve(requests: readonly RetrievalRequest[], scope: Scope): Promise<readonly (readonly Candidate[])[]>;
  /** Returns the sentences of the passages that hold some places, scored for a request, unless they may not be read. */
  sentencesAt(
    places: readonly QuotedPlace[],
    request: RetrievalRequest,
    scope: Scope,
  ): Promise<readonly Candidate[]>;
  /** Returns where a phrase stands, in any spelling: the first sentence with it in each of the first `PASSAGES` documents. */
  placesOf(phrase: string, scope: Scope): Promise<readonly QuotedPlace[]>;
  /** Creates a tokenizer for one request, with the languages of all documents loaded. */
  tokenizer(): Promise<Tokenize>;
}
