import { defineCommand, PRIVATE } from '../../src/core/bot/command.ts';
import { findTopic } from '../../src/core/library/find-topic.ts';
import { listTopics } from '../../src/core/library/list-topics.ts';
import { replyWithBrief } from '../../src/core/quoting/brief-reply.ts';
import { BRIEF_STYLES } from '../../src/core/quoting/brief-style.ts';

/** `/brief`: a topic in a few cited excerpts; without a topic, the list of topics. */
export const brief = defineCommand({
  name: 'brief',
  description: 'Brief me on a topic, in cited excerpts',
  visibleTo: 'everybody',
  options: {
    topic: { description: 'the topic; none lists them', position: 0, completes: 'topics' },
    length: { description: 'how long: 2, 4 or 8 points (1m)', position: 1, choices: ['30s', '1m', '3m'] },
    style: { description: 'points, or a timeline (points)', position: 2, choices: BRIEF_STYLES },
    private: PRIVATE,
  },
  example: '/brief {topic} 30s',
  run: (call, { topic, length, style }) =>
    topic === null
      ? listTopics(call, 'brief')
      : replyWithBrief(call, {
          topic: findTopic(topic, call.topics),
          length: length ?? '1m',
          style: style ?? 'points',
        }),
});
