import {
  type Message as DiscordMessage,
  type MessageCreateOptions,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
} from 'discord.js';
import { hint } from '../../core/text/hint.ts';
import { isCode } from './api-errors.ts';
import type { HandlerContext } from './handler-context.ts';
import { inert } from './markdown.ts';
import type { Payload } from './replies.ts';
import { retryOnOutage } from './retry-on-outage.ts';

/** Replies to a message once, even if Discord's answer is lost. A person who can't be answered there is told why in private. */
export async function sendReply(
  context: HandlerContext,
  message: DiscordMessage,
  payload: Payload,
): Promise<void> {
  if (wasDeleted(message)) return;
  if (!mayWrite(message)) return sendPrivately(context, message);
  const reply = { messageReference: message.id, failIfNotExists: false };
  try {
    await post(message, { ...once(message, payload), reply });
  } catch (cause) {
    if (isCode(cause, ...GONE)) return;
    if (!isCode(cause, ...FORBIDDEN)) throw cause;
    await sendPrivately(context, message);
  }
}

/** Whether a message's channel was deleted while the answer was made: discord.js then has none, whatever its types say. */
function wasDeleted(message: { readonly channel: DiscordMessage['channel'] | null }): boolean {
  return message.channel === null;
}

const GONE = [RESTJSONErrorCodes.UnknownChannel, RESTJSONErrorCodes.UnknownMessage];
const FORBIDDEN = [RESTJSONErrorCodes.MissingAccess, RESTJSONErrorCodes.MissingPermissions];

/** A message that is sent again with the same nonce appears once. */
function once({ id }: DiscordMessage, { components, flags, files }: Payload) {
  return { components, flags, files, nonce: id, enforceNonce: true };
}

/** In a channel whose history Dossier may not read, nothing can be sent as a reply. */
async function post({ channel }: DiscordMessage, sent: MessageCreateOptions): Promise<void> {
  if (!channel.isSendable()) return;
  try {
    await retryOnOutage<unknown>(() => channel.send(sent));
  } catch (cause) {
    if (!isCode(cause, RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory)) throw cause;
    const { reply: _, ...alone } = sent;
    await retryOnOutage<unknown>(() => channel.send(alone));
  }
}

/** As far as is known; Discord blocks an address that sends it much that is forbidden. */
function mayWrite({ channel, guild }: DiscordMessage): boolean {
  const me = guild?.members.me;
  if (!me || channel.isDMBased()) return true;
  const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  return channel.permissionsFor(me).has(channel.isThread() ? SendMessagesInThreads : SendMessages);
}

async function sendPrivately({ replies, report }: HandlerContext, message: DiscordMessage): Promise<void> {
  const name = 'name' in message.channel ? `#${message.channel.name}` : 'that channel';
  const note = replies.note(
    `Dossier cannot write in ${inert(name)}: it needs Send Messages (in threads: Send Messages in Threads). ${hint('ask')} still works there.`,
  );
  await message.author
    .send(once(message, note))
    .catch((cause) => report(new Error(`Could not send a reply in ${name}.`, { cause })));
}
