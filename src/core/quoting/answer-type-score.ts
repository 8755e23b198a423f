import { termsOf } from '../search/concept-information.ts';
import type { Concept } from '../search/query.ts';
import type { Word } from '../text/word.ts';
import type { AnswerType } from './answer-type.ts';
import { matchesAnswerType } from './answer-type-of.ts';
import { attributionScore } from './attribution-score.ts';
import { definitionScore } from './definition-score.ts';

/** A sentence, and what is known about the question. */
export interface TypedSentence {
  readonly text: string;
  readonly words: readonly Word[];
  readonly answerType: AnswerType;
  /** What the question is about. */
  readonly concepts: readonly Concept[];
  /** The names among them. */
  readonly names: readonly Concept[];
}

/**
 * Scores how well a sentence fits the answer type of a question, from 0 to 1: a date for "when"; for "how many", a
 * figure that the question doesn't have; for "what is X", a definition; for "what does X think", a statement, and more
 * if X makes it. A name fits "who" only a little, as most sentences have one.
 */
export function answerTypeScore(sentence: TypedSentence): number {
  const { answerType } = sentence;
  return answerType === 'any' ? 0 : WORTH[answerType] * fitOf(sentence);
}

/** What it tells that a sentence has what an answer type asks for, as fitted with the weights of sentence-score.ts. */
const WORTH = {
  ...{ who: 0.2, names: 0.4, statement: 0.4 },
  ...{ definition: 1, number: 1, when: 1, reason: 1, where: 1 },
};

/** From 0 to 1; to 2 for a statement by someone named. */
function fitOf(sentence: TypedSentence): number {
  const { text, words, answerType, concepts, names } = sentence;
  if (answerType === 'definition') return definitionScore(text, words, concepts);
  if (answerType === 'number') return matchesAnswerType(withoutGivenFigures(sentence), answerType) ? 1 : 0;
  const matches = matchesAnswerType(text, answerType) ? 1 : 0;
  if (answerType !== 'statement' || names.length === 0) return matches;
  const terms = termsOf(names);
  const named = words.find(({ term }) => term !== null && terms.has(term));
  return matches + (named ? attributionScore(text, named.start) : 0);
}

const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** Removes years and the figures of the question from a sentence: they are no answer to "how many". */
function withoutGivenFigures({ text, words, concepts }: TypedSentence): string {
  const given = termsOf(concepts);
  const figures = words.filter(
    ({ written, term }) => /\d/.test(written) && (YEAR.test(written) || (term !== null && given.has(term))),
  );
  return figures.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}
