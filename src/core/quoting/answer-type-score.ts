import type { Concept } from '../search/query.ts';
import type { Word } from '../text/word.ts';
import { type AnswerType, matchesAnswerType } from './answer-type.ts';
import { attributionScore } from './attribution-score.ts';

/** A sentence, and what is known about the question. */
export interface TypedSentence {
  readonly text: string;
  readonly words: readonly Word[];
  readonly answerType: AnswerType;
  /** The names in the question. */
  readonly names: readonly Concept[];
}

/**
 * Scores how well a sentence fits the answer type of a question, from 0 to 2: a date for "when"; for "what does X
 * think", a statement, and more if X makes it.
 */
export function answerTypeScore({ text, words, answerType, names }: TypedSentence): number {
  const matches = matchesAnswerType(text, answerType) ? 1 : 0;
  if (answerType !== 'statement' || names.length === 0) return matches;
  const terms = new Set(names.flatMap(({ wordings }) => wordings.flatMap((wording) => wording.terms)));
  const named = words.find(({ term }) => term !== null && terms.has(term));
  return matches + (named ? attributionScore(text, named.start) : 0);
}
