import { control } from '../../../commands/more/control.ts';
import { reopenAnswer, shareAnswer } from '../../../commands/sources/sources-reply.ts';
import { composeMessage } from '../replies/compose-message.ts';
import type { Message } from '../replies/message.ts';
import { emptyReply, type Reply } from '../replies/reply.ts';
import { UserError } from '../text/user-error.ts';
import { type Call, type Core, createCall } from './core.ts';
import type { ChatRequest, Invocation } from './invocation.ts';
import { checkOptions, findCommand, parseLine } from './parse.ts';

/**
 * Runs one request, after those made before it in its conversation, and composes the reply.
 * What the person can mend becomes a reply of kind `error`.
 */
export function dispatch(core: Core, invocation: Invocation): Promise<Message> {
  return core.queue(invocation.conversation, () => reply(core, invocation));
}

async function reply(core: Core, invocation: Invocation): Promise<Message> {
  const call = await createCall(core, invocation);
  try {
    return composeMessage(await run(call, invocation.request));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return composeMessage(errorReply(call, nameOf(invocation.request), error));
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

async function run(call: Call, request: ChatRequest): Promise<Reply> {
  switch (request.kind) {
    case 'line':
      return run(call, parseLine(request.text, call.core.commands));
    case 'control':
      return control(call, request.word);
    case 'answer':
      return request.share ? shareAnswer(call, request.id) : reopenAnswer(call, request.id);
    case 'command': {
      const command = findCommand(request.command, call.core.commands);
      return command.run(call, checkOptions(request.options, command));
    }
  }
}

/** What to call a request that failed: a line may not name any command. */
function nameOf(request: ChatRequest): string {
  switch (request.kind) {
    case 'line':
      return /^\/(\S{1,40})/.exec(request.text.trim())?.[1] ?? 'ask';
    case 'control':
      return request.word;
    case 'answer':
      return 'sources';
    case 'command':
      return request.command;
  }
}
