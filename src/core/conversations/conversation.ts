import type { Audience } from '../library/audience.ts';
import type { Narrowing } from '../library/documents/narrowing.ts';
import type { BriefStyle } from '../quoting/brief-style.ts';
import type { AnswerLength } from '../quoting/excerpt-budget.ts';
import type { Question, Turn } from '../quoting/question.ts';
import type { QuotedPlace } from '../quoting/quoted-place.ts';
import { quotedPoints } from '../replies/quoted-points.ts';
import type { StorableReply } from '../replies/reply.ts';

/** A conversation's state. Plain data. */
export interface Conversation {
  readonly turns: readonly Turn[];
  /** Places in documents that it quoted as answers. */
  readonly shown: readonly QuotedPlace[];
  /** The latest answer that quoted something, and its question. */
  readonly last: Quoted | null;
  /** It began by addressing Dossier, so what follows in its thread may be for it. */
  readonly begun?: true;
  /** It is left to those who talk in it until Dossier is mentioned. */
  readonly silent?: true;
  /** The options of the latest question or brief; absent if it had none. */
  readonly options?: KeptOptions;
}

/** What a question or a brief was asked with, as far as what follows it keeps it. */
export interface KeptOptions {
  readonly narrowing: Narrowing | null;
  /** The topic that a question was asked within. */
  readonly topic: string | null;
  readonly length: AnswerLength | null;
  /** The style of a brief; absent for points. */
  readonly style?: BriefStyle;
}

/** An answer that quotes, and the question or topic that it answers, so that more can be found. */
export interface Quoted {
  /** The answer's id in the store. */
  readonly answer: string;
  readonly topic: string | null;
  /** The style of a brief; null for the answer to a question. */
  readonly style: BriefStyle | null;
  /** The first person it quotes. */
  readonly speaker: string | null;
  readonly understood: Question;
  /** The documents that were new, if it said what is new. */
  readonly news?: readonly string[];
  /** How many points there are on all its pages; absent: not counted yet. */
  readonly total?: number;
  /** The answer id of the digest that it continues. */
  readonly digest?: string;
  /** The options that it was asked with; absent if there were none. */
  readonly options?: KeptOptions;
}

/** Who speaks in which conversation, and when. */
export interface ConversationContext {
  readonly audience: Audience;
  /** The conversation's key. */
  readonly conversation: string;
  /** The id of the answer that is followed up: the conversation continues from there. */
  readonly replyTo?: string;
  /** What is said opens a thread. */
  readonly opensThread?: true;
  /** Nothing said before is taken up, and nothing is added to the conversation. */
  readonly standsAlone?: true;
  /** What is said there reaches Dossier only if it is mentioned. */
  readonly byMention?: true;
  readonly at: Date;
}

/** A conversation in which nothing has been said. */
export const NEW_CONVERSATION: Conversation = { turns: [], shown: [], last: null };

const MAX_TURNS = 6;
const MAX_SHOWN = 500;

/** Returns the conversation after a question with its options and its reply; `style` if the reply is a brief. */
export function afterTurn(
  conversation: Conversation,
  question: Question,
  reply: StorableReply,
  style: BriefStyle | null = null,
): Conversation {
  const shown = pointsOf(reply).map(({ document, start, end }) => ({ document, start, end }));
  const turn = {
    ...question.turn,
    ...(shown.length > 0 && { quoted: shown.length }),
    ...(style !== null && { style }),
  };
  const { options, begun } = conversation;
  const quoted = quotedBy(reply, question, style);
  const last = quoted && options ? { ...quoted, options } : quoted;
  return {
    turns: [...conversation.turns, turn].slice(-MAX_TURNS),
    shown: [...conversation.shown, ...shown].slice(-MAX_SHOWN),
    last: last ?? conversation.last,
    ...(options && { options }),
    ...(begun && { begun }),
  };
}

/** Returns a conversation in which the next question has these options; null: none. */
export function withOptions(
  { options: _, ...conversation }: Conversation,
  options: KeptOptions | null,
): Conversation {
  const isNone = options === null || Object.values(options).every((value) => value === null);
  return isNone ? conversation : { ...conversation, options };
}

/** Whether a reply was asked with options that leave no document: what follows had better do without them. */
export function leavesNothing({ coverage }: Pick<StorableReply, 'coverage'>): boolean {
  return coverage.documents === 0;
}

function pointsOf(reply: StorableReply) {
  return reply.kind === 'nothing' ? [] : reply.points;
}

function quotedBy(reply: StorableReply, understood: Question, style: BriefStyle | null): Quoted | null {
  if (reply.id === null || quotedPoints(reply).length === 0) return null;
  const speaker = pointsOf(reply).find((point) => point.speaker !== null)?.speaker ?? null;
  const topic = reply.kind === 'search' ? null : reply.topic;
  return { answer: reply.id, topic, style, speaker, understood };
}
