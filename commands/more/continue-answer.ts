import type { RequestContext } from '../../src/core/bot/invocation.ts';
import type { Conversation, Quoted } from '../../src/core/conversations/conversation.ts';
import type { TurnReply } from '../../src/core/conversations/recall.ts';
import type { DocumentId } from '../../src/core/library/document.ts';
import type { Library } from '../../src/core/library/library.ts';
import type { TopicCatalog } from '../../src/core/library/topic-catalog.ts';
import { composeMoreNews } from '../../src/core/news/more-news.ts';
import { composeAnswerReply } from '../../src/core/quoting/answer-reply.ts';
import { composeBriefReply, topicQuestion } from '../../src/core/quoting/brief-reply.ts';
import type { Retriever } from '../../src/core/quoting/retriever.ts';

/** The ports of continuing an answer. */
export interface ContinuePorts {
  readonly library: Library;
  readonly retriever: Retriever;
  readonly topics: TopicCatalog;
}

/** The answer to continue. */
export interface Continued {
  readonly conversation: Conversation;
  readonly last: Quoted;
  /** The documents to which a digest keeps; null for any other answer. */
  readonly news: ReadonlySet<DocumentId> | null;
}

/** Composes what follows an answer: more news of a digest, more of a brief, or more on a question. */
export async function continueAnswer(
  { library, retriever, topics }: ContinuePorts,
  { audience, conversation: key }: RequestContext,
  { conversation, last, news }: Continued,
): Promise<TurnReply> {
  const { topic: name, style, understood: question } = last;
  const topic = (await topics.list(audience)).find((known) => known.name === name) ?? null;
  const request = { shown: conversation.shown, audience, conversation: key };
  if (style === null || !topic) {
    const { turns } = conversation;
    return composeAnswerReply(retriever, library, { ...request, question, topic, turns, onlyNew: true });
  }
  if (news) return composeMoreNews(retriever, library, { ...request, topic, news });
  const parsed = await topicQuestion(retriever, library, { topic, audience });
  return composeBriefReply(retriever, library, { ...request, topic, question: parsed, length: '1m', style });
}
