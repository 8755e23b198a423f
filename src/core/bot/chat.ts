import { addresseeOf } from '../conversations/addressee.ts';
import type { AnswerArchive } from '../conversations/answer-archive.ts';
import type { Recall } from '../conversations/recall.ts';
import type { Library } from '../library/library.ts';
import type { TopicCatalog } from '../library/topics/topic-catalog.ts';
import { answerId } from '../quoting/answer-id.ts';
import { mayHold } from '../quoting/may-hold.ts';
import type { Retriever } from '../quoting/retriever.ts';
import { composeMessage } from '../replies/compose-message.ts';
import { composeError, replyContext } from '../replies/compose-reply.ts';
import type { Message } from '../replies/message.ts';
import { UserError } from '../text/user-error.ts';
import type { Chat } from './chat-adapter.ts';
import type { CommandDeclaration } from './command.ts';
import { createCompletion } from './complete.ts';
import { createConfirmInWords } from './confirm-in-words.ts';
import type { Dispatch } from './dispatch.ts';
import type { EventStore } from './event-store.ts';
import type { Invocation, RequestContext } from './invocation.ts';
import { isCommandLine, nameOf } from './parse.ts';
import { formatRefused, type RateLimits } from './rate-limits.ts';
import type { Upkeep } from './upkeep.ts';

/** The ports of a chat. */
export interface ChatPorts {
  readonly dispatch: Dispatch;
  readonly commands: readonly CommandDeclaration[];
  /** Null if nobody has to wait. */
  readonly limits: RateLimits | null;
  readonly events: EventStore;
  readonly upkeep: Pick<Upkeep, 'leave'>;
  readonly recall: Pick<Recall, 'adopt' | 'recall' | 'wake' | 'isSilent'>;
  readonly topics: Pick<TopicCatalog, 'list'>;
  readonly library: Pick<Library, 'scopeFor' | 'complete' | 'names'>;
  readonly retriever: Pick<Retriever, 'parse' | 'statistics'>;
  readonly answers: Pick<AnswerArchive, 'own'>;
  now(): Date;
  report(error: Error): void;
}

/** Creates the chat that adapters talk to: every request ends with a message, whatever happens. */
export function createChat(ports: ChatPorts): Chat {
  const { dispatch, commands, limits, events, upkeep, recall, now, report } = ports;
  const completion = createCompletion(ports);
  const inWords = createConfirmInWords(now);
  const contextOf = ({ request: _, ...context }: Invocation): RequestContext => ({ ...context, at: now() });
  return {
    async handle(invocation) {
      const refused = isLight(invocation, commands) ? null : limits?.take(invocation.audience, now());
      if (refused) return errorMessage(ports, invocation, 'too-many-requests', formatRefused(refused));
      const meant = inWords.meant(invocation);
      const message = await dispatch(meant).catch((cause) => defectMessage(ports, meant, cause));
      inWords.asked(invocation, message.reply);
      return message;
    },
    async heeds(invocation, said) {
      const { request } = invocation;
      const context = contextOf(invocation);
      if (said === 'a-thread' && !(await recall.recall(context)).begun) return false;
      if (said === 'dossier') await recall.wake(context).catch(report);
      if (said === 'dossier' || request.kind !== 'line' || isCommandLine(request.text)) return true;
      if (inWords.isMeant(invocation)) return true;
      return (await isForDossier(ports, context, request.text)) && !(await recall.isSilent(context));
    },
    async complete(invocation) {
      const { request } = invocation;
      return request.kind === 'line' ? completion.completeLine(contextOf(invocation), request.text) : [];
    },
    suggest: (invocation, typed) => completion.suggestValues(contextOf(invocation), typed),
    adopt: (invocation) => recall.adopt(contextOf(invocation)),
    async claim(workspace, event) {
      try {
        return await events.claim(workspace, event, now());
      } catch (cause) {
        report(
          new Error('Could not record an event; if it is delivered again, it is answered again.', { cause }),
        );
        return true;
      }
    },
    leave: (workspace) => upkeep.leave(workspace),
  };
}

/** Whether a line is for Dossier that says nothing of whom it is for. If the documents can't be asked, it is. */
async function isForDossier(
  { library, retriever, report }: ChatPorts,
  { audience }: RequestContext,
  line: string,
): Promise<boolean> {
  const addressee = addresseeOf(line);
  if (addressee !== 'dossier-if-known') return addressee === 'dossier';
  try {
    return await mayHold(retriever, line, library.scopeFor(audience));
  } catch (cause) {
    report(new Error('Could not look whether the documents have a subject.', { cause }));
    return true;
  }
}

/** Whether a request counts towards no limit: reading an answer again, or a command that costs next to nothing. */
function isLight({ request }: Invocation, commands: readonly CommandDeclaration[]): boolean {
  const asked = nameOf(request);
  const mayHide = request.kind === 'command';
  return commands.some(({ name, light, hidden }) => light && name === asked && (mayHide || !hidden));
}

/** Reports a defect to the operator; the chat gets a sentence with the number under which it was reported. */
function defectMessage(ports: ChatPorts, invocation: Invocation, cause: unknown): Message {
  const problem = cause instanceof Error ? cause.message : String(cause);
  const number = answerId([problem, ports.now()]).slice(0, 6);
  ports.report(new Error(`Error ${number}: ${problem}`, { cause }));
  const note = `Dossier hit an internal error. Give your administrator error code ${number}.`;
  return errorMessage(ports, invocation, 'defect', note);
}

function errorMessage(ports: ChatPorts, invocation: Invocation, code: string, note: string): Message {
  const command = invocation.request.kind === 'command' ? invocation.request.command : 'chat';
  const context = replyContext(ports.library, invocation, command);
  return composeMessage(composeError(context, new UserError(note, { code })));
}
