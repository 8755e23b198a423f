import {
  type ButtonInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { type ButtonAction, requestFor } from '../../core/bot/signed-actions.ts';
import {
  type AnswerRequest,
  acknowledge,
  answer,
  finish,
  originOf,
  reply,
  scopeOf,
  tell,
} from './answering.ts';
import { QUESTION_FIELD, questionForm, toReasons } from './components.ts';
import type { HandlerContext } from './handler-context.ts';
import { openThread } from './threads.ts';

type Component = ButtonInteraction | StringSelectMenuInteraction;

/** Does what a button or a menu under a message is for. */
export async function actOnComponent(parts: HandlerContext, interaction: Component): Promise<void> {
  const action = deedOf(parts, interaction);
  if (!action) return tell(parts, interaction, NOT_GOOD);
  switch (action.kind) {
    case 'ask':
      return interaction.showModal(questionForm(interaction.customId));
    case 'thread':
      return interaction.isButton() ? openThread(parts, interaction, action.answer) : undefined;
    case 'up':
    case 'down':
    case 'reason':
      return rate(parts, interaction, action);
    default:
      return answer(parts, interaction, { forAsker: isForAsker(interaction), ...requestFor(action) });
  }
}

const NOT_GOOD = 'This button is too old, or does not belong here. Ask again with /ask or /brief.';

function deedOf(
  { actions, now }: HandlerContext,
  interaction: Component | ModalSubmitInteraction,
): ButtonAction | null {
  return actions.verify(interaction.customId, scopeOf(originOf(interaction)), now());
}

function isForAsker({ message }: Pick<Component, 'message'>): boolean {
  return message.flags.has(MessageFlags.Ephemeral);
}

/** A question typed into the form under an answer. */
export async function askByForm(parts: HandlerContext, interaction: ModalSubmitInteraction): Promise<void> {
  const action = deedOf(parts, interaction);
  if (action?.kind !== 'ask') return tell(parts, interaction, NOT_GOOD);
  const question = interaction.fields.getTextInputValue(QUESTION_FIELD);
  const forAsker = interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false;
  const request = { kind: 'command', command: 'ask', options: { question } } as const;
  await answer(parts, interaction, { request, replyTo: action.answer, forAsker });
}

/** Keeps what somebody thinks of an answer, once however often it is pressed. */
async function rate(
  parts: HandlerContext,
  interaction: Component,
  action: ButtonAction & { answer: string },
): Promise<void> {
  if (!(await acknowledge(parts, interaction, true))) return;
  const [reason] = interaction.isStringSelectMenu() ? interaction.values : [];
  const rating = action.kind === 'up' ? 'up' : 'down';
  const options = { rating, answer: action.answer, ...(reason === undefined ? {} : { reason }) };
  const { workspace } = scopeOf(originOf(interaction));
  const event = ['rated', interaction.user.id, action.answer, rating, reason].join(' ');
  const isFirst = await parts.chat.claim({ platform: 'discord', workspace }, event);
  const request = { request: { kind: 'command', command: 'feedback', options }, forAsker: true } as const;
  const payload = isFirst
    ? await thank(parts, interaction, request)
    : parts.replies.note('You origin so already. Thank you.');
  if (action.kind === 'down') payload.components.push(...reasonsFor(parts, interaction, action.answer));
  await finish(parts, interaction, payload);
}

async function thank(parts: HandlerContext, interaction: Component, request: AnswerRequest) {
  const { message, setting } = await reply(parts, interaction, request);
  return parts.replies.of(message, setting);
}

function reasonsFor({ actions, commands, now }: HandlerContext, interaction: Component, answered: string) {
  const customId = actions.sign({ kind: 'reason', answer: answered }, scopeOf(originOf(interaction)), now());
  const reasons = commands.find(({ name }) => name === 'feedback')?.options.reason?.choices ?? [];
  return customId === null || reasons.length === 0 ? [] : [toReasons(customId, reasons)];
}
