import { openRequest } from '../../core/bot/action-request.ts';
import type { ActionScope, ActionSigner } from '../../core/bot/action-signer.ts';
import type { ButtonAction } from '../../core/bot/button-action.ts';
import type { Chat } from '../../core/bot/chat-adapter.ts';
import type { CommandDeclaration } from '../../core/bot/command.ts';
import type { AnswerRequest } from '../../core/bot/interaction/answer-request.ts';
import { BUTTON_INVALID, DEFECT } from '../../core/bot/interaction/notices.ts';
import { performAction } from '../../core/bot/interaction/perform-action.ts';
import { followUp } from '../../core/bot/interaction/question-form.ts';
import {
  type RatingAction,
  rateAnswer,
  ratingReasons,
  reasonsFor,
} from '../../core/bot/interaction/rate-answer.ts';
import type { Invocation } from '../../core/bot/invocation.ts';
import type { Message } from '../../core/replies/message.ts';
import { fileOf } from '../../core/replies/reply.ts';
import { clip } from '../../core/text/clip.ts';
import { displayable } from '../../core/text/displayable.ts';
import { isBlank } from '../../core/text/is-blank.ts';
import { LIMITS } from './limits.ts';
import { html, type Markup } from './markup.ts';
import { PERSON, PLATFORM, WORKSPACE } from './place.ts';
import type { Replies } from './replies.ts';
import type { Turn } from './sessions.ts';

/** What answering needs. */
export interface AnsweringContext {
  readonly chat: Chat;
  readonly actions: ActionSigner;
  readonly replies: Replies;
  readonly commands: readonly CommandDeclaration[];
  report(error: Error): void;
}

/** A reply as it is shown. */
export type Shown = Pick<Turn, 'reply' | 'file'>;

/** A request of one browser: the person at this machine, who may manage everything, in a conversation of its own. */
export function invocationOf(session: string, { request, replyTo, readFile }: Given): Invocation {
  return {
    ...{ request, audience: PERSON, manager: true },
    conversation: `${PLATFORM}:${WORKSPACE}/${session}`,
    ...(replyTo !== undefined && { replyTo }),
    ...(readFile && { readFile }),
  };
}

/** Answers a line that was typed. */
export async function answerLine(context: AnsweringContext, session: string, text: string): Promise<Turn> {
  const shown = await reply(context, session, { request: { kind: 'line', text } });
  return { asked: shorten(text), ...shown };
}

/** An answer as it reads now; null if it is no longer kept. */
export async function openAnswer(
  context: AnsweringContext,
  session: string,
  answer: string,
): Promise<Markup | null> {
  const message = await ask(context, session, { request: openRequest(answer) });
  if (message === null || message.reply.kind === 'error') return null;
  return context.replies.of(message, { request: openRequest(answer), page: 1, scope: scopeOf(session) });
}

/** A command with its options, and the file that was sent with it. */
interface GivenCommand extends Pick<Invocation, 'readFile'> {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

/** What is asked, and what is given with it. */
type Given = Omit<AnswerRequest, 'forAsker'> & Pick<Invocation, 'readFile'>;

/** A command with its options, answered. */
export function answerCommand(
  context: AnsweringContext,
  session: string,
  { readFile, ...asked }: GivenCommand,
): Promise<Shown> {
  return reply(context, session, { request: { kind: 'command', ...asked }, ...(readFile && { readFile }) });
}

/** What was asked, as it stands above its reply. */
export function shorten(asked: string): string {
  return clip(displayable(asked), LIMITS.asked);
}

/** A button that was pressed, and what was chosen or typed beside it. */
export interface Pressed {
  readonly value: string;
  readonly reason: string | null;
  readonly question: string | null;
}

/** Does what a button is for. */
export async function answerButton(
  context: AnsweringContext,
  session: string,
  pressed: Pressed,
): Promise<Turn> {
  const { actions, replies, commands } = context;
  const action = actions.verify(pressed.value, scopeOf(session));
  const reason = ratingReasons(commands).find((known) => known === pressed.reason) ?? null;
  let shown: Shown = { reply: replies.note(BUTTON_INVALID), file: null };
  const notOffered = async () => undefined; // on this page
  const question = pressed.question ?? '';
  if (action)
    await performAction(
      action,
      { forAsker: false },
      {
        ...{ openThread: notOffered, keep: notOffered },
        openForm: async () => {
          if (action.kind !== 'ask' || isBlank(question)) return;
          shown = await reply(context, session, followUp(action.answer, { question, forAsker: false }));
        },
        rate: async (rated) => {
          shown = await rate(context, session, { action: rated, reason });
        },
        answer: async (request) => {
          shown = await reply(context, session, request);
        },
      },
    );
  const asked = action?.kind === 'ask' ? question : reason;
  return { asked: shorten(asked ?? (action ? nameOf(action) : 'A button')), ...shown };
}

async function reply(
  context: AnsweringContext,
  session: string,
  { page = 1, ...given }: Given,
): Promise<Shown> {
  const message = await ask(context, session, given);
  if (message === null) return { reply: context.replies.note(DEFECT), file: null };
  const setting = { request: given.request, page, scope: scopeOf(session) };
  return { reply: context.replies.of(message, setting), file: fileOf(message.reply) };
}

/** Null after a defect, which is reported. */
async function ask(
  { chat, report }: AnsweringContext,
  session: string,
  request: Given,
): Promise<Message | null> {
  return chat.handle(invocationOf(session, request)).catch((cause: unknown) => {
    report(new Error('Could not answer on the chat page.', { cause }));
    return null;
  });
}

/** Buttons are for the browser for which they were made. */
function scopeOf(session: string): ActionScope {
  return { workspace: WORKSPACE, channel: session };
}

async function rate(
  context: AnsweringContext,
  session: string,
  { action, reason }: { readonly action: RatingAction; readonly reason: string | null },
): Promise<Shown> {
  const workspace = { platform: PLATFORM, workspace: WORKSPACE };
  const rating = { action, reason, user: PERSON.user, workspace };
  const shown = await rateAnswer<Shown>(context.chat, rating, {
    notice: (text) => ({ reply: context.replies.note(text), file: null }),
    reply: (request) => reply(context, session, request),
  });
  const menu = reasonsFor(action, context, scopeOf(session));
  return menu ? { ...shown, reply: html`${shown.reply}${context.replies.reasons(menu)}` } : shown;
}

/** What the person asked for with a button, in words. */
function nameOf(action: ButtonAction): string {
  if (action.kind !== 'again') return NAMES[action.kind];
  return [
    `/${action.command}`,
    ...Object.entries(action.options).map(([name, value]) => `${name}:${value}`),
  ].join(' ');
}

const NAMES: Readonly<Record<Exclude<ButtonAction['kind'], 'again'>, string>> = {
  ...{ page: 'More', more: 'More', sources: 'Sources', timeline: 'Timeline', ask: 'Ask', thread: 'Thread' },
  ...{ share: 'Share', keep: 'Keep', up: 'Good answer', down: 'Bad answer', reason: 'Feedback' },
};
