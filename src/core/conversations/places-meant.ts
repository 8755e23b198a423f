import type { AnswerType } from '../quoting/answer-type.ts';
import type { PlacesAbove } from '../quoting/question.ts';
import type { Conversation } from './conversation.ts';
import { isComparison, pointsBack } from './pointing-words.ts';

/** A question as it was parsed. */
export interface ParsedQuestion {
  readonly text: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly kind: AnswerType;
  /** How many of its words say what it is about. */
  readonly contentWords: number;
}

/**
 * Returns the places that “Who said that?”, “When was that?” or “Where?” ask about: those that were quoted last. Null
 * if there are none, or if a question has words of its own.
 */
export function placesMeant(
  { text, language, kind, contentWords }: ParsedQuestion,
  { turns, shown }: Conversation,
): PlacesAbove | null {
  const quoted = turns.findLast((turn) => turn.quoted !== undefined)?.quoted ?? 0;
  if (quoted === 0 || contentWords > 0 || !POINTING.has(kind) || isComparison(text, language)) return null;
  return { places: shown.slice(-quoted), only: pointsBack(text, language) };
}

/** The answer types that a sentence can have of itself. */
const POINTING = new Set<AnswerType>([
  ...(['who', 'when', 'where', 'reason', 'names', 'number'] as const),
  ...(['duration', 'frequency', 'share', 'money'] as const),
]);
