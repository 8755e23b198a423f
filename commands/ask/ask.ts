import { type Command, declare, implement, type OptionValues, PRIVATE } from '../../src/core/bot/command.ts';
import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { LENGTH_WORDS } from '../../src/core/bot/length-words.ts';
import { NARROWING, parseNarrowing } from '../../src/core/bot/narrowing-options.ts';
import { checkOptions } from '../../src/core/bot/parse-options.ts';
import { takeTyped } from '../../src/core/bot/typed-options.ts';
import {
  afterTurn,
  type Conversation,
  type KeptOptions,
  leavesNothing,
  withOptions,
} from '../../src/core/conversations/conversation.ts';
import { parseQuestion } from '../../src/core/conversations/follow-up.ts';
import type { Recall } from '../../src/core/conversations/recall.ts';
import type { Library } from '../../src/core/library/library.ts';
import { findTopic, topicNamed } from '../../src/core/library/topics/find-topic.ts';
import type { Topic } from '../../src/core/library/topics/topic.ts';
import type { TopicCatalog } from '../../src/core/library/topics/topic-catalog.ts';
import { checkQuestion, composeAnswerReply } from '../../src/core/quoting/answer-reply.ts';
import { ANSWER_LENGTHS } from '../../src/core/quoting/excerpt-budget.ts';
import type { Retriever } from '../../src/core/quoting/retriever.ts';
import type { Reply } from '../../src/core/replies/reply.ts';
import { narrowLast } from './narrow-last.ts';

/** `/ask`: a question, answered with excerpts or honestly not at all. */
export const ask = declare({
  name: 'ask',
  description: 'Ask the documents a question',
  visibleTo: 'everyone',
  options: {
    question: { description: 'the question', position: 0, rest: true, required: true },
    topic: { description: 'search only this topic’s collections', completes: 'topics' },
    ...NARROWING,
    length: {
      description: 'up to 2, 4 or 8 points, or all that is relevant, page by page (1m)',
      choices: ANSWER_LENGTHS,
      synonyms: LENGTH_WORDS,
    },
    private: PRIVATE,
  },
  example: { question: 'What is said about {title}?' },
});

/** The ports of `/ask`. */
export interface AskPorts {
  readonly library: Library;
  readonly retriever: Retriever;
  readonly topics: TopicCatalog;
  readonly conversations: Recall;
}

type GivenOptions = OptionValues<(typeof ask)['options']>;

/** Creates `/ask`. A command states its options itself, and so does a line of text that has any; another keeps those of what it follows. */
export function createAsk(ports: AskPorts): Command {
  const { library, topics, conversations } = ports;
  return implement(ask, async (context, given) => {
    const known = await topics.list(context.audience);
    const line = given.question ?? '';
    const place = { library, topics: known };
    const typed = context.follows ? await takeTyped(place, context, { line, command: ask }) : null;
    const conversation = await conversations.recall(context);
    const read = (options: Readonly<Record<string, string>>) =>
      readOptions(library, context, { given: checkOptions(options, ask), known });
    const narrowing = { line, typed, conversation, at: context.at };
    const again = context.follows ? await narrowLast(read, narrowing) : null;
    if (again)
      return replyToQuestion(ports, context, {
        ...again,
        known,
        conversation: withOptions(again.conversation, again.options),
      });
    const own = typed ? checkOptions(typed.options, ask) : context.follows ? null : given;
    const stated = own && (await readOptions(library, context, { given: own, known }));
    const text = checkQuestion(typed?.text ?? line, known);
    const options = stated ?? { ...NO_OPTIONS, ...conversation.options, length: null };
    return replyToQuestion(ports, context, { text, known, conversation: withOptions(conversation, options) });
  });
}

const NO_OPTIONS: KeptOptions = { narrowing: null, topic: null, length: null };

async function readOptions(
  library: Library,
  context: RequestContext,
  { given, known }: { readonly given: GivenOptions; readonly known: readonly Topic[] },
): Promise<KeptOptions> {
  const topic = given.topic === null ? null : findTopic(given.topic, known).name;
  return { narrowing: await parseNarrowing(library, context, given), topic, length: given.length };
}

interface AskedQuestion {
  readonly text: string;
  readonly known: readonly Topic[];
  /** With the options of this question. */
  readonly conversation: Conversation;
}

/** Answers a question in its conversation, within a topic if one is given. */
async function replyToQuestion(
  { library, retriever, conversations }: AskPorts,
  context: RequestContext,
  { text, known, conversation }: AskedQuestion,
): Promise<Reply> {
  const { audience } = context;
  const { narrowing, topic: name, length } = conversation.options ?? NO_OPTIONS;
  const topic = (name === null ? undefined : topicNamed(name, known)) ?? null;
  const scope = library.scopeFor(audience, topic?.collections ?? null);
  const synonyms = topic?.synonyms ?? [];
  const question = await parseQuestion(retriever, { text, conversation, scope, synonyms, at: context.at });
  const { turns, shown } = conversation;
  const reply = await composeAnswerReply(retriever, library, {
    ...{ question, topic, turns, shown, onlyNew: false },
    ...{ audience, conversation: context.conversation, narrowing, length: length ?? '1m' },
  });
  const kept = leavesNothing(reply) ? withOptions(conversation, null) : conversation;
  return conversations.remember(context, reply, afterTurn(kept, question, reply));
}
