import { defineCommand } from '../../src/core/bot/command.ts';
import { requireManager } from '../../src/core/bot/rights.ts';
import { findTopic } from '../../src/core/library/find-topic.ts';
import { listTopics, showTopic } from '../../src/core/library/list-topics.ts';
import { echo } from '../../src/core/text/echo.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { addTopic, editTopic, removeTopic } from './change-topic.ts';

/** `/topics`: the list of topics, one in full, and the workspace's own made, changed and removed. */
export const topics = defineCommand({
  name: 'topics',
  description: 'List the topics, show one, or make your own',
  visibleTo: 'asker',
  light: true,
  options: {
    action: {
      description: 'what to do (list)',
      position: 0,
      choices: ['list', 'show', 'add', 'edit', 'remove'],
    },
    name: { description: 'the topic', position: 1, completes: 'topics' },
    query: { description: 'what it looks for', position: 2, rest: true },
    title: { description: 'its headline' },
  },
  subcommands: {
    list: { description: 'List the topics', options: [] },
    show: { description: 'Show one topic in full', options: ['name'], required: ['name'] },
    add: {
      description: 'Make a topic for everybody here',
      options: ['name', 'query', 'title'],
      required: ['name', 'query'],
    },
    edit: {
      description: 'Change what a topic made here looks for, or its headline',
      options: ['name', 'query', 'title'],
      required: ['name'],
    },
    remove: { description: 'Remove a topic made here', options: ['name'], required: ['name'] },
  },
  example: '/topics show {topic}',
  run(call, { action, name, query, title }) {
    switch (action ?? 'list') {
      case 'list':
        refuse('list', name ?? query ?? title);
        return listTopics(call, 'topics');
      case 'show':
        refuse('show', query ?? title);
        if (name !== null) return showTopic(call, findTopic(name, call.topics));
        throw new UserError('Which topic? Type /topics show and its name.', { code: 'missing-option' });
      case 'add':
        requireManager(call, 'add topics');
        return addTopic(call, { name, query, title });
      case 'edit':
        requireManager(call, 'change topics');
        return editTopic(call, { name, query, title });
      case 'remove':
        requireManager(call, 'remove topics');
        refuse('remove', query ?? title);
        return removeTopic(call, name);
    }
  },
});

/** Words that an action has no use for are not passed over: somebody meant something by them. */
function refuse(action: 'list' | 'show' | 'remove', extra: string | null): void {
  if (extra === null) return;
  const takes = action === 'list' ? 'nothing more' : 'only the name of a topic';
  throw new UserError(`/topics ${action} takes ${takes}. Leave out "${echo(extra)}".`, {
    code: 'invalid-option',
  });
}
