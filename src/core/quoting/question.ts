import type { Concept, Query } from '../search/query.ts';
import type { Period } from '../text/period.ts';
import type { AnswerType } from './answer-type.ts';

/** What one turn of a conversation was about. Stored with the conversation. */
export interface Turn {
  readonly text: string;
  /** The answer type that it asks for. */
  readonly kind: AnswerType;
  /** The turn consists of nothing but its answer type and names: "When?", "What does France think?" */
  readonly bare: boolean;
  /** The period that it asks about; absent if it names none. */
  readonly period?: Period;
  /** Its own concepts, and those it takes over from earlier turns. */
  readonly concepts: readonly Concept[];
}

/** A question, parsed in the context of its conversation. Stored with the answer. */
export interface Question {
  readonly turn: Turn;
  /** What to search for: the question's own concepts and, with less weight, what it leaves unsaid. */
  readonly query: Query;
  /** What an answer must be about. */
  readonly asked: Query;
  /** What the conversation was about before: it helps to find passages, and never chooses among their sentences. */
  readonly around?: Query;
}
