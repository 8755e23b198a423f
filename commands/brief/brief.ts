import { type Command, declare, implement, PRIVATE } from '../../src/core/bot/command.ts';
import { NARROWING, parseNarrowing } from '../../src/core/bot/narrowing-options.ts';
import { listTopics } from '../../src/core/bot/topics-reply.ts';
import { afterTurn, NEW_CONVERSATION, withOptions } from '../../src/core/conversations/conversation.ts';
import type { Recall } from '../../src/core/conversations/recall.ts';
import { findTopic } from '../../src/core/library/find-topic.ts';
import type { Library } from '../../src/core/library/library.ts';
import type { TopicCatalog } from '../../src/core/library/topic-catalog.ts';
import { BRIEF_STYLES, composeBriefReply, topicQuestion } from '../../src/core/quoting/brief-reply.ts';
import type { Retriever } from '../../src/core/quoting/retriever.ts';
import { replyContext } from '../../src/core/replies/compose-reply.ts';

/** `/brief`: a topic in a few cited excerpts; without a topic, the list of topics. */
export const brief = declare({
  name: 'brief',
  description: 'Get a brief on a topic in cited excerpts',
  visibleTo: 'everyone',
  options: {
    topic: { description: 'the topic; leave it out to list all', position: 0, completes: 'topics' },
    length: { description: 'up to 2, 4 or 8 points (1m)', position: 1, choices: ['30s', '1m', '3m'] },
    style: { description: 'layout (points)', position: 2, choices: BRIEF_STYLES },
    ...NARROWING,
    private: PRIVATE,
  },
  example: '/brief {topic} 30s',
});

/** The ports of `/brief`. */
export interface BriefPorts {
  readonly library: Library;
  readonly retriever: Retriever;
  readonly topics: TopicCatalog;
  readonly conversations: Recall;
}

/** Creates `/brief`. A brief starts its conversation afresh, so that questions may follow. */
export function createBrief({ library, retriever, topics, conversations }: BriefPorts): Command {
  return implement(brief, async (context, { topic: name, length: given, style: chosen, ...limits }) => {
    const { audience, conversation } = context;
    const known = await topics.list(audience);
    if (name === null) return listTopics(replyContext(library, context, 'brief'), known);
    const topic = findTopic(name, known);
    const question = await topicQuestion(retriever, library, { topic, audience });
    const [length, style] = [given ?? '1m', chosen ?? 'points'] as const;
    const { query } = question;
    const narrowing = await parseNarrowing(library, context, limits);
    const request = { topic, query, length, style, shown: [], audience, conversation, narrowing };
    const reply = await composeBriefReply(retriever, library, request);
    const before = withOptions(NEW_CONVERSATION, { narrowing, topic: null, length: given });
    return conversations.remember(context, reply, afterTurn(before, question, reply, style));
  });
}
