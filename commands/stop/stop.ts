import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import type { Recall } from '../../src/core/conversations/recall.ts';
import type { Library } from '../../src/core/library/library.ts';
import { composeNote, replyContext } from '../../src/core/replies/compose-reply.ts';

/** The word `stop`: Dossier leaves a thread to those who talk in it. */
export const stop = declare({
  name: 'stop',
  description: 'Keep quiet in this thread until mentioned',
  visibleTo: 'everyone',
  hidden: true,
  light: true,
  word: 'stop',
  options: {},
  example: {},
});

/** The ports of the word `stop`. */
export interface StopPorts {
  readonly library: Pick<Library, 'scopeFor'>;
  readonly conversations: Pick<Recall, 'silence'>;
}

/** Creates the word `stop`. */
export function createStop({ library, conversations }: StopPorts): Command {
  return implement(stop, async (context) => {
    await conversations.silence(context);
    const { local, private: isAlone } = context.audience;
    const note = local || isAlone ? ALONE : QUIET;
    return composeNote(replyContext(library, context, 'stop'), note);
  });
}

const QUIET = 'Dossier says nothing more in this thread until it is mentioned.';
const ALONE = 'Nothing is said here unless you ask.';
