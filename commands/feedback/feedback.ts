import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import { hint } from '../../src/core/text/hint.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { addFeedback, type FeedbackPorts, listFeedback } from './feedback-reply.ts';

/** `/feedback`: an opinion of the latest answer, or of Dossier; for managers who type no words, or “list”, the list. */
export const feedback = declare({
  name: 'feedback',
  description: 'Give feedback on an answer',
  visibleTo: 'asker',
  light: true,
  options: {
    text: { description: 'your comment', position: 0, rest: true },
    rating: { description: 'good or bad', choices: ['up', 'down'] },
    reason: {
      description: 'what is wrong',
      choices: ['wrong passage', 'outdated', 'missing source', 'too long'],
    },
    answer: { description: 'answer id (the latest here)', completes: 'answers' },
  },
  example: { reason: 'outdated', text: 'the figure is from last year' },
});

/** Creates `/feedback`. */
export function createFeedback(ports: FeedbackPorts): Command {
  return implement(feedback, (context, { text, rating, reason, answer }) => {
    const others = [rating, reason, answer].some((given) => given !== null);
    if (context.manager && !others && (text === null || text.toLowerCase() === 'list'))
      return listFeedback(ports, context);
    if (text !== null || rating !== null || reason !== null)
      return addFeedback(ports, context, { text, rating, reason, answer });
    const example = hint('feedback', { reason: 'outdated', text: 'there is a newer report' });
    throw new UserError(`Add a comment, for example: ${example}`, { code: 'missing-option' });
  });
}
