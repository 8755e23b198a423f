import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import { type AnswerArchive, requireAnswer } from '../../src/core/conversations/answer-archive.ts';

/** The button that shows an answer again: another page of it, or all of it in another place. */
export const open = declare({
  name: 'open',
  description: 'Show an answer again',
  visibleTo: 'asker',
  hidden: true,
  light: true,
  options: { answer: { description: 'the answer’s id', required: true } },
  example: {},
});

/** Creates the button that shows an answer again, without anything that is gone or not for this audience. */
export function createOpen({ answers }: { readonly answers: AnswerArchive }): Command {
  return implement(open, async (context, { answer }) =>
    answers.open(context, await requireAnswer(answers, context, answer)),
  );
}
