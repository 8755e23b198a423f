import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import type { Recall } from '../../src/core/conversations/recall.ts';
import type { Library } from '../../src/core/library/library.ts';
import { composeNote, replyContext } from '../../src/core/replies/compose-reply.ts';

/** The word `new`: a fresh start of the conversation. */
export const forgetting = declare({
  name: 'forget',
  description: 'Start a new conversation',
  visibleTo: 'asker',
  hidden: true,
  word: 'new',
  options: {},
  example: {},
});

/** The ports of the word `new`. */
export interface ForgetPorts {
  readonly library: Pick<Library, 'scopeFor'>;
  readonly conversations: Pick<Recall, 'forget'>;
}

/** Creates the word `new`. */
export function createForget({ library, conversations }: ForgetPorts): Command {
  return implement(forgetting, async (context) => {
    await conversations.forget(context);
    const note = 'Starting over. The earlier conversation is forgotten.';
    return composeNote(replyContext(library, context, 'new'), note);
  });
}
