import { unknownConcepts } from '../search/concept-information.ts';
import { type Concept, coverage, isName, type Query } from '../search/query.ts';
import type { TermStatistics } from '../search/term-statistics.ts';
import type { Candidate } from './candidate.ts';

// Measured on squad2 (docs/answers.md).
const PASSAGE_WEIGHT = 0.75;
const ENOUGH = { step: 0.065, most: 0.48 }; // more in a large collection, where words meet by chance
const ENOUGH_IF_UNNAMED = 0.7; // no document contains what the question names

/** Estimates how likely a sentence answers the question, from 0 to 1. */
export function confidence({ covered, passageCovered }: Candidate): number {
  return (covered + PASSAGE_WEIGHT * passageCovered) / (1 + PASSAGE_WEIGHT);
}

/** What the confidence of the best sentence is judged by. */
export interface ConfidenceContext {
  readonly question: string;
  readonly asked: Query;
  /** The statistics of all terms in `asked`. */
  readonly statistics: TermStatistics;
}

/**
 * Returns the least confidence with which `best` counts as an answer. It is higher if the question names someone whom
 * no document mentions, if most of its words occur nowhere, or if the sentence shares only names with a question whose
 * other words occur nowhere: that documents mention Tokyo says nothing about a zoo in Tokyo.
 */
export function leastConfidence(best: Candidate, context: ConfidenceContext): number {
  const { question, asked, statistics } = context;
  const unknown = unknownConcepts(asked, statistics);
  const essential = asked.concepts.filter((concept) => concept.essential);
  const hasUnknownName = unknown.some(({ written }) => isNameIn(question, written));
  const isOffSubject = unknown.length > 0 && !sharesSubject(asked, best);
  const isMostlyUnknown = unknown.length > essential.length / 2;
  if (hasUnknownName || isOffSubject || isMostlyUnknown) return ENOUGH_IF_UNNAMED;
  return Math.min(ENOUGH.most, ENOUGH.step * Math.log(statistics.passages));
}

/** Returns the words of a question, as written, that occur in no document. */
export function unknownWords(asked: Query, statistics: TermStatistics): string[] {
  return unknownConcepts(asked, statistics).map(({ written }) => written);
}

function sharesSubject({ concepts }: Query, { terms }: Candidate): boolean {
  return concepts.some((concept) => isSubject(concept) && coverage(concept, terms) > 0);
}

/** Whether a concept is what a question is about, rather than of whom or when. */
function isSubject(concept: Concept): boolean {
  return concept.essential && !isName(concept) && !/^\p{N}/u.test(concept.written);
}

/** Whether a word has a capital that it doesn't owe to being the first of the question. */
function isNameIn(question: string, word: string): boolean {
  return /^\p{Lu}/u.test(word) && (!question.trimStart().startsWith(word) || /^\p{Lu}{2}/u.test(word));
}
