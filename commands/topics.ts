import { defineCommand } from '../src/core/commands/command.ts';
import { UserError } from '../src/core/errors.ts';
import { findTopic } from '../src/core/topics/find-topic.ts';
import { listTopics, showTopic } from '../src/core/topics/list-topics.ts';

/** `/topics`: the list of topics, or one in full. */
export const topics = defineCommand({
  name: 'topics',
  description: 'List the topics, or show one',
  options: {
    action: { description: 'list or show (list)', position: 0, choices: ['list', 'show'] },
    name: { description: 'the topic to show', position: 1, completes: 'topics' },
  },
  example: '/topics show {topic}',
  run(call, { action, name }) {
    if (action !== 'show') return listTopics(call, 'topics');
    if (name === null)
      throw new UserError('Which topic? Type /topics show and its name.', { code: 'missing-option' });
    return showTopic(call, findTopic(name, call.core.topicsFor(call.invocation)));
  },
});
