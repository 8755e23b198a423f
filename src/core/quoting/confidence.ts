import { isKnown } from '../search/parse-query.ts';
import { type Concept, coverage, isName, type Query } from '../search/query.ts';
import type { Vocabulary } from '../search/vocabulary.ts';
import type { Candidate } from './candidates.ts';

// Measured on squad2 (docs/answers.md).
const PASSAGE_WEIGHT = 0.75;
const ENOUGH = { base: 0, step: 0.065, most: 0.48 }; // more in a large collection, where words meet by chance
const ENOUGH_WITHOUT_ITS_WORDS = 0.7; // what is asked for is named in no document

/** How sure it is that a sentence answers what was asked, from 0 to 1. */
export function confidence({ covered, passageCovered }: Candidate): number {
  return (covered + PASSAGE_WEIGHT * passageCovered) / (1 + PASSAGE_WEIGHT);
}

/** What the confidence of a best sentence is held against. */
export interface Doubt {
  readonly question: string;
  readonly asked: Query;
  readonly vocabulary: Vocabulary;
}

/**
 * The least confidence that `best` needs; anything less is only the nearest there is. It needs more when the question
 * names somebody who is in no document, when most of its words are in none, and when it shares nothing but names with
 * the sentence while other words are in none: Tokyo being there says nothing about a zoo in Tokyo.
 */
export function leastConfidence(best: Candidate, { question, asked, vocabulary }: Doubt): number {
  const unknown = unknownConcepts(asked, vocabulary);
  const strangers = unknown.some(({ written }) => isNameIn(question, written));
  const beside =
    unknown.length > 0 &&
    !asked.concepts.some((concept) => isSubject(concept) && coverage(concept, best.terms) > 0);
  const mostly = unknown.length > asked.concepts.filter(({ essential }) => essential).length / 2;
  if (strangers || beside || mostly) return ENOUGH_WITHOUT_ITS_WORDS;
  return Math.min(ENOUGH.most, ENOUGH.base + ENOUGH.step * Math.log(vocabulary.passages));
}

/** What a question is about rather than of whom or when. */
function isSubject(concept: Concept): boolean {
  return concept.essential && !isName(concept) && !/^\p{N}/u.test(concept.written);
}

/** The words of a question, as written, that are in no document searched. */
export function unknownWords(asked: Query, vocabulary: Vocabulary): string[] {
  return unknownConcepts(asked, vocabulary).map(({ written }) => written);
}

function unknownConcepts(asked: Query, vocabulary: Vocabulary): readonly Concept[] {
  return asked.concepts.filter((concept) => concept.essential && !isKnown(concept, vocabulary));
}

/** A word with a capital that is not there only because it opens the question. */
function isNameIn(question: string, word: string): boolean {
  return /^\p{Lu}/u.test(word) && (!question.trimStart().startsWith(word) || /^\p{Lu}{2}/u.test(word));
}
