import { defineCommand } from '../src/core/commands/command.ts';
import { requireManager } from '../src/core/commands/rights.ts';
import { UserError } from '../src/core/errors.ts';
import { addTopic, editTopic, removeTopic } from '../src/core/topics/change-topic.ts';
import { findTopic } from '../src/core/topics/find-topic.ts';
import { listTopics, showTopic } from '../src/core/topics/list-topics.ts';

/** `/topics`: the list of topics, one in full, and the workspace's own made, changed and removed. */
export const topics = defineCommand({
  name: 'topics',
  description: 'List the topics, show one, or make your own',
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
  example: '/topics show {topic}',
  run(call, { action, name, query, title }) {
    switch (action ?? 'list') {
      case 'list':
        return listTopics(call, 'topics');
      case 'show':
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
        return removeTopic(call, name);
    }
  },
});
