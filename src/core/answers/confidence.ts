import type { Query } from '../search/query.ts';
import { isKnown } from '../search/question.ts';
import type { Vocabulary } from '../search/vocabulary.ts';
import type { Candidate } from './candidates.ts';

// Measured on squad2 (docs/answers.md).
const PASSAGE_WEIGHT = 0.75;
const ENOUGH = { least: 0.2, step: 0.0367 }; // the larger the collection, the more words meet by chance
const ENOUGH_WITHOUT_A_NAME = 0.7; // the question names somebody or something that is in no document

/** How sure it is that a sentence answers what was asked, from 0 to 1. */
export function confidence({ covered, passageCovered }: Candidate): number {
  return (covered + PASSAGE_WEIGHT * passageCovered) / (1 + PASSAGE_WEIGHT);
}

/** The least confidence of an answer; anything less is only the nearest there is. */
export function leastConfidence(question: string, asked: Query, vocabulary: Vocabulary): number {
  const names = unknownWords(asked, vocabulary).some((word) => isName(word, question));
  return names ? ENOUGH_WITHOUT_A_NAME : ENOUGH.least + ENOUGH.step * Math.log(vocabulary.passages);
}

/** The words of a question, as written, that are in no document searched. */
export function unknownWords(asked: Query, vocabulary: Vocabulary): string[] {
  return asked.concepts
    .filter((concept) => concept.essential && !isKnown(concept, vocabulary))
    .map(({ written }) => written);
}

/** A word with a capital that is not there only because it opens the question. */
function isName(word: string, question: string): boolean {
  return /^\p{Lu}/u.test(word) && (!question.trimStart().startsWith(word) || /^\p{Lu}{2}/u.test(word));
}
