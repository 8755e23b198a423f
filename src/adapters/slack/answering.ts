import { openRequest } from '../../core/bot/action-request.ts';
import type { AnswerRequest } from '../../core/bot/interaction/answer-request.ts';
import type { Invocation } from '../../core/bot/invocation.ts';
import type { Message } from '../../core/replies/message.ts';
import { isRefusal } from './failures.ts';
import type { HandlerContext } from './handler-context.ts';
import {
  begunThread,
  isDirect,
  isGroup,
  type MessageOrigin,
  scopeOf,
  toInvocation,
} from './message-origin.ts';
import { orderingIn } from './ordering.ts';
import { type Posted, post, postToOne, postToPerson, type Respond, type ResponseAnswer } from './posting.ts';
import type { Payload } from './replies.ts';

/** What someone asks on Slack. */
export interface SlackRequest extends AnswerRequest, Pick<Invocation, 'readFile' | 'readOptions'> {
  /** The question is above the reply for everyone to read. */
  readonly followsText?: boolean;
  /** Only in private may people see or do what is for managers. */
  readonly asManager?: boolean;
}

/** A reply and how it is sent. */
export interface Answered {
  readonly message: Message;
  readonly payload: Payload;
}

/** Answers a request, after the earlier ones of the same person. */
export async function reply(
  context: HandlerContext,
  origin: MessageOrigin,
  asked: SlackRequest,
): Promise<Answered> {
  const { request, forAsker, replyTo, page = 1, followsText = false, asManager = true } = asked;
  const { readFile, readOptions } = asked;
  const files = { ...(readFile && { readFile }), ...(readOptions && { readOptions }) };
  const compose = async () => {
    const manager = asManager && (await context.people.isManager(origin.user));
    const ordering = () => orderingIn(context, origin);
    const invocation = toInvocation(origin, request, { forAsker, manager, replyTo, ordering });
    return context.chat.handle({ ...invocation, ...files });
  };
  context.composing.add(origin);
  const message = await context.inTurn(origin.user, compose).finally(() => context.composing.delete(origin));
  const payload = context.replies.of(message, {
    ...{ request, page, scope: scopeOf(origin), forAsker, followsText },
    ...{ shareable: !isDirect(origin.channel), fades: true }, // what one person sees is gone when Slack is opened again
    threads: false, // every message has a thread here
  });
  return { message, payload };
}

/** Shows a reply to one person: by the response URL of the interaction, otherwise where they asked or in their own messages. */
export async function showToOne(
  context: HandlerContext,
  origin: MessageOrigin,
  payload: Payload,
  respond: Respond | null,
): Promise<void> {
  const place = inPlace({ ...origin, thread: begunThread(origin) });
  if (await respondedWith(respond, { ...payload, response_type: 'ephemeral', ...place })) return;
  if (await postToOne(context, origin, payload)) return;
  await postToPerson(context, origin.user, payload);
}

/** Shows a reply to everyone: posted if the app is a member, otherwise by the response URL, saying how to invite it. */
export async function showToAll(
  context: HandlerContext,
  origin: MessageOrigin,
  answered: Answered,
  respond: Respond | null,
): Promise<void> {
  if (await open(context, origin, answered)) return;
  const { payload } = answered;
  const hint = context.replies.note(howToFollowUp(origin));
  const both = { text: `${payload.text}\n${hint.text}`, blocks: [...payload.blocks, ...hint.blocks] };
  const invitation = { ...both, response_type: 'in_channel', ...inPlace(origin) } as const;
  if (await respondedWith(respond, invitation)) return;
  await postToPerson(context, origin.user, payload);
}

/** What to do where Dossier is no member and so has no threads. Nobody can be added to what is between certain people. */
function howToFollowUp(origin: MessageOrigin): string {
  if (isDirect(origin.channel)) return PAIR;
  return isGroup(origin) ? GROUP : INVITE;
}

const INVITE =
  'Follow-ups need a thread, and Dossier is not in this channel. Type /invite @Dossier, then ask again.';
const PAIR =
  'For follow-ups, write to Dossier in its own messages, or start a conversation with Dossier and the two of you.';
const GROUP =
  'For follow-ups, write to Dossier in its own messages, or start a conversation with the same people and Dossier.';

/** False if Slack refused it, so that it can go another way: a response URL expires after half an hour or five uses. */
async function respondedWith(respond: Respond | null, payload: ResponseAnswer): Promise<boolean> {
  if (!respond) return false;
  try {
    await respond.send(payload);
    return true;
  } catch (cause) {
    if (isRefusal(cause)) return false;
    throw cause;
  }
}

/** The message of the button stays as it is, and the answer is in its thread. */
function inPlace({ thread }: Pick<MessageOrigin, 'thread'>) {
  return { replace_original: false, ...(thread === null ? {} : { thread_ts: thread }) } as const;
}

/** Posts a reply whose thread takes follow-ups, and continues the conversation there. */
function open(context: HandlerContext, origin: MessageOrigin, answered: Answered): Promise<Posted | null> {
  return context.openings.track(origin.channel, openNow(context, origin, answered));
}

async function openNow(
  context: HandlerContext,
  origin: MessageOrigin,
  { message: { reply: answer }, payload }: Answered,
): Promise<Posted | null> {
  const posted = await post(context, origin, payload);
  const id = 'id' in answer ? answer.id : null;
  if (posted && id !== null && origin.thread === null) {
    const thread = { ...origin, thread: posted.ts };
    const details = { forAsker: false, manager: false, replyTo: id };
    await context.chat.adopt(toInvocation(thread, openRequest(id), details));
  }
  return posted;
}
