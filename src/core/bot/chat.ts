import { adopt } from '../conversations/recall.ts';
import { answerId } from '../quoting/answer-id.ts';
import { composeMessage } from '../replies/compose-message.ts';
import type { Message } from '../replies/message.ts';
import { UserError } from '../text/user-error.ts';
import type { Chat } from './chat-adapter.ts';
import { completeLine, suggestValues } from './complete.ts';
import { type Core, coverageOf, createCall } from './core.ts';
import { dispatch, errorReply } from './dispatch.ts';
import type { Invocation } from './invocation.ts';
import { formatRefused, type RateLimits } from './rate-limits.ts';

/** A core as adapters use it: no request ends without a message, whatever happens. Without limits nobody has to wait. */
export function createChat(core: Core, limits: RateLimits | null = null): Chat {
  return {
    async handle(invocation) {
      const refused = isLight(core, invocation)
        ? null
        : (limits?.take(invocation.audience, core.now()) ?? null);
      if (refused)
        return errorMessage(core, invocation, { code: 'too-many-requests', note: formatRefused(refused) });
      return dispatch(core, invocation).catch((cause) => defectMessage(core, invocation, cause));
    },
    async complete(invocation) {
      const { request } = invocation;
      return request.kind === 'line' ? completeLine(await createCall(core, invocation), request.text) : [];
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
function isLight({ commands }: Core, { request }: Invocation): boolean {
  if (request.kind === 'answer') return true;
  const named = request.kind === 'line' ? /^\/(\S+)/.exec(request.text)?.[1] : null;
  const command = request.kind === 'command' ? request.command : named;
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
  const coverage = coverageOf(core.searchFor(invocation.audience));
  const command = invocation.request.kind === 'command' ? invocation.request.command : 'chat';
  return composeMessage(errorReply({ invocation, coverage }, command, new UserError(note, { code })));
}
