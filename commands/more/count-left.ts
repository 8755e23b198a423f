import type { RequestContext } from '../../src/core/bot/invocation.ts';
import type { Conversation, Quoted } from '../../src/core/conversations/conversation.ts';
import { narrowScope } from '../../src/core/library/documents/narrowing.ts';
import { topicNamed } from '../../src/core/library/topics/find-topic.ts';
import { searchAnswer } from '../../src/core/quoting/answer-reply.ts';
import { searchBrief, topicQuestion } from '../../src/core/quoting/brief-reply.ts';
import type { ExcerptBudget } from '../../src/core/quoting/excerpt-budget.ts';
import type { ContinuePorts } from './continue-answer.ts';

const EVERYTHING: ExcerptBudget = {
  ...{ maxPoints: 500, maxCharacters: Number.POSITIVE_INFINITY, maxPerDocument: Number.POSITIVE_INFINITY },
};

/** Counts the excerpts that are left to show after an answer and say something else than each other. */
export async function countLeft(
  { library, retriever, topics }: ContinuePorts,
  { audience }: RequestContext,
  { conversation: { shown }, last }: { readonly conversation: Conversation; readonly last: Quoted },
): Promise<number> {
  const { topic: name, style, understood: question, options } = last;
  const topic = name === null ? undefined : topicNamed(name, await topics.list(audience));
  const reader = { audience, collections: topic?.collections ?? null };
  const { scope } = await narrowScope(library, reader, options?.narrowing ?? null);
  if (style === null || !topic) {
    const request = { question, shown, onlyNew: true, budget: EVERYTHING };
    return (await searchAnswer(retriever, scope, request)).quotations.length;
  }
  const { query } = await topicQuestion(retriever, library, { topic, audience });
  const request = { topic, query, length: '1m', style, shown, budget: EVERYTHING } as const;
  return (await searchBrief(retriever, scope, request)).quotations.length;
}
