import {
  type Message as DiscordMessage,
  type MessageCreateOptions,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { ChatRequest } from '../../core/bot/invocation.ts';
import { isCode, scopeOf, THREADED } from './answering.ts';
import type { HandlerContext } from './handler-context.ts';
import { inert } from './markdown.ts';
import type { MessageOrigin } from './message-origin.ts';
import type { Payload } from './replies.ts';
import { retryOnOutage } from './retry-on-outage.ts';

/** Answers what people write to Dossier: in direct messages, by mentioning it, in reply to it, in its own threads. */
export async function handleMessage(parts: HandlerContext, message: DiscordMessage): Promise<void> {
  try {
    if (!isForUs(parts, message)) return;
    const origin = saidIn(message);
    const { workspace } = scopeOf(origin);
    if (!(await parts.chat.claim({ platform: 'discord', workspace }, `message ${message.id}`))) return;
    await send(parts, message, await replyTo(parts, message, origin));
  } catch (cause) {
    parts.report(new Error('A message from Discord could not be answered.', { cause }));
  }
}

function isForUs(
  { messageContent }: HandlerContext,
  { author, channel, client, guildId, mentions, system, webhookId }: DiscordMessage,
): boolean {
  if (author.bot || webhookId !== null || system) return false;
  if (guildId === null || mentions.users.has(client.user.id)) return true;
  if (!messageContent) return false;
  return (
    mentions.repliedUser?.id === client.user.id || (channel.isThread() && channel.ownerId === client.user.id)
  );
}

function saidIn({ author, channel, channelId, guildId, member }: DiscordMessage): MessageOrigin {
  return {
    guildId,
    channelId,
    parentId: channel.isThread() ? channel.parentId : null,
    userId: author.id,
    roles: member ? [...member.roles.cache.keys()] : [],
    permissions: null, // what only managers may do or see is done by commands, whose replies others don't see
  };
}

async function replyTo(
  parts: HandlerContext,
  message: DiscordMessage,
  origin: MessageOrigin,
): Promise<Payload> {
  const request = readAsked(message);
  const forAsker = false;
  const replyTo = await answerRepliedTo(parts, message, origin);
  const invocation = { ...parts.invocation(origin, request, { forAsker, replyTo }) };
  const reply = await parts.chat.handle(
    origin.guildId === null ? invocation : { ...invocation, manager: false },
  );
  const { guildId, channel } = message;
  const shareable = guildId !== null;
  const threads = shareable && THREADED.has(channel.type);
  return parts.replies.of(reply, {
    request,
    page: 1,
    scope: scopeOf(origin),
    forAsker,
    shareable,
    threads,
    followsText: true,
  });
}

/** The text without the mention; nothing but a mention asks what can be asked. */
function readAsked({ client, content }: DiscordMessage): ChatRequest {
  const text = content.replaceAll(new RegExp(`<@!?${client.user.id}>`, 'g'), ' ').trim();
  return text === '' ? { kind: 'command', command: 'help', options: {} } : { kind: 'line', text };
}

/** The answer under which a person replied: its buttons know it. */
async function answerRepliedTo(
  { actions, now }: HandlerContext,
  message: DiscordMessage,
  origin: MessageOrigin,
): Promise<string | undefined> {
  if (!message.reference?.messageId) return undefined;
  const original = await message.fetchReference().catch(() => null);
  if (original?.author.id !== message.client.user.id) return undefined;
  for (const row of original.components) {
    for (const component of 'components' in row ? row.components : []) {
      const customId = 'customId' in component ? component.customId : null;
      const action = customId === null ? null : actions.verify(customId, scopeOf(origin), now());
      if (action && 'answer' in action) return action.answer;
    }
  }
  return undefined;
}

/** Where what was said before may not be read, nothing can be sent as a reply to it. */
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

/** Sends a reply once, even where Discord's answer to it is lost. Who can't be answered there hears why in private. */
async function send(parts: HandlerContext, message: DiscordMessage, payload: Payload): Promise<void> {
  if (!mayWrite(message)) return tellPrivately(parts, message);
  const reply = { messageReference: message.id, failIfNotExists: false };
  try {
    await post(message, { ...once(message, payload), reply });
  } catch (cause) {
    if (GONE.some((code) => isCode(cause, code))) return;
    if (!FORBIDDEN.some((code) => isCode(cause, code))) throw cause;
    await tellPrivately(parts, message);
  }
}

const GONE = [RESTJSONErrorCodes.UnknownChannel, RESTJSONErrorCodes.UnknownMessage];
const FORBIDDEN = [RESTJSONErrorCodes.MissingAccess, RESTJSONErrorCodes.MissingPermissions];

/** What is sent again under the same nonce appears once. */
function once({ id }: DiscordMessage, { components, flags }: Payload) {
  return { components, flags, nonce: id, enforceNonce: true };
}

/** As far as is known; Discord shuts out an address that sends it much that is forbidden. */
function mayWrite({ channel, guild }: DiscordMessage): boolean {
  const me = guild?.members.me;
  if (!me || channel.isDMBased()) return true;
  const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  return channel.permissionsFor(me).has(channel.isThread() ? SendMessagesInThreads : SendMessages);
}

async function tellPrivately({ replies, report }: HandlerContext, message: DiscordMessage): Promise<void> {
  const name = 'name' in message.channel ? `#${message.channel.name}` : 'that channel';
  const note = replies.note(
    `I may not write in ${inert(name)}; that needs Send Messages (in threads: Send Messages in Threads). /ask works there all the same.`,
  );
  await message.author
    .send(once(message, note))
    .catch((cause) => report(new Error(`No reply could be sent in ${name}.`, { cause })));
}
