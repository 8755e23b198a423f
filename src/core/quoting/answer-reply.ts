import type { Audience } from '../library/audience.ts';
import type { Library, Scope } from '../library/library.ts';
import type { Topic } from '../library/topic.ts';
import type { AnswerReply, NothingReply } from '../replies/reply.ts';
import { UserError } from '../text/user-error.ts';
import { type AnswerOptions, answerRetrieval, type Findings, findAnswer } from './answer.ts';
import { answerId, audienceKey } from './answer-id.ts';
import { documentsOf } from './candidate.ts';
import { cite } from './citations.ts';
import { ANSWER_BUDGET } from './excerpt-budget.ts';
import type { Question, Turn } from './question.ts';
import { copiesOfQuoted } from './quoted-copies.ts';
import type { Retriever } from './retriever.ts';

/** What an answer is composed for. */
export interface AnswerRequest extends Pick<AnswerOptions, 'shown' | 'onlyNew'> {
  readonly question: Question;
  /** Its collections are the only ones searched; null: all that the audience may read. */
  readonly topic: Topic | null;
  /** The turns of the conversation before this question. */
  readonly turns: readonly Turn[];
  readonly audience: Audience;
  /** The conversation's id. */
  readonly conversation: string;
}

/** Composes the reply to a question that has been parsed. */
export async function composeAnswerReply(
  retriever: Retriever,
  library: Library,
  request: AnswerRequest,
): Promise<AnswerReply | NothingReply> {
  const { question, topic, audience, turns, shown, onlyNew } = request;
  const whole = library.scopeFor(audience);
  const scope = library.scopeFor(audience, topic?.collections ?? null);
  const found = await searchAnswer(retriever, scope, request);
  const { text } = question.turn;
  const id = answerId([text, topic?.name, audienceKey(audience), turns, shown, onlyNew, whole.version]);
  const excerpts = found.quotations.map(({ excerpt }) => excerpt);
  const documents = await library.load(new Set([...found.near, ...documentsOf(excerpts)]));
  const loaded = { documents, tokenize: await retriever.tokenizer() };
  const { points, sources } = cite(found.quotations, copiesOfQuoted(excerpts, found.near, loaded, 'refused'));
  const common = {
    ...{ id, topic: topic?.name ?? null, question: text, sources, note: null },
    ...{ conversation: request.conversation, command: 'ask', coverage: whole.coverage },
    ...{ unknownWords: found.unknownWords, more: found.more },
  };
  return found.answered
    ? { ...common, kind: 'answer', points }
    : { ...common, kind: 'nothing', nearest: points, headline: null };
}

/** Searches a scope for what answers a question. */
export async function searchAnswer(
  retriever: Retriever,
  scope: Scope,
  { question, shown, onlyNew }: Pick<AnswerRequest, 'question' | 'shown' | 'onlyNew'>,
): Promise<Findings> {
  const [[candidates = []], statistics] = await Promise.all([
    retriever.retrieve([answerRetrieval(question)], scope),
    retriever.statistics(question.asked.concepts, scope),
  ]);
  return findAnswer(question, candidates, { statistics, budget: ANSWER_BUDGET, shown, onlyNew });
}

const MAX_QUESTION = 2000; // characters; every word costs a search, and no one asks that much at once

/** Returns a question without white space around it; throws a UserError if it is empty or too long. */
export function checkQuestion(question: string, topics: readonly Topic[]): string {
  const text = question.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) {
    const about = topics[0] ? `What is said about ${topics[0].title}?` : 'What does France think?';
    throw new UserError(`The question is empty. Type what you want to know, for example: ${about}`, {
      code: 'empty-question',
    });
  }
  if (text.length <= MAX_QUESTION) return text;
  throw new UserError(
    `The question has ${text.length} characters. Use at most ${MAX_QUESTION}; a few words work best.`,
    { code: 'question-too-long' },
  );
}
