import type { Concept, Query } from '../search/query.ts';
import type { Period } from '../text/period.ts';
import type { AnswerType } from './answer-type.ts';
import type { BriefStyle } from './brief-style.ts';
import type { QuotedPlace } from './quoted-place.ts';

/** What one turn of a conversation was about. Stored with the conversation. */
export interface Turn {
  readonly text: string;
  /** The answer type that it asks for. */
  readonly kind: AnswerType;
  /** The turn consists of nothing but its answer type and names: "When?", "What does France think?" */
  readonly bare: boolean;
  /** The period that it asks about; absent if it names none. */
  readonly period?: Period;
  /** It asks for how things stand last, itself or by what it leaves unsaid. */
  readonly latest?: true;
  /** How many places the reply to it quoted; absent if none, or before it is answered. */
  readonly quoted?: number;
  /** The style of the brief that it asks for; absent for a question. */
  readonly style?: BriefStyle;
  /** Its own concepts, and those it takes over from earlier turns. */
  readonly concepts: readonly Concept[];
}

/** Places quoted above that a question asks about. */
export interface PlacesAbove {
  readonly places: readonly QuotedPlace[];
  /** It asks about nothing else: “Who said that?”, rather than “Who?”. */
  readonly only: boolean;
}

/** A question, parsed in the context of its conversation. Stored with the answer. */
export interface Question {
  readonly turn: Turn;
  /** What to search for: the question's own concepts and, with less weight, what it leaves unsaid. */
  readonly query: Query;
  /** What an answer must be about. */
  readonly asked: Query;
  /** What it asks about, if it has no words of its own but points to what was quoted. */
  readonly above?: PlacesAbove;
  /** What the conversation was about before: it helps to find passages, and never chooses among their sentences. */
  readonly around?: Query;
}
