import { defineCommand, PRIVATE } from '../../src/core/bot/command.ts';
import { findTopic } from '../../src/core/library/find-topic.ts';
import { replyToQuestion } from '../../src/core/quoting/answer-reply.ts';

/** `/ask`: a question, answered with excerpts or honestly not at all. */
export const ask = defineCommand({
  name: 'ask',
  description: 'Ask the documents a question',
  visibleTo: 'everybody',
  options: {
    question: { description: 'the question, in your own words', position: 0, rest: true, required: true },
    topic: { description: 'look only in the collections of this topic', completes: 'topics' },
    private: PRIVATE,
  },
  example: '/ask What does France think?',
  run: (call, { question, topic }) =>
    replyToQuestion(call, question ?? '', topic === null ? null : findTopic(topic, call.topics)),
});
