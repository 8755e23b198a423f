import type { Library } from '../library/library.ts';
import { composeError, replyContext } from '../replies/compose-reply.ts';
import type { Message } from '../replies/message.ts';
import type { Reply } from '../replies/reply.ts';
import { createKeyedQueue } from '../text/queue.ts';
import { UserError } from '../text/user-error.ts';
import type { Command } from './command.ts';
import type { Invocation } from './invocation.ts';
import { commandOf, findCommand, isCommandLine, nameOf } from './parse.ts';
import { checkOptions } from './parse-options.ts';
import type { ComposeFor } from './spelling.ts';

/** Runs a request after the earlier ones of its conversation, unless its command stands apart from that. A UserError becomes an error reply; a defect is thrown. */
export type Dispatch = (invocation: Invocation) => Promise<Message>;

/** The ports of a dispatch. */
export interface DispatchPorts {
  readonly commands: readonly Command[];
  readonly library: Pick<Library, 'scopeFor'>;
  readonly composeFor: ComposeFor;
  now(): Date;
}

/** Creates the dispatch of requests to commands. */
export function createDispatch(ports: DispatchPorts): Dispatch {
  const queue = createKeyedQueue();
  return (invocation) => {
    const answer = async () => ports.composeFor(invocation.audience, await replyTo(invocation, ports));
    return isApart(invocation, ports) ? answer() : queue(invocation.conversation, answer);
  };
}

function isApart({ request }: Invocation, { commands }: DispatchPorts): boolean {
  const asked = nameOf(request);
  return commands.some(({ name, apart }) => apart && name === asked);
}

async function replyTo(invocation: Invocation, ports: DispatchPorts): Promise<Reply> {
  try {
    return await run(invocation, ports);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return composeError(replyContext(ports.library, invocation, nameOf(invocation.request)), error);
  }
}

async function run(
  { request, readOptions, ...asked }: Invocation,
  { commands, now }: DispatchPorts,
): Promise<Reply> {
  const { command: name, options } = commandOf(request, commands);
  const command = findCommand(name, commands);
  const follows = request.kind === 'line' ? !isCommandLine(request.text) : asked.replyTo !== undefined;
  const context = { ...asked, at: now(), ...(follows && ({ follows } as const)) };
  return command.run(context, checkOptions({ ...options, ...(await readOptions?.()) }, command));
}
