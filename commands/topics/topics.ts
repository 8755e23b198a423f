import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { requireManager } from '../../src/core/bot/rights.ts';
import { listTopics } from '../../src/core/bot/topics-reply.ts';
import { findTopic } from '../../src/core/library/topics/find-topic.ts';
import { composeList, replyContext, toItem } from '../../src/core/replies/compose-reply.ts';
import type { ListReply } from '../../src/core/replies/reply.ts';
import { echo } from '../../src/core/text/echo.ts';
import { hint } from '../../src/core/text/hint.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { addTopic, editTopic, removeTopic, type TopicsPorts } from './change-topic.ts';
import { type TryPorts, tryTopic } from './try-topic.ts';

/** `/topics`: the list of topics, one in full, a query tried, and the workspace's own added, edited and removed. */
export const topics = declare({
  name: 'topics',
  description: 'List the topics, show one, or add your own',
  visibleTo: 'asker',
  light: true,
  options: {
    action: {
      description: 'what to do (list)',
      position: 0,
      choices: ['list', 'show', 'try', 'add', 'edit', 'remove'],
    },
    name: { description: 'the topic', position: 1, completes: 'topics' },
    query: { description: 'words to search for', position: 2, rest: true },
    title: { description: 'headline of its brief' },
  },
  subcommands: {
    list: { description: 'List the topics', options: [] },
    show: { description: 'Show a topic’s details', options: ['name'], required: ['name'] },
    try: {
      description: 'Show what a query would bring',
      options: ['query'],
      required: ['query'],
    },
    add: {
      description: 'Add a topic for everyone here',
      options: ['name', 'query', 'title'],
      required: ['name', 'query'],
    },
    edit: {
      description: 'Change the query or title of a topic added here',
      options: ['name', 'query', 'title'],
      required: ['name'],
    },
    remove: { description: 'Remove a topic added here', options: ['name'], required: ['name'] },
  },
  example: { action: 'show', name: '{topic}' },
});

/** Creates `/topics`. */
export function createTopics(ports: TopicsPorts & TryPorts): Command {
  return implement(topics, async (context, { action, name, query, title }) => {
    switch (action ?? 'list') {
      case 'list':
        refuseExtra('list', name ?? query ?? title);
        return listTopics(
          replyContext(ports.library, context, 'topics'),
          await ports.topics.list(context.audience),
        );
      case 'show':
        refuseExtra('show', title);
        if (name === null)
          throw new UserError(`Which topic? Type ${hint('topics', { action: 'show' })} and a topic name.`, {
            code: 'missing-option',
          });
        return showTopic(ports, context, wholeName(name, query));
      case 'try':
        requireManager(context, 'try queries');
        refuseExtra('try', title);
        return tryTopic(ports, context, neededQuery([name, query]));
      case 'add':
        requireManager(context, 'add topics');
        return addTopic(ports, context, { name, query, title });
      case 'edit':
        requireManager(context, 'change topics');
        return editTopic(ports, context, { name, query, title });
      case 'remove':
        requireManager(context, 'remove topics');
        refuseExtra('remove', title);
        return removeTopic(ports, context, wholeName(name, query));
    }
  });
}

/** What is tried: all words after the action. */
function neededQuery(words: readonly (string | null)[]): string {
  const query = words.filter((word) => word !== null).join(' ');
  if (query !== '') return query;
  const example = hint('topics', { action: 'try', query: 'ferry fares island' });
  throw new UserError(`Give a query, for example: ${example}`, { code: 'missing-option' });
}

/** A name typed as several words: after it, these actions take nothing. */
function wholeName<Name extends string | null>(name: Name, query: string | null): Name | string {
  return name === null || query === null ? name : `${name} ${query}`;
}

/** Shows one topic in full: its query, its synonyms and aspects, and its collections that the audience may read. */
async function showTopic(ports: TopicsPorts, context: RequestContext, wanted: string): Promise<ListReply> {
  const { audience } = context;
  const topic = findTopic(wanted, await ports.topics.list(audience));
  const { name, title, query, synonyms, aspects } = topic;
  const { collections } = ports.library.scopeFor(audience, topic.collections);
  const items = [
    toItem('query', query),
    toItem('made', ports.topics.isOfCorpus(topic) ? 'in topics.yaml, where it is changed' : 'here'),
    toItem('collections', collections.join(', ')),
    ...synonyms.map((phrases) => toItem('synonyms', phrases.join(' = '))),
    ...aspects.map(({ label, terms }) => ({ id: 'aspect', title: label, detail: terms.join(', ') })),
  ];
  return composeList(replyContext(ports.library, context, 'topics'), { topic: name, headline: title, items });
}

const TAKES = {
  ...{ list: 'no options', show: 'only a topic name', remove: 'only a topic name', try: 'only a query' },
} as const;

/** Refuses words that an action has no use for: they were meant for something. */
function refuseExtra(action: keyof typeof TAKES, extra: string | null): void {
  if (extra === null) return;
  const takes = TAKES[action];
  throw new UserError(`${hint('topics', { action })} takes ${takes}. Leave out "${echo(extra)}".`, {
    code: 'invalid-option',
  });
}
