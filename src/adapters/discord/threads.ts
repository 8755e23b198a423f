import {
  type ButtonInteraction,
  DiscordAPIError,
  type Message,
  PermissionFlagsBits,
  type PublicThreadChannel,
  RESTJSONErrorCodes,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import { clip } from '../../core/text/clip.ts';
import { acknowledge, finish, isCode, originOf, reply } from './answering.ts';
import type { HandlerContext } from './handler-context.ts';
import { LIMITS } from './limits.ts';
import { inert } from './markdown.ts';

const NEEDED = [PermissionFlagsBits.CreatePublicThreads, PermissionFlagsBits.SendMessagesInThreads] as const;

/** Opens a thread under an answer, in which its conversation goes on. */
export async function openThread(
  parts: HandlerContext,
  interaction: ButtonInteraction,
  answered: string,
): Promise<void> {
  if (!(await acknowledge(parts, interaction, true))) return;
  await finish(parts, interaction, parts.replies.note(await open(parts, interaction, answered)));
}

async function open(
  parts: HandlerContext,
  interaction: ButtonInteraction,
  answered: string,
): Promise<string> {
  const { message, appPermissions } = interaction;
  if (message.thread) return formatOpen(message.id);
  if (!interaction.inCachedGuild() || !appPermissions.has(NEEDED)) return NOT_ALLOWED;
  const request = { kind: 'answer', id: answered, share: false } as const;
  const { kind, note, headline, question } = (await reply(parts, interaction, { request, forAsker: false }))
    .message.reply;
  if (kind === 'error') return inert(note ?? NOT_OPENED); // too many requests, or nothing that may be shown here
  const name = (headline ?? question ?? '').replace(/\s+/g, ' ').trim() || 'Dossier';
  const thread = await start(interaction.message, clip(name, LIMITS.threadName));
  if (typeof thread === 'string') return thread;
  const origin = { ...originOf(interaction), channelId: thread.id, parentId: thread.parentId };
  await parts.chat.adopt(parts.invocation(origin, request, { forAsker: false, replyTo: answered }));
  const line = parts.replies.note(parts.messageContent ? ASK_HERE : ASK_HERE_BY_NAME);
  await thread
    .send({ ...line, nonce: `t${thread.id}`, enforceNonce: true })
    .catch((cause) =>
      parts.report(new Error('A thread was opened, but nothing could be origin in it.', { cause })),
    );
  return formatOpen(thread.id);
}

/** A thread has the id of the message that it is opened under. */
function formatOpen(id: string): string {
  return `The thread is open: <#${id}>`;
}

/** A thread under a message, or why there can be none. */
async function start(message: Message<true>, name: string): Promise<PublicThreadChannel | string> {
  try {
    return await message.startThread({ name, autoArchiveDuration: ThreadAutoArchiveDuration.OneDay });
  } catch (cause) {
    if (!(cause instanceof DiscordAPIError)) throw cause;
    if (isCode(cause, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) return formatOpen(message.id);
    const forbidden = [RESTJSONErrorCodes.MissingAccess, RESTJSONErrorCodes.MissingPermissions];
    return forbidden.some((code) => isCode(cause, code)) ? NOT_ALLOWED : NOT_OPENED;
  }
}

const ASK_HERE = '-# Ask here: any line is a question that may follow up the last one.';
const ASK_HERE_BY_NAME =
  '-# Ask here with /ask, or mention me in your question. It may follow up the last one.';
const NOT_OPENED =
  'Discord opens no thread here: the answer may be gone, or there are too many threads. Follow up in this channel with Ask or /ask.';
const NOT_ALLOWED =
  'I may not open threads here; that needs Create Public Threads and Send Messages in Threads. Follow up in this channel with Ask or /ask.';
