import { answerId } from '../answers/answer-id.ts';
import { completeLine } from '../commands/complete.ts';
import { dispatch, errorReply } from '../commands/dispatch.ts';
import { type Core, coverageOf, createCall } from '../core.ts';
import { UserError } from '../errors.ts';
import { composeMessage } from '../messages/compose.ts';
import type { Message } from '../messages/message.ts';
import type { Chat } from './adapter.ts';
import type { Invocation } from './invocation.ts';

/** A core as adapters use it: no request ends without a message, whatever happens. */
export function createChat(core: Core): Chat {
  return {
    handle: (invocation) =>
      dispatch(core, invocation).catch((cause) => defectMessage(core, invocation, cause)),
    async complete(invocation) {
      const { asked } = invocation;
      return asked.kind === 'line' ? completeLine(await createCall(core, invocation), asked.text) : [];
    },
  };
}

/** What went wrong goes to the operator; the chat gets a sentence and the number under which it was told. */
function defectMessage(core: Core, invocation: Invocation, cause: unknown): Message {
  const what = cause instanceof Error ? cause.message : String(cause);
  const number = answerId([what, core.now()]).slice(0, 6);
  core.report(new Error(`Error ${number}: ${what}`, { cause }));
  const coverage = coverageOf(core.searchFor(invocation.reader));
  const sentence = `Something went wrong in Dossier itself. Whoever runs it finds more under the error ${number}.`;
  const error = new UserError(sentence, { code: 'defect' });
  return composeMessage(errorReply({ invocation, coverage }, 'chat', error));
}
