import { type Command, declare, implement, PRIVATE } from '../../src/core/bot/command.ts';
import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { afterTurn } from '../../src/core/conversations/conversation.ts';
import { parseQuestion } from '../../src/core/conversations/follow-up.ts';
import type { Recall } from '../../src/core/conversations/recall.ts';
import { findTopic } from '../../src/core/library/find-topic.ts';
import type { Library } from '../../src/core/library/library.ts';
import type { Topic } from '../../src/core/library/topic.ts';
import type { TopicCatalog } from '../../src/core/library/topic-catalog.ts';
import { checkQuestion, composeAnswerReply } from '../../src/core/quoting/answer-reply.ts';
import type { Retriever } from '../../src/core/quoting/retriever.ts';
import type { Reply } from '../../src/core/replies/reply.ts';

/** `/ask`: a question, answered with excerpts or honestly not at all. */
export const ask = declare({
  name: 'ask',
  description: 'Ask the documents a question',
  visibleTo: 'everyone',
  options: {
    question: { description: 'the question, your comment', position: 0, rest: true, required: true },
    topic: { description: 'search only this topic’s collections', completes: 'topics' },
    private: PRIVATE,
  },
  example: '/ask What does France think?',
});

/** The ports of `/ask`. */
export interface AskPorts {
  readonly library: Library;
  readonly retriever: Retriever;
  readonly topics: TopicCatalog;
  readonly conversations: Recall;
}

/** Creates `/ask`. */
export function createAsk(ports: AskPorts): Command {
  return implement(ask, async (context, { question, topic: name }) => {
    const topics = await ports.topics.list(context.audience);
    const topic = name === null ? null : findTopic(name, topics);
    return replyToQuestion(ports, context, { text: checkQuestion(question ?? '', topics), topic });
  });
}

/** Answers a question in its conversation, within a topic if one is given. */
async function replyToQuestion(
  { library, retriever, conversations }: AskPorts,
  context: RequestContext,
  { text, topic }: { text: string; topic: Topic | null },
): Promise<Reply> {
  const { audience } = context;
  const conversation = await conversations.recall(context);
  const scope = library.scopeFor(audience, topic?.collections ?? null);
  const synonyms = topic?.synonyms ?? [];
  const question = await parseQuestion(retriever, { text, conversation, scope, synonyms });
  const { turns, shown } = conversation;
  const asked = { question, topic, turns, shown, onlyNew: false };
  const reply = await composeAnswerReply(retriever, library, {
    ...asked,
    audience,
    conversation: context.conversation,
  });
  return conversations.remember(context, reply, afterTurn(conversation, question, reply));
}
