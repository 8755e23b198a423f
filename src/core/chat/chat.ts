import { answerId } from '../answers/answer-id.ts';
import { completeLine, suggestValues } from '../commands/complete.ts';
import { dispatch, errorReply } from '../commands/dispatch.ts';
import { adopt } from '../conversations/recall.ts';
import { type Core, coverageOf, createCall } from '../core.ts';
import { UserError } from '../errors.ts';
import { composeMessage } from '../messages/compose.ts';
import type { Message } from '../messages/message.ts';
import type { Chat } from './adapter.ts';
import type { Invocation } from './invocation.ts';
import { type RateLimits, sayRefused } from './rate-limits.ts';

/** A core as adapters use it: no request ends without a message, whatever happens. Without limits nobody has to wait. */
export function createChat(core: Core, limits: RateLimits | null = null): Chat {
  return {
    async handle(invocation) {
      const refused = isLight(core, invocation)
        ? null
        : (limits?.take(invocation.reader, core.now()) ?? null);
      if (refused)
        return errorMessage(core, invocation, { code: 'too-many-requests', note: sayRefused(refused) });
      return dispatch(core, invocation).catch((cause) => defectMessage(core, invocation, cause));
    },
    async complete(invocation) {
      const { asked } = invocation;
      return asked.kind === 'line' ? completeLine(await createCall(core, invocation), asked.text) : [];
    },
    suggest: async (invocation, typed) => suggestValues(await createCall(core, invocation), typed),
    adopt: async (invocation) => adopt(await createCall(core, invocation)),
    async claim(workspace, event) {
      try {
        return await core.store.events.claim(workspace, event, core.now());
      } catch (cause) {
        core.report(
          new Error('An event could not be noted; if it comes again it is answered again.', { cause }),
        );
        return true;
      }
    },
    leave: (workspace) => core.store.upkeep.leave(workspace),
  };
}

/** What was answered before is shown again as often as one likes, and so is what costs next to nothing. */
function isLight({ commands }: Core, { asked }: Invocation): boolean {
  if (asked.kind === 'answer') return true;
  const named = asked.kind === 'line' ? /^\/(\S+)/.exec(asked.text)?.[1] : null;
  const command = asked.kind === 'command' ? asked.command : named;
  return commands.some(({ name, light }) => light && name === command);
}

/** What went wrong goes to the operator; the chat gets a sentence and the number under which it was told. */
function defectMessage(core: Core, invocation: Invocation, cause: unknown): Message {
  const what = cause instanceof Error ? cause.message : String(cause);
  const number = answerId([what, core.now()]).slice(0, 6);
  core.report(new Error(`Error ${number}: ${what}`, { cause }));
  const note = `Something went wrong in Dossier itself. Whoever runs it finds more under the error ${number}.`;
  return errorMessage(core, invocation, { code: 'defect', note });
}

function errorMessage(
  core: Core,
  invocation: Invocation,
  { code, note }: { code: string; note: string },
): Message {
  const coverage = coverageOf(core.searchFor(invocation.reader));
  const command = invocation.asked.kind === 'command' ? invocation.asked.command : 'chat';
  return composeMessage(errorReply({ invocation, coverage }, command, new UserError(note, { code })));
}
