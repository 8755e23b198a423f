import type { BlockAction } from '@slack/bolt';
import type { AnswerRequest } from '../../core/bot/interaction/answer-request.ts';
import { isFirstPress, JUST_PRESSED } from '../../core/bot/interaction/first-press.ts';
import { BUTTON_INVALID } from '../../core/bot/interaction/notices.ts';
import { performAction } from '../../core/bot/interaction/perform-action.ts';
import {
  type RatingAction,
  rateAnswer,
  ratingReasons,
  reasonsFor,
} from '../../core/bot/interaction/rate-answer.ts';
import { reply, showToAll, showToOne } from './answering.ts';
import { EXTERNAL, isRefused } from './external.ts';
import { openForm } from './form.ts';
import { guarded } from './guarded.ts';
import type { HandlerContext } from './handler-context.ts';
import { type MessageOrigin, scopeOf, workspaceOf } from './message-origin.ts';
import { postToPerson, type Respond } from './posting.ts';
import { type Payload, reasonsMenu } from './replies.ts';

/** A click on a button or a menu under a message. */
export interface Click {
  readonly body: BlockAction;
  /** The value of the button, or of the chosen option. */
  readonly value: string;
  /** Null on the Home tab. */
  readonly respond: Respond | null;
}

/** Does what a button under a message is for. It was acknowledged already. */
export async function actOnClick(context: HandlerContext, click: Click): Promise<void> {
  const { body, respond } = click;
  const origin = originOf(context, body);
  if (!origin) return;
  await guarded(context, { origin, respond }, async () => {
    const asker = { user: origin.user, team: body.user.team_id };
    const refusal = (await isRefused(context, asker)) ? EXTERNAL : await act(context, origin, click);
    if (refusal !== null) await showToOne(context, origin, context.replies.note(refusal), respond);
  });
}

/** Returns what the person is told if nothing is done. */
async function act(context: HandlerContext, origin: MessageOrigin, click: Click): Promise<string | null> {
  const { body, value, respond } = click;
  const [reason, signed] = splitReason(context, value);
  const action = context.actions.verify(signed, scopeOf(origin));
  if (!action) return BUTTON_INVALID;
  const tell = (payload: Payload) => showToOne(context, origin, payload, respond);
  const forAsker = isEphemeral(body.container);
  await performAction(
    action,
    { forAsker },
    {
      openForm: () => openForm(context, { signed, origin, forAsker }, { trigger: body.trigger_id, tell }),
      openThread: async () => undefined, // every message has a thread here
      rate: async (rated) => tell(await rate(context, origin, { action: rated, reason })),
      keep: async (request) => tell(await keep(context, origin, request)),
      answer: async (request) => {
        if (request.forAsker || (await isFirst(context, origin, click)))
          await show(context, origin, { request, respond });
        else await tell(context.replies.note(JUST_PRESSED));
      },
    },
  );
  return null;
}

/** Of several presses at once, by whomever, true for one: what it shows everyone is shown once. */
function isFirst(
  { chat }: HandlerContext,
  { team, channel }: MessageOrigin,
  { body }: Click,
): Promise<boolean> {
  const [{ action_ts, action_id } = { action_ts: '0', action_id: '' }] = body.actions;
  const button = `${channel} ${body.message?.ts} ${action_id}`;
  return isFirstPress(chat, { workspace: workspaceOf(team), button, at: new Date(Number(action_ts) * 1000) });
}

/** Shows the reply to a button. */
async function show(
  context: HandlerContext,
  origin: MessageOrigin,
  { request, respond }: { readonly request: AnswerRequest; readonly respond: Respond | null },
): Promise<void> {
  const answered = await reply(context, origin, request);
  if (request.forAsker || answered.message.reply.kind === 'error')
    await showToOne(context, origin, answered.payload, respond);
  else await showToAll(context, origin, answered, respond);
}

/** Sends a person what only they saw, so that it stays. Returns what they are told. */
async function keep(
  context: HandlerContext,
  origin: MessageOrigin,
  request: AnswerRequest,
): Promise<Payload> {
  const { payload } = await reply(context, origin, request);
  const blocks = payload.blocks.filter(({ type }) => type !== 'actions' && type !== 'context_actions');
  const kept = await postToPerson(context, origin.user, { ...payload, blocks });
  return context.replies.note(kept ? KEPT : NOT_KEPT);
}

const KEPT = 'Saved to your messages with Dossier.';
const NOT_KEPT = 'Could not send it to you: direct messages with Dossier are off.';

async function rate(
  context: HandlerContext,
  origin: MessageOrigin,
  { action, reason }: { readonly action: RatingAction; readonly reason: string | null },
): Promise<Payload> {
  const { chat, replies } = context;
  const { text, blocks } = await rateAnswer(
    chat,
    { action, reason, user: origin.user, workspace: workspaceOf(origin.team) },
    { notice: replies.note, reply: async (request) => (await reply(context, origin, request)).payload },
  );
  const menu = reasonsFor(action, context, scopeOf(origin));
  return { text, blocks: [...blocks, ...(menu ? [reasonsMenu(menu)] : [])] };
}

/** A chosen reason is in front of the signed action. */
function splitReason({ commands }: HandlerContext, value: string): [reason: string | null, signed: string] {
  const reason = ratingReasons(commands).find((known) => value.startsWith(`${known} `)) ?? null;
  return [reason, reason === null ? value : value.slice(reason.length + 1)];
}

/** Where a click was made: in the thread of its message; on the Home tab, in the person's messages with Dossier. */
function originOf(
  { team }: HandlerContext,
  { channel, container, message, user, view }: BlockAction,
): MessageOrigin | null {
  if (!channel) return view ? { team, channel: view.private_metadata, thread: null, user: user.id } : null;
  const inThread: unknown = message?.thread_ts ?? container.thread_ts;
  const root = isEphemeral(container) ? null : message?.ts;
  const thread = typeof inThread === 'string' ? inThread : (root ?? null);
  const isNew = typeof inThread !== 'string';
  return { team, channel: channel.id, name: channel.name, thread, isNew, user: user.id };
}

function isEphemeral(container: BlockAction['container']): boolean {
  return container.is_ephemeral === true;
}
