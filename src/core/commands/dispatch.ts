import { reopenAnswer, shareAnswer } from '../answers/sources-reply.ts';
import type { Asked, Invocation } from '../chat/invocation.ts';
import { control } from '../conversations/control.ts';
import { type Call, type Core, createCall } from '../core.ts';
import { UserError } from '../errors.ts';
import { composeMessage } from '../messages/compose.ts';
import type { Message } from '../messages/message.ts';
import { emptyReply, type Reply } from '../messages/reply.ts';
import { checkOptions, findCommand, readLine } from './parse.ts';

/**
 * Runs one request, after those made before it in its conversation, and composes the reply.
 * What the person can mend becomes a reply of kind `error`.
 */
export function dispatch(core: Core, invocation: Invocation): Promise<Message> {
  return core.inTurn(invocation.conversation, () => reply(core, invocation));
}

async function reply(core: Core, invocation: Invocation): Promise<Message> {
  const call = await createCall(core, invocation);
  try {
    return composeMessage(await run(call, invocation.asked));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return composeMessage(errorReply(call, nameOf(invocation.asked), error));
  }
}

/** The reply that shows a person what to mend. */
export function errorReply(
  { invocation, coverage }: Pick<Call, 'invocation' | 'coverage'>,
  command: string,
  error: UserError,
): Reply {
  const { code, suggestions, message } = error;
  return {
    ...emptyReply('error', { conversation: invocation.conversation, command, coverage }),
    problem: { code, suggestions },
    note: message,
  };
}

async function run(call: Call, asked: Asked): Promise<Reply> {
  switch (asked.kind) {
    case 'line':
      return run(call, readLine(asked.text, call.core.commands));
    case 'control':
      return control(call, asked.word);
    case 'answer':
      return asked.share ? shareAnswer(call, asked.id) : reopenAnswer(call, asked.id);
    case 'command': {
      const command = findCommand(asked.command, call.core.commands);
      return command.run(call, checkOptions(asked.options, command));
    }
  }
}

/** What to call a request that failed: a line may not name any command. */
function nameOf(asked: Asked): string {
  switch (asked.kind) {
    case 'line':
      return /^\/(\S{1,40})/.exec(asked.text.trim())?.[1] ?? 'ask';
    case 'control':
      return asked.word;
    case 'answer':
      return 'sources';
    case 'command':
      return asked.command;
  }
}
