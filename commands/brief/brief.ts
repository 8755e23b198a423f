import { type Command, declare, implement, PRIVATE } from '../../src/core/bot/command.ts';
import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { newSinceLastBrief } from '../../src/core/bot/last-briefed.ts';
import { LENGTH_WORDS } from '../../src/core/bot/length-words.ts';
import {
  isLast,
  NARROWING,
  type NarrowingValues,
  parseNarrowing,
} from '../../src/core/bot/narrowing-options.ts';
import { type NewsPorts, replyWithNews } from '../../src/core/bot/reply-with-news.ts';
import { listTopics } from '../../src/core/bot/topics-reply.ts';
import {
  afterTurn,
  leavesNothing,
  NEW_CONVERSATION,
  withOptions,
} from '../../src/core/conversations/conversation.ts';
import type { Recall } from '../../src/core/conversations/recall.ts';
import type { Library } from '../../src/core/library/library.ts';
import { findTopic } from '../../src/core/library/topics/find-topic.ts';
import type { Topic } from '../../src/core/library/topics/topic.ts';
import type { TopicCatalog } from '../../src/core/library/topics/topic-catalog.ts';
import { composeBriefReply, topicQuestion } from '../../src/core/quoting/brief-reply.ts';
import { BRIEF_STYLES, type BriefStyle } from '../../src/core/quoting/brief-style.ts';
import { BRIEF_LENGTHS, type BriefLength } from '../../src/core/quoting/excerpt-budget.ts';
import type { Retriever } from '../../src/core/quoting/retriever.ts';
import { replyContext } from '../../src/core/replies/compose-reply.ts';
import type { Reply } from '../../src/core/replies/reply.ts';
import { optionHint } from '../../src/core/text/hint.ts';
import { UserError } from '../../src/core/text/user-error.ts';

/** `/brief`: a topic in a few cited excerpts; without a topic, the list of topics. */
export const brief = declare({
  name: 'brief',
  description: 'Get a brief on a topic in cited excerpts',
  visibleTo: 'everyone',
  options: {
    topic: { description: 'the topic; leave it out to list all', position: 0, completes: 'topics' },
    length: {
      description: 'up to 2, 4 or 8 points (1m)',
      position: 1,
      choices: BRIEF_LENGTHS,
      synonyms: LENGTH_WORDS,
    },
    style: { description: 'layout (points)', position: 2, choices: BRIEF_STYLES },
    ...NARROWING,
    since: {
      description: 'published since: 2024-07-10, 7d ago (all); or arrived since the last brief here: last',
    },
    private: PRIVATE,
  },
  example: { topic: '{topic}', length: '30s' },
});

/** The ports of `/brief`. */
export interface BriefPorts extends NewsPorts {
  readonly library: Library;
  readonly retriever: Retriever;
  readonly topics: TopicCatalog;
  readonly conversations: Recall;
}

/** Creates `/brief`. A brief starts its conversation afresh, so that questions may follow. */
export function createBrief(ports: BriefPorts): Command {
  const { library, retriever, topics, conversations, briefings } = ports;
  return implement(
    brief,
    async (context, { topic: name, length: given, style: chosen, private: _, ...limits }) => {
      const { audience, conversation } = context;
      const known = await topics.list(audience);
      if (name === null) return listTopics(replyContext(library, context, 'brief'), known);
      const topic = findTopic(name, known);
      if (isLast(limits.since))
        return briefSinceLast(ports, context, { topic, length: given, style: chosen, limits });
      const question = await topicQuestion(retriever, library, { topic, audience });
      const [length, style] = [given ?? '1m', chosen ?? 'points'] as const;
      const { query } = question;
      const narrowing = await parseNarrowing(library, context, limits);
      const request = { topic, query, length, style, shown: [], audience, conversation, narrowing };
      const reply = await composeBriefReply(retriever, library, request);
      if (narrowing === null)
        await briefings.record(context, topic, reply.kind === 'brief' ? reply.points : []);
      const options = { narrowing, topic: null, length: given, ...(style !== 'points' && { style }) };
      const before = withOptions(NEW_CONVERSATION, leavesNothing(reply) ? null : options);
      return conversations.remember(context, reply, afterTurn(before, question, reply, style));
    },
  );
}

interface SinceLast {
  readonly topic: Topic;
  readonly length: BriefLength | null;
  readonly style: BriefStyle | null;
  readonly limits: NarrowingValues;
}

/** `since:last` asks for what is new here: the same as `/new`. */
async function briefSinceLast(
  ports: NewsPorts,
  context: RequestContext,
  { topic, length, style, limits }: SinceLast,
): Promise<Reply> {
  if (style !== null && style !== 'points')
    throw new UserError(
      `${optionHint({ since: 'last' })} shows what is new as points. Leave out ${optionHint({ style })}.`,
      {
        code: 'invalid-option',
      },
    );
  const narrowing = await parseNarrowing(ports.library, context, { ...limits, since: null });
  const newSince = await newSinceLastBrief(ports, context, { topic, asked: null });
  return replyWithNews(ports, context, { ...newSince, topic, length: length ?? '1m', narrowing });
}
