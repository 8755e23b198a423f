import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ButtonInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
  type RepliableInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { ChatRequest } from '../../core/bot/invocation.ts';
import type { Message } from '../../core/replies/message.ts';
import type { HandlerContext } from './handler-context.ts';
import type { MessageOrigin } from './message-origin.ts';
import type { Payload, Setting } from './replies.ts';
import { isOutage, retryOnOutage } from './retry-on-outage.ts';

/** An interaction that can be answered by a message. */
export type Answerable =
  | ButtonInteraction
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ModalSubmitInteraction
  | StringSelectMenuInteraction;

/** What is asked by an interaction. */
export interface AnswerRequest {
  readonly request: ChatRequest;
  readonly forAsker: boolean;
  readonly replyTo?: string;
  /** Which page of the reply, from 1. */
  readonly page?: number;
}

/** Answers an interaction: acknowledged at once, edited once. */
export async function answer(
  parts: HandlerContext,
  interaction: Answerable,
  request: AnswerRequest,
): Promise<void> {
  const forAsker = request.forAsker || isBroughtAlong(interaction);
  if (!(await acknowledge(parts, interaction, forAsker))) return;
  const { message, setting } = await reply(parts, interaction, { ...request, forAsker });
  await finish(parts, interaction, parts.replies.of(message, setting));
}

/** The reply to a request made by an interaction, and what its buttons depend on. */
export async function reply(
  { chat, invocation }: HandlerContext,
  interaction: Answerable,
  { request, forAsker, replyTo, page = 1 }: AnswerRequest,
): Promise<{ message: Message; setting: Setting }> {
  const origin = originOf(interaction);
  const message = await chat.handle(invocation(origin, request, { forAsker, replyTo }));
  const inServer = origin.guildId !== null && !isBroughtAlong(interaction);
  const scope = scopeOf(origin);
  const threads = inServer && THREADED.has(interaction.channel?.type ?? ChannelType.DM);
  return {
    message,
    setting: { request, page, scope, forAsker, shareable: inServer, threads, followsText: false },
  };
}

/** Channels in which a thread can be opened under a message. */
export const THREADED: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
]);

/**
 * Tells Discord that an answer is coming; false where it comes already, or it is too late. Where nobody knows
 * whether Discord has heard it, the answer is tried all the same.
 */
export async function acknowledge(
  parts: HandlerContext,
  interaction: Answerable,
  forAsker: boolean,
): Promise<boolean> {
  if (!(await announce(parts, interaction, forAsker && !isDirect(interaction)))) return false;
  // Only now: in a burst, storing takes longer than Discord waits.
  const { workspace } = scopeOf(originOf(interaction));
  return parts.chat.claim({ platform: 'discord', workspace }, `interaction ${interaction.id}`);
}

async function announce(
  { report }: HandlerContext,
  interaction: Answerable,
  isHidden: boolean,
): Promise<boolean> {
  try {
    await defer(interaction, isHidden);
  } catch (cause) {
    const isTwice = isCode(cause, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);
    if (!isTwice) report(new Error('Discord did not take the acknowledgement of a request.', { cause }));
    if (!isTwice && !isOutage(cause)) return false;
  }
  interaction.deferred = true; // discord.js edits only what it knows to be announced
  return true;
}

/** A request that fails or hangs is made once more: Discord waits no longer than three seconds. */
async function defer(interaction: Answerable, forAsker: boolean): Promise<void> {
  const attempt = () => interaction.deferReply(forAsker ? { flags: MessageFlags.Ephemeral } : {});
  const first = attempt();
  const told = first.then(
    () => true,
    (cause) => !isOutage(cause),
  );
  if (await Promise.race([told, patience()])) {
    await first;
    return;
  }
  const second = attempt().catch((cause) => {
    if (!isCode(cause, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw cause;
  });
  await Promise.any([first, second]).catch(() => second);
}

/** False after a while. While this process is busy it waits longer: then the answer is here, and not read yet. */
async function patience(): Promise<boolean> {
  for (let slice = 0; slice < SLICES; slice++) await sleep(SLICE, undefined, { ref: false });
  return false;
}

const SLICE = 100; // milliseconds
const SLICES = 12;

/** Puts the answer where it was announced. What Discord refuses is told instead of left loading. */
export async function finish(
  { report, replies }: HandlerContext,
  interaction: Answerable,
  payload: Payload,
): Promise<void> {
  try {
    await retryOnOutage(() => interaction.editReply(payload));
  } catch (cause) {
    if (isGone(cause)) return;
    report(new Error('Discord did not take an answer.', { cause }));
    await interaction.editReply(replies.note(NOT_TAKEN)).catch(() => undefined);
  }
}

const NOT_TAKEN = 'Discord did not take the answer. Ask again; if it stays so, tell whoever runs Dossier.';

/** Answers at once, to the person alone. */
export async function tell(
  { report, replies }: HandlerContext,
  interaction: RepliableInteraction,
  text: string,
): Promise<void> {
  const { components, flags } = replies.note(text);
  try {
    await interaction.reply({ components, flags: flags | MessageFlags.Ephemeral });
  } catch (cause) {
    if (!isGone(cause)) report(new Error('Discord did not take a notice.', { cause }));
  }
}

/** The message, its channel, or the time to answer is gone, or another has answered: nobody is left to be told. */
function isGone(error: unknown): boolean {
  return GONE.some((code) => isCode(error, code));
}

const GONE = [
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
];

/** Says whether Discord refused something for one reason. */
export function isCode(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}

/** Somebody uses Dossier among people who have not added it: what they see is not for it to decide. */
function isBroughtAlong(interaction: Interaction): boolean {
  if (interaction.inGuild()) return !interaction.inCachedGuild();
  return interaction.context === InteractionContextType.PrivateChannel;
}

/** Between one person and Dossier, where all is private and may as well stay. */
function isDirect(interaction: Interaction): boolean {
  return !interaction.inGuild() && !isBroughtAlong(interaction);
}

/** Where an interaction was made, and by whom. */
export function originOf(interaction: Interaction): MessageOrigin {
  const { channel, member } = interaction;
  return {
    guildId: interaction.guildId,
    channelId: interaction.channelId ?? '',
    parentId: channel?.isThread() ? channel.parentId : null,
    userId: interaction.user.id,
    roles: !member ? [] : Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()],
    permissions: interaction.memberPermissions,
  };
}

/** Where a component is good. */
export function scopeOf({ guildId, channelId }: Pick<Interaction, 'guildId' | 'channelId'>) {
  return { workspace: guildId ?? '@me', channel: channelId ?? '' };
}
