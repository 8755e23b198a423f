import type { BriefStyle } from '../answers/brief-style.ts';
import type { QuestionKind } from '../answers/question-kind.ts';
import type { DocumentId, Slice } from '../corpus/document.ts';
import type { Reply } from '../messages/reply.ts';
import type { Concept, Query } from '../search/query.ts';

/** What one turn was about. */
export interface Turn {
  readonly text: string;
  readonly kind: QuestionKind;
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

/** A place in a document that this conversation has quoted. */
export interface Shown extends Slice {
  readonly document: DocumentId;
}

/** A thread's state. Plain data. */
export interface Conversation {
  readonly turns: readonly Turn[];
  readonly shown: readonly Shown[];
  /** The newest answer that quoted something, and what it was made from. */
  readonly last: Quoted | null;
}

/** An answer that quotes, and the question or topic it answers, so that more can be found. */
export interface Quoted {
  /** Its id in the store. */
  readonly answer: string;
  readonly topic: string | null;
  /** Of a brief; null for the answer to a question. */
  readonly style: BriefStyle | null;
  /** The person whom it quoted first. */
  readonly speaker: string | null;
  readonly understood: Understood;
  /** The digest that it goes on with, by its answer's id. */
  readonly digest?: string;
}

/** A conversation in which nothing has been said. */
export const NEW_CONVERSATION: Conversation = { turns: [], shown: [], last: null };

const MAX_TURNS = 6;
const MAX_SHOWN = 500;

/** The conversation after a turn and its reply. */
export function afterTurn(
  conversation: Conversation,
  understood: Understood,
  reply: Reply,
  style: BriefStyle | null = null,
): Conversation {
  const shown = reply.points.map(({ document, start, end }) => ({ document, start, end }));
  return {
    turns: [...conversation.turns, understood.turn].slice(-MAX_TURNS),
    shown: [...conversation.shown, ...shown].slice(-MAX_SHOWN),
    last: quoted(reply, understood, style) ?? conversation.last,
  };
}

function quoted(reply: Reply, understood: Understood, style: BriefStyle | null): Quoted | null {
  if (reply.id === null || reply.points.length + reply.nearest.length === 0) return null;
  const speaker = reply.points.find((point) => point.speaker !== null)?.speaker ?? null;
  return { answer: reply.id, topic: reply.topic, style, speaker, understood };
}
