import type { AnswerType } from '../quoting/answer-type.ts';
import { answerTypeOf } from '../quoting/answer-type-of.ts';
import type { PlacesAbove } from '../quoting/question.ts';
import type { Concept } from '../search/query.ts';
import { sayingIn } from '../text/saying-verbs.ts';
import type { Conversation } from './conversation.ts';
import { isComparison, pointsBack } from './pointing-words.ts';

/** A question as it was parsed. */
export interface ParsedQuestion {
  readonly text: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly kind: AnswerType;
  /** Its own concepts. */
  readonly concepts: readonly Concept[];
}

/** The kind of fact that a question without words of its own asks for: “Who said that?” asks who, rather than what was said. */
export function kindPointedAt(text: string, kind: AnswerType): AnswerType {
  return kind === 'statement' && WHO.test(text) ? 'who' : kind;
}

const WHO = /^[¿\s]*(?:(?:and|but|so) )?(?:who|wer|qui|chi|qui[ée]n|quem|wie)(?!\p{L})/iu;

/**
 * Returns the places that “Who said that?”, “When was that?” or “Where?” ask about: those that were quoted last. Null
 * if there are none, or if a question has words of its own.
 */
export function placesMeant(
  { text, language, kind, concepts }: ParsedQuestion,
  { turns, shown }: Conversation,
): PlacesAbove | null {
  const quoted = turns.findLast((turn) => turn.quoted !== undefined)?.quoted ?? 0;
  const isOwn = ({ written }: Concept) => !asks(written) && !(kind === 'who' && says(written, language));
  if (quoted === 0 || !POINTING.has(kind) || concepts.some(isOwn) || isComparison(text, language))
    return null;
  return { places: shown.slice(-quoted), only: pointsBack(text, language) };
}

/** Whether a word only asks for a kind of fact: “when”, “viele”. */
function asks(word: string): boolean {
  return answerTypeOf(word) !== 'any' || /^(?:how|many|much|often|long|viele?|lange|oft)$/i.test(word);
}

/** Whether a word only means to say: “said”, “gesagt”. */
function says(word: string, language: string): boolean {
  return (
    /^(?:say|think|gesagt|sagen|dire|dit|decir|detto|dito|gezegd)$/i.test(word) ||
    word.match(sayingIn(language)?.verb ?? /^$/) !== null
  );
}

/** The answer types that a sentence can have of itself. */
const POINTING = new Set<AnswerType>([
  ...(['who', 'when', 'where', 'reason', 'names', 'number', 'count'] as const),
  ...(['duration', 'frequency', 'share', 'money'] as const),
]);
