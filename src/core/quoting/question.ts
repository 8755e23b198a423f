import type { Concept, Query } from '../search/query.ts';
import type { AnswerType } from './answer-type.ts';

/** What one turn was about. */
export interface Turn {
  readonly text: string;
  readonly kind: AnswerType;
  /** The turn says no more than its kind and names: "When?", "What does France think?" */
  readonly bare: boolean;
  /** The concepts in force: the turn's own and those it took over from earlier ones. */
  readonly concepts: readonly Concept[];
}

/** A question read in its conversation. */
export interface Understood {
  readonly turn: Turn;
  /** What to search for: the question's own concepts, and more weakly what it leaves unsaid. */
  readonly query: Query;
  /** What an answer must be about. */
  readonly asked: Query;
}
