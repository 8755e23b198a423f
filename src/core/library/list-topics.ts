import type { Call } from '../bot/core.ts';
import { emptyReply, type Reply } from '../replies/reply.ts';
import type { Topic } from './topic.ts';

/** The list of topics, as a reply to `command`. */
export function listTopics({ invocation, coverage, topics }: Call, command: string): Reply {
  return {
    ...emptyReply('list', { conversation: invocation.conversation, command, coverage }),
    headline: 'Topics',
    items: topics.map(({ name, title }) => ({ id: name, title, detail: '' })),
    note:
      topics.length > 0
        ? `Type /brief ${topics[0]?.name} for a brief.`
        : 'There are no topics yet; add one to topics.yaml.',
  };
}

/** One topic in full: what it looks for, where, and its aspects. */
export function showTopic({ core, invocation, coverage }: Call, topic: Topic): Reply {
  const { name, title, query, collections, synonyms, aspects } = topic;
  const readable = core.searchFor(invocation.audience, collections).collections;
  const items = [
    { id: 'query', title: '', detail: query },
    { id: 'collections', title: '', detail: readable.join(', ') },
    ...synonyms.map((phrases) => ({ id: 'synonyms', title: '', detail: phrases.join(' = ') })),
    ...aspects.map(({ label, terms }) => ({ id: 'aspect', title: label, detail: terms.join(', ') })),
  ];
  return {
    ...emptyReply('list', { conversation: invocation.conversation, command: 'topics', coverage }),
    topic: name,
    headline: title,
    items,
  };
}
