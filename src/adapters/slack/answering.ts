import type { ChatRequest } from '../../core/bot/invocation.ts';
import type { Message } from '../../core/replies/message.ts';
import { codeOf, finalFailure, isOfSlack, isRefusal } from './failures.ts';
import type { HandlerContext } from './handler-context.ts';
import { isDirect, type MessageOrigin, toInvocation } from './message-origin.ts';
import { type Posted, post, postToOne, type Respond } from './posting.ts';
import type { Payload } from './replies.ts';

/** What is asked, and how the answer is to be shown. */
export interface AnswerRequest {
  readonly request: ChatRequest;
  readonly forAsker: boolean;
  readonly replyTo?: string | undefined;
  readonly page?: number;
  /** What was asked stands above it for everybody to read. */
  readonly followsText?: boolean;
  /** Only in private may somebody see or do what only managers may. */
  readonly asManager?: boolean;
}

/** A reply and how it is sent. */
export interface Reply {
  readonly message: Message;
  readonly payload: Payload;
}

/** Answers a request. */
export async function reply(
  parts: HandlerContext,
  origin: MessageOrigin,
  asked: AnswerRequest,
): Promise<Reply> {
  const { request, forAsker, replyTo, page = 1, followsText = false, asManager = true } = asked;
  const manager = asManager && (await parts.people.isManager(origin.user));
  const invocation = toInvocation(origin, request, { forAsker, manager, replyTo });
  const message = await parts.queue(() => parts.chat.handle(invocation));
  return { message, payload: parts.replies.of(message, { request, page, origin, forAsker, followsText }) };
}

/** Shows a reply to one person: by the way back of the interaction, else where they asked, else in their own messages. */
export async function showToOne(
  parts: HandlerContext,
  origin: MessageOrigin,
  payload: Payload,
  respond: Respond | null,
): Promise<void> {
  const back = respond && (() => respond({ ...payload, response_type: 'ephemeral', ...inPlace(origin) }));
  if (back && (await isTaken(back))) return;
  if (await postToOne(parts, origin, payload)) return;
  await post(parts, { channel: origin.user, thread: null }, payload);
}

/** False where Slack refused it, so that it can go another way: the way back is used up after half an hour or five uses. */
async function isTaken(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await send();
    return true;
  } catch (cause) {
    if (isRefusal(cause)) return false;
    throw cause;
  }
}

/** What a click was made on stays as it is, and the answer is in its thread. */
function inPlace({ thread }: MessageOrigin) {
  return { replace_original: false, ...(thread === null ? {} : { thread_ts: thread }) } as const;
}

/** Posts a reply whose thread takes follow-ups, and makes what was said its past. */
async function open(parts: HandlerContext, origin: MessageOrigin, answered: Reply): Promise<Posted | null> {
  const { openings } = parts;
  const opening = openNow(parts, origin, answered);
  openings.set(origin.channel, opening);
  try {
    return await opening;
  } finally {
    if (openings.get(origin.channel) === opening) openings.delete(origin.channel);
  }
}

async function openNow(
  parts: HandlerContext,
  origin: MessageOrigin,
  { message, payload }: Reply,
): Promise<Posted | null> {
  const posted = await post(parts, origin, payload);
  const { id } = message.reply;
  if (posted && id !== null && origin.thread === null && !isDirect(origin.channel)) {
    const thread = { ...origin, thread: posted.ts };
    const asked = { kind: 'answer', id, share: false } as const;
    await parts.chat.adopt(toInvocation(thread, asked, { forAsker: false, manager: false, replyTo: id }));
  }
  return posted;
}

/** Shows a reply to everybody: posted where the app is a member, else by the way back, saying how to invite it. */
export async function showToAll(
  parts: HandlerContext,
  origin: MessageOrigin,
  answered: Reply,
  respond: Respond | null,
): Promise<void> {
  if (await open(parts, origin, answered)) return;
  const { payload } = answered;
  const blocks = [...payload.blocks, ...parts.replies.note(INVITE).blocks];
  const back =
    respond && (() => respond({ ...payload, blocks, response_type: 'in_channel', ...inPlace(origin) }));
  if (back && (await isTaken(back))) return;
  await post(parts, { channel: origin.user, thread: null }, payload);
}

const INVITE = 'Follow-ups need a thread, and I am not a member here. Type /invite @Dossier, then ask again.';

/** Does something; what goes wrong is reported, and told to whoever asked, by whatever way is left. */
export async function guarded(
  parts: HandlerContext,
  { origin, respond }: { readonly origin: MessageOrigin; readonly respond: Respond | null },
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (cause) {
    failed(parts, cause);
    const note = parts.replies.note(formatFailed(cause));
    await showToOne(parts, origin, note, respond)
      .catch(() => showToOne(parts, origin, note, null))
      .catch(() => undefined);
  }
}

/** Tells the operator; where the token is no longer good, the adapter ends. */
function failed({ report, refuse }: HandlerContext, cause: unknown): void {
  const final = codeOf(cause) === 'missing_scope' ? null : finalFailure(cause);
  if (final) refuse(final);
  else report(new Error('A request from Slack could not be answered.', { cause }));
}

/** What whoever asked is told. */
function formatFailed(cause: unknown): string {
  return isOfSlack(cause) ? UNCERTAIN : DEFECT;
}

const UNCERTAIN = 'Slack did not confirm the answer. If it is not here in a moment, ask again.';
const DEFECT = 'Something went wrong in Dossier itself. Whoever runs it was told; ask again later.';

/** Whether somebody of another workspace asks, in a shared channel, and may not. */
export function isRefused(
  { allowExternal, team }: HandlerContext,
  theirs: string | null | undefined,
): boolean {
  return !allowExternal && theirs !== null && theirs !== undefined && theirs !== team;
}

/** What somebody of another workspace is told. */
export const EXTERNAL =
  'Dossier answers people of the workspace that runs it. Ask a member of it to ask for you.';
