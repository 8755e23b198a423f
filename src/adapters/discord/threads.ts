import {
  type ButtonInteraction,
  DiscordAPIError,
  type Message,
  PermissionFlagsBits,
  type PublicThreadChannel,
  RESTJSONErrorCodes,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import { openRequest } from '../../core/bot/action-request.ts';
import { questionOf, type Reply } from '../../core/replies/reply.ts';
import { clip } from '../../core/text/clip.ts';
import { hint } from '../../core/text/hint.ts';
import { acknowledge } from './acknowledge.ts';
import { finish, reply } from './answering.ts';
import { isCode } from './api-errors.ts';
import type { HandlerContext } from './handler-context.ts';
import { originOf } from './interaction-origin.ts';
import { LIMITS } from './limits.ts';
import { inert } from './markdown.ts';

const NEEDED = [PermissionFlagsBits.CreatePublicThreads, PermissionFlagsBits.SendMessagesInThreads] as const;

/** Opens a thread under an answer, in which its conversation continues. */
export async function openThread(
  context: HandlerContext,
  interaction: ButtonInteraction,
  answered: string,
): Promise<void> {
  if (!(await acknowledge(context, interaction, true))) return;
  await finish(context, interaction, context.replies.note(await open(context, interaction, answered)));
}

/** Returns what the person is told. */
async function open(
  context: HandlerContext,
  interaction: ButtonInteraction,
  answered: string,
): Promise<string> {
  const { message, appPermissions } = interaction;
  if (message.thread) return formatOpen(message.id);
  if (!interaction.inCachedGuild() || !appPermissions.has(NEEDED)) return NOT_ALLOWED;
  const request = openRequest(answered);
  const { message: opened } = await reply(context, interaction, { request, forAsker: false });
  if (opened.reply.kind === 'error') return inert(opened.reply.note); // too many requests, or nothing that may be shown here
  const thread = await start(interaction.message, nameOf(opened.reply));
  if (typeof thread === 'string') return thread;
  const origin = { ...originOf(interaction), channelId: thread.id, parentId: thread.parentId };
  await context.chat.adopt(context.invocation(origin, request, { forAsker: false, replyTo: answered }));
  await inviteQuestions(context, thread);
  return formatOpen(thread.id);
}

/** A thread has the id of the message under which it is opened. */
function formatOpen(id: string): string {
  return `The thread is open: <#${id}>`;
}

function nameOf(reply: Exclude<Reply, { kind: 'error' }>): string {
  const headline = 'headline' in reply ? reply.headline : null;
  const question = questionOf(reply);
  const name = (headline ?? question ?? '').replace(/\s+/g, ' ').trim() || 'Dossier';
  return clip(name, LIMITS.threadName);
}

/** A thread under a message, or why there can be none. */
async function start(message: Message<true>, name: string): Promise<PublicThreadChannel | string> {
  try {
    return await message.startThread({ name, autoArchiveDuration: ThreadAutoArchiveDuration.OneDay });
  } catch (cause) {
    if (!(cause instanceof DiscordAPIError)) throw cause;
    if (isCode(cause, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) return formatOpen(message.id);
    return isCode(cause, RESTJSONErrorCodes.MissingAccess, RESTJSONErrorCodes.MissingPermissions)
      ? NOT_ALLOWED
      : NOT_OPENED;
  }
}

async function inviteQuestions(
  { messageContent, replies, report }: HandlerContext,
  thread: PublicThreadChannel,
): Promise<void> {
  const line = replies.note(messageContent ? ASK_HERE : ASK_HERE_BY_NAME);
  await thread
    .send({ ...line, nonce: `t${thread.id}`, enforceNonce: true })
    .catch((cause) => report(new Error('Opened a thread, but could not post in it.', { cause })));
}

const ASK_HERE = '-# Ask here. A question can follow up on the last one; “stop” keeps Dossier quiet.';
const ASK_HERE_BY_NAME = `-# Ask here with ${hint('ask')}, or mention Dossier. A question can follow up on the last one.`;
const NOT_OPENED = `Discord did not open a thread: the answer may have been deleted, or the server has too many threads. Ask follow-ups here, with the Ask button or ${hint('ask')}.`;
const NOT_ALLOWED = `Dossier cannot open threads here: it needs Create Public Threads and Send Messages in Threads. Ask follow-ups here, with the Ask button or ${hint('ask')}.`;
