import type { BriefStyle } from '../quoting/brief-style.ts';
import type { Turn, Understood } from '../quoting/question.ts';
import type { QuotedPlace } from '../quoting/quoted-place.ts';
import type { Reply } from '../replies/reply.ts';

/** A thread's state. Plain data. */
export interface Conversation {
  readonly turns: readonly Turn[];
  readonly shown: readonly QuotedPlace[];
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
