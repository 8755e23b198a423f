import {
  type ButtonInteraction,
  type Message,
  PermissionFlagsBits,
  type PublicThreadChannel,
  RESTJSONErrorCodes,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import { acknowledge, finish, isCode, reply, saidBy } from './answering.ts';
import { clip, LIMITS } from './limits.ts';
import type { Parts } from './parts.ts';

const NEEDED = [PermissionFlagsBits.CreatePublicThreads, PermissionFlagsBits.SendMessagesInThreads] as const;

/** Opens a thread under an answer, in which its conversation goes on. */
export async function openThread(
  parts: Parts,
  interaction: ButtonInteraction,
  answered: string,
): Promise<void> {
  if (!(await acknowledge(parts, interaction, true))) return;
  await finish(parts, interaction, parts.replies.note(await open(parts, interaction, answered)));
}

async function open(parts: Parts, interaction: ButtonInteraction, answered: string): Promise<string> {
  const { message, appPermissions } = interaction;
  if (message.thread) return sayOpen(message.id);
  if (!interaction.inCachedGuild() || !appPermissions.has(NEEDED)) return NOT_ALLOWED;
  const asked = { kind: 'answer', id: answered, share: false } as const;
  const { headline, question } = (await reply(parts, interaction, { asked, forAsker: false })).message.reply;
  const thread = await startThread(interaction.message, headline ?? question ?? '');
  if (!thread) return sayOpen(message.id);
  const said = { ...saidBy(interaction), channelId: thread.id, parentId: thread.parentId };
  await parts.chat.adopt(parts.invocation(said, asked, { forAsker: false, replyTo: answered }));
  const note = parts.replies.note(parts.messageContent ? ASK_HERE : ASK_HERE_BY_NAME);
  await thread.send({ ...note, nonce: `t${thread.id}`, enforceNonce: true });
  return sayOpen(thread.id);
}

/** Null where somebody else has just opened one. */
async function startThread(message: Message<true>, title: string): Promise<PublicThreadChannel | null> {
  const name = clip(title.replace(/\s+/g, ' ').trim() || 'Dossier', LIMITS.threadName);
  try {
    return await message.startThread({ name, autoArchiveDuration: ThreadAutoArchiveDuration.OneDay });
  } catch (cause) {
    if (isCode(cause, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) return null;
    throw cause;
  }
}

/** A thread has the id of the message that it is opened under. */
function sayOpen(id: string): string {
  return `The thread is open: <#${id}>`;
}

const ASK_HERE = '-# Ask here: any line is a question that may follow up the last one.';
const ASK_HERE_BY_NAME =
  '-# Ask here with /ask, or mention me in your question. It may follow up the last one.';
const NOT_ALLOWED =
  'I may not open threads here; that needs Create Public Threads and Send Messages in Threads. Follow up in this channel with Ask or /ask.';
