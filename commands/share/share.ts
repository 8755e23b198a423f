import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import { type AnswerArchive, requireAnswer } from '../../src/core/conversations/answer-archive.ts';

/** The button that shows everyone here an answer that only one person saw. */
export const share = declare({
  name: 'share',
  description: 'Show an answer to everyone here',
  visibleTo: 'asker',
  hidden: true,
  light: true,
  options: { answer: { description: 'the answer’s id', required: true } },
  example: {},
});

/** Creates the button that shares an answer: it becomes an answer of this place. */
export function createShare({ answers }: { readonly answers: AnswerArchive }): Command {
  return implement(share, async (context, { answer: id }) => {
    const answer = await requireAnswer(answers, context, id);
    const reply = await answers.open(context, answer);
    if (reply.kind !== 'note') await answers.share(context, answer);
    return reply;
  });
}
