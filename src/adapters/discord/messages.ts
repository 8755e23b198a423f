import type { Message as DiscordMessage } from 'discord.js';
import { requestOfText } from '../../core/bot/interaction/message-request.ts';
import type { ChatRequest, Ordering } from '../../core/bot/invocation.ts';
import { mayAttach } from './file.ts';
import type { HandlerContext } from './handler-context.ts';
import { THREADED } from './interaction-origin.ts';
import { type MessageOrigin, scopeOf, workspaceOf } from './message-origin.ts';
import { orderingIn } from './ordering.ts';
import type { Payload } from './replies.ts';
import { sendReply } from './send-reply.ts';

/** Answers what people write to Dossier: in direct messages, by mentioning it, in reply to it and in its own threads. */
export async function handleMessage(context: HandlerContext, message: DiscordMessage): Promise<void> {
  try {
    if (!isForUs(context, message)) return;
    const origin = originOf(message);
    if (!(await context.chat.claim(workspaceOf(origin.guildId), `message ${message.id}`))) return;
    if (!(await isHeeded(context, message, origin))) return;
    await sendReply(context, message, await reply(context, message, origin));
  } catch (cause) {
    context.report(new Error('Could not answer a message from Discord.', { cause }));
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

/** Whether a message is meant for Dossier: it is mentioned, alone with the person, or asked something. */
function isHeeded(
  { chat, invocation }: HandlerContext,
  message: DiscordMessage,
  origin: MessageOrigin,
): Promise<boolean> {
  const isNamed = message.content.search(mentionOf(message)) !== -1; // a reply mentions it without a word
  const line = { kind: 'line', text: withoutMention(message) } as const;
  return chat.heeds(
    invocation(origin, line, { forAsker: false }),
    origin.guildId === null || isNamed ? 'dossier' : 'its-thread',
  );
}

function originOf(message: DiscordMessage): MessageOrigin {
  const { author, channel, channelId, guildId, member } = message;
  return {
    guildId,
    channelId,
    parentId: channel.isThread() ? channel.parentId : null,
    userId: author.id,
    roles: member ? [...member.roles.cache.keys()] : [],
    permissions: null, // what only managers may do or see is done by commands, whose replies others don't see
    ordering: orderingOf(message),
  };
}

function orderingOf({ channel, guild, guildId, member }: DiscordMessage): Ordering | null {
  if (channel.isDMBased()) return null;
  const own = permissionsIn(channel, guild);
  const theirs = member ? channel.permissionsFor(member) : null;
  return orderingIn({ guildId, isMember: true, channel, own, theirs });
}

async function reply(
  context: HandlerContext,
  message: DiscordMessage,
  origin: MessageOrigin,
): Promise<Payload> {
  const request = parseText(message);
  const { channel } = message; // may be deleted while the answer is made
  const replyTo = await answerRepliedTo(context, message, origin);
  const invocation = context.invocation(origin, request, { forAsker: false, replyTo });
  const shareable = origin.guildId !== null;
  const manager = invocation.manager && !shareable;
  return context.replies.of(await context.chat.handle({ ...invocation, manager }), {
    ...{ request, page: 1, scope: scopeOf(origin), forAsker: false, followsText: true },
    ...{ shareable, threads: shareable && THREADED.has(channel.type) },
    attaches: mayAttach(permissionsIn(channel, message.guild)),
  });
}

/** What Dossier may do in a channel; null in direct messages. */
function permissionsIn(channel: DiscordMessage['channel'], guild: DiscordMessage['guild']) {
  const me = guild?.members.me;
  return me && !channel.isDMBased() ? channel.permissionsFor(me) : null;
}

/** The text without the mention. */
function parseText(message: DiscordMessage): ChatRequest {
  return requestOfText(withoutMention(message));
}

function withoutMention(message: DiscordMessage): string {
  return message.content.replaceAll(mentionOf(message), ' ').trim();
}

function mentionOf({ client }: DiscordMessage): RegExp {
  return new RegExp(`<@!?${client.user.id}>`, 'g');
}

/** The answer under which a person replied: its buttons contain the id. */
async function answerRepliedTo(
  { actions }: HandlerContext,
  message: DiscordMessage,
  origin: MessageOrigin,
): Promise<string | undefined> {
  if (!message.reference?.messageId) return undefined;
  const original = await message.fetchReference().catch(() => null);
  if (original?.author.id !== message.client.user.id) return undefined;
  for (const customId of original.components.flatMap(customIdsIn)) {
    const action = actions.verify(customId, scopeOf(origin));
    if (action && 'answer' in action) return action.answer;
  }
  return undefined;
}

/** The custom ids of a component and of those in it. */
function customIdsIn(component: object): readonly string[] {
  const own = 'customId' in component && typeof component.customId === 'string' ? [component.customId] : [];
  const inside = 'components' in component && Array.isArray(component.components) ? component.components : [];
  return [...own, ...inside.flatMap(customIdsIn)];
}
