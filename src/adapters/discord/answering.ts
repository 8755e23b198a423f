import { ChannelType, MessageFlags, type RepliableInteraction } from 'discord.js';
import type { AnswerRequest } from '../../core/bot/interaction/answer-request.ts';
import type { Message } from '../../core/replies/message.ts';
import { acknowledge } from './acknowledge.ts';
import { isGone } from './api-errors.ts';
import { mayAttach } from './file.ts';
import type { HandlerContext } from './handler-context.ts';
import { type Answerable, isBroughtAlong, originOf, THREADED } from './interaction-origin.ts';
import { scopeOf } from './message-origin.ts';
import type { DiscordSetting, Payload } from './replies.ts';
import { retryOnOutage } from './retry-on-outage.ts';

/** Answers an interaction: acknowledged at once, edited once. */
export async function answer(
  context: HandlerContext,
  interaction: Answerable,
  request: AnswerRequest,
): Promise<void> {
  const forAsker = request.forAsker || isBroughtAlong(interaction);
  if (!(await acknowledge(context, interaction, forAsker))) return;
  const { message, setting } = await reply(context, interaction, { ...request, forAsker });
  await finish(context, interaction, context.replies.of(message, setting));
}

/** The reply to a request made by an interaction, and what its buttons depend on. */
export async function reply(
  { chat, invocation }: HandlerContext,
  interaction: Answerable,
  { request, forAsker, replyTo, page = 1 }: AnswerRequest,
): Promise<{ message: Message; setting: DiscordSetting }> {
  const origin = originOf(interaction);
  const message = await chat.handle(invocation(origin, request, { forAsker, replyTo }));
  const shareable = origin.guildId !== null && !isBroughtAlong(interaction);
  const threads = shareable && THREADED.has(interaction.channel?.type ?? ChannelType.DM);
  const attaches = mayAttach(interaction.appPermissions);
  const place = { scope: scopeOf(origin), forAsker, shareable, threads, attaches };
  return { message, setting: { request, page, followsText: false, ...place } };
}

/** Puts the answer where it was announced. If Discord refuses it, a notice takes its place. */
export async function finish(
  { report, replies }: HandlerContext,
  interaction: Answerable,
  payload: Payload,
): Promise<void> {
  try {
    await retryOnOutage(() => interaction.editReply(payload));
  } catch (cause) {
    if (isGone(cause)) return;
    report(new Error('Could not send an answer to Discord.', { cause }));
    await interaction.editReply(replies.note(NOT_TAKEN)).catch(() => undefined);
  }
}

const NOT_TAKEN =
  'Discord did not accept the answer. Ask again; if this keeps happening, tell your administrator.';

/** Answers at once, only to the person. */
export async function tell(
  { report, replies }: HandlerContext,
  interaction: RepliableInteraction,
  text: string,
): Promise<void> {
  const { components, flags } = replies.note(text);
  try {
    await interaction.reply({ components, flags: flags | MessageFlags.Ephemeral });
  } catch (cause) {
    if (!isGone(cause)) report(new Error('Could not send a notice to Discord.', { cause }));
  }
}
