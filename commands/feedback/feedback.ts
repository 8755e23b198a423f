import { defineCommand } from '../../src/core/bot/command.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { listFeedback, takeFeedback } from './feedback-reply.ts';

/** `/feedback`: what somebody thinks of the newest answer, or of Dossier; for managers without words, the list. */
export const feedback = defineCommand({
  name: 'feedback',
  description: 'Say what you think of an answer',
  visibleTo: 'asker',
  light: true,
  options: {
    text: { description: 'in your own words', position: 0, rest: true },
    rating: { description: 'good or bad', choices: ['up', 'down'] },
    reason: {
      description: 'what is wrong',
      choices: ['wrong passage', 'outdated', 'missing source', 'too long'],
    },
    answer: { description: 'the answer’s id (the newest here)', completes: 'answers' },
  },
  example: '/feedback reason:outdated the office was never opened',
  run(call, { text, rating, reason, answer }) {
    if (text !== null || rating !== null || reason !== null)
      return takeFeedback(call, { text, rating, reason, answer });
    if (call.invocation.manager && answer === null) return listFeedback(call);
    throw new UserError(
      'Say what you think, for example: /feedback reason:outdated there is a newer report',
      {
        code: 'missing-option',
      },
    );
  },
});
