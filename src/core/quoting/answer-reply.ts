import type { Call } from '../bot/core.ts';
import { afterTurn, type Conversation } from '../conversations/conversation.ts';
import { understand } from '../conversations/follow-up.ts';
import { recall, remember } from '../conversations/recall.ts';
import type { Topic } from '../library/topic.ts';
import { emptyReply, type Reply } from '../replies/reply.ts';
import { UserError } from '../text/user-error.ts';
import { findAnswer } from './answer.ts';
import { answerId } from './answer-id.ts';
import { cite } from './citations.ts';
import type { Understood } from './question.ts';
import { ANSWER_BUDGET } from './selection.ts';

/** Longer questions are refused: every word costs a search, and nobody asks that much at once. */
const MAX_QUESTION = 2000; // characters

/** Answers a question in its conversation, within a topic if one is given, and remembers the turn. */
export async function replyToQuestion(call: Call, question: string, topic: Topic | null): Promise<Reply> {
  const text = checkedQuestion(question, call.topics);
  const { core, invocation } = call;
  const conversation = await recall(call);
  const search = core.searchFor(invocation.audience, topic?.collections ?? null);
  const understood = understand(text, conversation, {
    read: (words) => core.parse(words, search, topic?.synonyms),
    vocabulary: search.index.vocabulary(search.collections),
  });
  const reply = answerReply(call, { understood, conversation, topic, onlyNew: false });
  return remember(call, reply, afterTurn(conversation, understood, reply));
}

/** What an answer is made from. */
export interface AnswerRequest {
  readonly understood: Understood;
  readonly conversation: Conversation;
  readonly topic: Topic | null;
  /** Leave out what this conversation has quoted already. */
  readonly onlyNew: boolean;
}

/** Composes the reply to a question that has been read already. */
export function answerReply(call: Call, { understood, conversation, topic, onlyNew }: AnswerRequest): Reply {
  const { core, invocation } = call;
  const search = core.searchFor(invocation.audience, topic?.collections ?? null);
  const { shown, turns } = conversation;
  const found = findAnswer(understood, search, { budget: ANSWER_BUDGET, shown, onlyNew });
  const { answered } = found;
  const { points, sources } = cite(found.quotations);
  const question = understood.turn.text;
  const id = answerId([
    question,
    topic?.name,
    invocation.audience,
    turns,
    shown,
    onlyNew,
    core.versionFor(invocation),
  ]);
  return {
    ...emptyReply(answered ? 'answer' : 'nothing', {
      conversation: invocation.conversation,
      command: 'ask',
      coverage: call.coverage,
    }),
    id,
    topic: topic?.name ?? null,
    question,
    points: answered ? points : [],
    nearest: answered ? [] : points,
    unknownWords: found.unknownWords,
    sources,
    more: found.more,
  };
}

function checkedQuestion(question: string, topics: readonly Topic[]): string {
  const text = question.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) {
    const about = topics[0] ? `What is said about ${topics[0].title}?` : 'What does France think?';
    throw new UserError(`There is no question. Type what you want to know, for example: ${about}`, {
      code: 'empty-question',
    });
  }
  if (text.length <= MAX_QUESTION) return text;
  throw new UserError(
    `The question has ${text.length} characters. Ask in at most ${MAX_QUESTION}, a few words are best.`,
    { code: 'question-too-long' },
  );
}
