import type { Concept } from '../search/query.ts';
import type { Word } from '../text/words.ts';
import { type AnswerType, matchesAnswerType } from './answer-type.ts';
import { voice } from './voice.ts';

/** A sentence, and what is known of the question. */
export interface ScoredSentence {
  readonly text: string;
  readonly words: readonly Word[];
  readonly kind: AnswerType;
  /** The names in the question. */
  readonly names: readonly Concept[];
}

/**
 * How far a sentence is of the kind that was asked for, from 0 to 2: a date for "when"; for "what does X think",
 * words of X rather than words about X.
 */
export function answerTypeScore({ text, words, kind, names }: ScoredSentence): number {
  const holds = matchesAnswerType(text, kind) ? 1 : 0;
  if (kind !== 'statement' || names.length === 0) return holds;
  const terms = new Set(names.flatMap(({ wordings }) => wordings.flatMap((wording) => wording.terms)));
  const named = words.find(({ term }) => term !== null && terms.has(term));
  return holds + (named ? voice(text, named.start) : 0);
}
