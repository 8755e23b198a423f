import type { ActionSigner } from '../../core/bot/action-signer.ts';
import type { ButtonAction } from '../../core/bot/button-action.ts';
import type { Chat } from '../../core/bot/chat-adapter.ts';
import type { CommandDeclaration } from '../../core/bot/command.ts';
import type { AnswerRequest } from '../../core/bot/interaction/answer-request.ts';
import { BUTTON_INVALID } from '../../core/bot/interaction/notices.ts';
import { performAction } from '../../core/bot/interaction/perform-action.ts';
import {
  type RatingAction,
  rateAnswer,
  ratingReasons,
  reasonsFor,
} from '../../core/bot/interaction/rate-answer.ts';
import type { Invocation, Ordering } from '../../core/bot/invocation.ts';
import { fileOf } from '../../core/replies/reply.ts';
import { clip } from '../../core/text/clip.ts';
import { displayable } from '../../core/text/displayable.ts';
import { LIMITS } from './limits.ts';
import { html } from './markup.ts';
import type { Replies } from './replies.ts';
import type { Turn } from './sessions.ts';

/** The platform's name in addresses. */
export const PLATFORM = 'web';

/** The one workspace: this machine. */
const WORKSPACE = 'local';

/** What answering needs. */
export interface AnsweringContext {
  readonly chat: Chat;
  readonly actions: ActionSigner;
  readonly replies: Replies;
  readonly commands: readonly CommandDeclaration[];
}

type Shown = Pick<Turn, 'reply' | 'file'>;

/** A request of one browser: the person at this machine, who may manage everything. */
export function invocationOf(
  channel: string,
  { request, replyTo }: Omit<AnswerRequest, 'forAsker'>,
): Invocation {
  return {
    request,
    conversation: `${PLATFORM}:${WORKSPACE}/${channel}`,
    audience: {
      platform: PLATFORM,
      workspace: WORKSPACE,
      channel,
      user: 'local',
      private: false,
      local: true,
    },
    manager: true,
    ordering: async () => ORDERING,
    ...(replyTo !== undefined && { replyTo }),
  };
}

const ORDERING: Ordering = {
  orderers: 'managers',
  mayOrder: true,
  hindrance:
    'Digests cannot be posted to this page. Schedule them in the chat on the terminal, or for a file (docs/digests.md).',
  caution: null,
};

/** Answers a line that was typed. */
export async function answerLine(context: AnsweringContext, channel: string, text: string): Promise<Turn> {
  const shown = await reply(context, channel, { request: { kind: 'line', text } });
  return { asked: clip(displayable(text), LIMITS.asked), ...shown };
}

/** Does what a button is for. */
export async function answerButton(
  context: AnsweringContext,
  channel: string,
  pressed: { readonly value: string; readonly reason: string | null },
): Promise<Turn> {
  const { actions, replies, commands } = context;
  const action = actions.verify(pressed.value, { workspace: WORKSPACE, channel });
  const reason = ratingReasons(commands).find((known) => known === pressed.reason) ?? null;
  let shown: Shown = { reply: replies.note(BUTTON_INVALID), file: null };
  const notOffered = async () => undefined; // on this page
  if (action)
    await performAction(
      action,
      { forAsker: false },
      {
        ...{ openForm: notOffered, openThread: notOffered, keep: notOffered },
        rate: async (rated) => {
          shown = await rate(context, channel, { action: rated, reason });
        },
        answer: async (request) => {
          shown = await reply(context, channel, request);
        },
      },
    );
  return { asked: action ? (reason ?? nameOf(action)) : 'A button', ...shown };
}

async function reply(
  { chat, replies }: AnsweringContext,
  channel: string,
  { request, replyTo, page = 1 }: Omit<AnswerRequest, 'forAsker'>,
): Promise<Shown> {
  const message = await chat.handle(invocationOf(channel, { request, replyTo }));
  const scope = { workspace: WORKSPACE, channel };
  return { reply: replies.of(message, { request, page, scope }), file: fileOf(message.reply) };
}

async function rate(
  context: AnsweringContext,
  channel: string,
  { action, reason }: { readonly action: RatingAction; readonly reason: string | null },
): Promise<Shown> {
  const workspace = { platform: PLATFORM, workspace: WORKSPACE };
  const rating = { action, reason, user: 'local', workspace };
  const shown = await rateAnswer<Shown>(context.chat, rating, {
    notice: (text) => ({ reply: context.replies.note(text), file: null }),
    reply: (request) => reply(context, channel, request),
  });
  const menu = reasonsFor(action, context, { workspace: WORKSPACE, channel });
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
