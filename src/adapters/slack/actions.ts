import type { BlockAction, ViewSubmitAction } from '@slack/bolt';
import { type ButtonAction, requestFor } from '../../core/bot/signed-actions.ts';
import {
  type AnswerRequest,
  EXTERNAL,
  guarded,
  isRefused,
  reply,
  showToAll,
  showToOne,
} from './answering.ts';
import { retryWhenLimited } from './calls.ts';
import { codeOf } from './failures.ts';
import { questionForm, readForm } from './form.ts';
import type { HandlerContext } from './handler-context.ts';
import { type MessageOrigin, scopeOf, workspaceOf } from './message-origin.ts';
import { post, type Respond } from './posting.ts';
import type { Payload } from './replies.ts';

/** A click under a message. */
export interface Click {
  readonly body: BlockAction;
  /** The value of the button, or of the chosen option. */
  readonly value: string;
  readonly respond: Respond;
}

/** Does what a button under a message is for. It was acknowledged already. */
export async function actOnClick(parts: HandlerContext, { body, value, respond }: Click): Promise<void> {
  const origin = saidBy(parts, body);
  if (!origin) return;
  const tell = (payload: Payload) => showToOne(parts, origin, payload, respond);
  await guarded(parts, { origin, respond }, async () => {
    if (isRefused(parts, body.user.team_id)) return tell(parts.replies.note(EXTERNAL));
    const [reason, signed] = splitReason(parts, value);
    const action = parts.actions.verify(signed, scopeOf(origin), parts.now());
    if (!action) return tell(parts.replies.note(NOT_GOOD));
    await act(parts, { action, origin, reason, signed, body, respond });
  });
}

const NOT_GOOD = 'This button is too old, or does not belong here. Ask again with /ask or /brief.';

interface Act {
  readonly action: ButtonAction;
  readonly origin: MessageOrigin;
  readonly reason: string | null;
  readonly signed: string;
  readonly body: BlockAction;
  readonly respond: Respond;
}

async function act(parts: HandlerContext, given: Act): Promise<void> {
  const { action, origin, signed, body, respond } = given;
  const forAsker = isEphemeral(body);
  switch (action.kind) {
    case 'ask':
      return openForm(parts, { signed, origin, forAsker }, given);
    case 'up':
    case 'down':
    case 'reason':
      return rate(parts, given);
    case 'keep':
      return keep(parts, given);
    case 'thread':
      return; // every message has a thread here
    default:
      return show(parts, origin, { forAsker, ...requestFor(action) }, respond);
  }
}

/** Opens the form for a question, which Slack lets an app do for three seconds. */
async function openForm(
  parts: HandlerContext,
  remembered: Parameters<typeof questionForm>[0],
  { origin, body, respond }: Act,
): Promise<void> {
  const view = questionForm(remembered);
  try {
    await retryWhenLimited(() => parts.client.views.open({ trigger_id: body.trigger_id, view }));
  } catch (cause) {
    if (!/trigger/.test(codeOf(cause) ?? '')) throw cause;
    await showToOne(parts, origin, parts.replies.note(TOO_LATE), respond);
  }
}

const TOO_LATE = 'Slack did not open the form in time. Press Ask again, or type /ask and your question.';

/** Shows what was asked for by a button. */
async function show(
  parts: HandlerContext,
  origin: MessageOrigin,
  request: AnswerRequest,
  respond: Respond,
): Promise<void> {
  const answered = await reply(parts, origin, request);
  if (request.forAsker || answered.message.reply.kind === 'error')
    await showToOne(parts, origin, answered.payload, respond);
  else await showToAll(parts, origin, answered, respond);
}

/** Sends somebody what only they saw, so that it stays. */
async function keep(parts: HandlerContext, { action, origin, respond }: Act): Promise<void> {
  if (action.kind !== 'keep') return;
  const { payload } = await reply(parts, origin, { forAsker: true, ...requestFor(action) });
  const kept = await post(
    parts,
    { channel: origin.user, thread: null },
    {
      ...payload,
      blocks: payload.blocks.filter(({ type }) => type !== 'actions' && type !== 'context_actions'),
    },
  );
  await showToOne(
    parts,
    origin,
    parts.replies.note(
      kept
        ? 'It is among your messages with Dossier.'
        : 'It could not be sent to you: direct messages with Dossier are off.',
    ),
    respond,
  );
}

/** Keeps what somebody thinks of an answer, once however often it is pressed. */
async function rate(parts: HandlerContext, { action, origin, reason, respond }: Act): Promise<void> {
  if (action.kind !== 'up' && action.kind !== 'down' && action.kind !== 'reason') return;
  const rating = action.kind === 'up' ? 'up' : 'down';
  const event = ['rated', origin.user, action.answer, rating, reason].join(' ');
  const options = { rating, answer: action.answer, ...(reason === null ? {} : { reason }) };
  const isFirst = await parts.chat.claim(workspaceOf(origin.team), event);
  const request = { request: { kind: 'command', command: 'feedback', options }, forAsker: true } as const;
  const { text, blocks } = isFirst
    ? (await reply(parts, origin, request)).payload
    : parts.replies.note('You origin so already. Thank you.');
  const more = action.kind === 'down' ? parts.replies.reasons(action.answer, origin, reasonsOf(parts)) : [];
  await showToOne(parts, origin, { text, blocks: [...blocks, ...more] }, respond);
}

function reasonsOf({ commands }: HandlerContext): readonly string[] {
  return commands.find(({ name }) => name === 'feedback')?.options.reason?.choices ?? [];
}

/** A chosen reason stands before the deed. */
function splitReason(parts: HandlerContext, value: string): [reason: string | null, signed: string] {
  const reason = reasonsOf(parts).find((known) => value.startsWith(`${known} `)) ?? null;
  return [reason, reason === null ? value : value.slice(reason.length + 1)];
}

/** Answers a question that was typed into the form under an answer. */
export async function askByForm(
  parts: HandlerContext,
  { user, view }: Pick<ViewSubmitAction, 'user' | 'view'>,
): Promise<void> {
  const form = readForm(view, { team: parts.team, user: user.id });
  if (!form) return;
  const { origin, forAsker, question } = form;
  const tell = (payload: Payload) => showToOne(parts, origin, payload, null);
  await guarded(parts, { origin, respond: null }, async () => {
    const action = parts.actions.verify(form.signed, scopeOf(origin), parts.now());
    if (action?.kind !== 'ask') return tell(parts.replies.note(NOT_GOOD));
    const request = { kind: 'command', command: 'ask', options: { question } } as const;
    const answered = await reply(parts, origin, { request, forAsker, replyTo: action.answer });
    if (forAsker) await tell(answered.payload);
    else await showToAll(parts, origin, answered, null);
  });
}

/** Where a click was made: in the thread of its message. */
function saidBy(
  { team }: HandlerContext,
  { channel, container, message, user }: BlockAction,
): MessageOrigin | null {
  if (!channel) return null;
  const inThread: unknown = message?.thread_ts ?? container.thread_ts;
  const root = isEphemeralContainer(container) ? null : message?.ts;
  const thread = typeof inThread === 'string' ? inThread : (root ?? null);
  return { team, channel: channel.id, thread, user: user.id };
}

function isEphemeral({ container }: BlockAction): boolean {
  return isEphemeralContainer(container);
}

function isEphemeralContainer(container: BlockAction['container']): boolean {
  return container.is_ephemeral === true;
}
