import { ANSWERS } from './answer-patterns.ts';
import type { AnswerType } from './answer-type.ts';
import { QUESTIONS } from './question-patterns.ts';

/** Recognizes the answer type of a question in any of the ten languages whose question words are listed. */
export function answerTypeOf(question: string): AnswerType {
  return QUESTIONS.find(([, pattern]) => pattern.test(question))?.[0] ?? 'any';
}

/**
 * Whether a sentence contains what its answer type asks for: a number, a date, a name … Never true for `any`, nor for
 * `definition`, which depends on what is defined.
 */
export function matchesAnswerType(sentence: string, answerType: AnswerType): boolean {
  return answerType !== 'any' && answerType !== 'definition' && ANSWERS[answerType].test(sentence);
}
