import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ButtonInteraction,
  ChannelType,
  MessageFlags,
  type RepliableInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { AnswerRequest } from '../../core/bot/interaction/answer-request.ts';
import { isFirstPress, JUST_PRESSED, type Press } from '../../core/bot/interaction/first-press.ts';
import type { ChatRequest, Invocation } from '../../core/bot/invocation.ts';
import type { Message } from '../../core/replies/message.ts';
import type { Reply } from '../../core/replies/reply.ts';
import { acknowledge, announce, claim } from './acknowledge.ts';
import { isGone } from './api-errors.ts';
import { documentReader } from './attached-file.ts';
import { listReader } from './attached-list.ts';
import { mayAttach } from './file.ts';
import type { HandlerContext } from './handler-context.ts';
import { type Answerable, isBroughtAlong, isDirect, originOf, THREADED } from './interaction-origin.ts';
import { scopeOf, workspaceOf } from './message-origin.ts';
import type { DiscordSetting, Payload } from './replies.ts';
import { retryOnOutage } from './retry-on-outage.ts';

/** Answers an interaction: acknowledged at once, edited once. */
export async function answer(
  context: HandlerContext,
  interaction: Answerable,
  request: AnswerRequest,
): Promise<void> {
  const forAsker = request.forAsker || isBroughtAlong(interaction);
  const isHidden = forAsker || isDirect(interaction);
  const make = isHidden ? replyInPrivate : replyInPublic;
  const made = await make(context, interaction, () =>
    payloadFor(context, interaction, { ...request, forAsker }),
  );
  if (made) await finish(context, interaction, made.payload);
}

/** Answers the press of a button. What it shows everyone is shown once, though several press it at once. */
export async function answerPress(
  context: HandlerContext,
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  request: AnswerRequest,
): Promise<void> {
  if (request.forAsker || isBroughtAlong(interaction)) return answer(context, interaction, request);
  const made = await replyInPublic(context, interaction, async () =>
    (await isFirstPress(context.chat, pressOf(interaction)))
      ? payloadFor(context, interaction, request)
      : { payload: context.replies.note(JUST_PRESSED), isForAsker: true },
  );
  if (made) await finish(context, interaction, made.payload);
}

function pressOf(interaction: ButtonInteraction | StringSelectMenuInteraction): Press {
  const { guildId, customId, message, createdAt } = interaction;
  return { workspace: workspaceOf(guildId), button: `${message.id} ${customId}`, at: createdAt };
}

/** What is sent, and whether it concerns only the person who asked. */
interface Made {
  readonly payload: Payload;
  readonly isForAsker: boolean;
}

async function payloadFor(
  context: HandlerContext,
  interaction: Answerable,
  request: AnswerRequest,
): Promise<Made> {
  const { message, setting } = await reply(context, interaction, request);
  return { payload: context.replies.of(message, setting), isForAsker: isForAskerAlone(message.reply) };
}

/** What reads the files attached to a command. */
function filesOf(
  context: HandlerContext,
  interaction: Answerable,
  request: ChatRequest,
): Pick<Invocation, 'readFile' | 'readOptions'> {
  const takes = (option: string) => takesList(context, request, option);
  return {
    ...documentReader(interaction, context.readDocument),
    ...listReader(interaction, { read: context.readAttached, takesList: takes }),
  };
}

function takesList({ commands }: HandlerContext, request: ChatRequest, option: string): boolean {
  const name = request.kind === 'command' ? request.command : '';
  return commands.find((command) => command.name === name)?.options[option]?.file === true;
}

/** A reply, and what its buttons depend on. */
interface Given {
  readonly message: Message;
  readonly setting: DiscordSetting;
}

type MakeReply = (
  context: HandlerContext,
  interaction: Answerable,
  make: () => Promise<Made>,
) => Promise<Made | null>;

const replyInPrivate: MakeReply = async (context, interaction, make) =>
  (await acknowledge(context, interaction, true)) ? make() : null;

/** Refusals are known at once and need nobody else's attention. Who sees a reply is settled when it is announced, so that waits a moment. */
const replyInPublic: MakeReply = async (context, interaction, make) => {
  const making = claim(context, interaction).then((isFirst) => (isFirst ? make() : null));
  const soon = await Promise.race([
    making.catch(() => undefined),
    sleep(A_MOMENT, undefined, { ref: false }),
  ]);
  if (soon === null) return null;
  return (await announce(context, interaction, soon?.isForAsker ?? false)) ? making : null;
};

const A_MOMENT = 300; // milliseconds; Discord waits for three seconds

/** What is wrong with a request, and that there is no more. */
function isForAskerAlone({ kind, command }: Reply): boolean {
  return kind === 'error' || (kind === 'note' && command === 'more');
}

/** The reply to a request made by an interaction, and what its buttons depend on. */
export async function reply(
  context: HandlerContext,
  interaction: Answerable,
  { request, forAsker, replyTo, page = 1 }: AnswerRequest,
): Promise<Given> {
  const { chat, invocation } = context;
  const origin = originOf(interaction);
  const asked = invocation(origin, request, { forAsker, replyTo });
  const message = await chat.handle({ ...asked, ...filesOf(context, interaction, request) });
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
