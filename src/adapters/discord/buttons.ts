import {
  type ButtonInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { type Deed, requestOf } from '../../core/chat/deeds.ts';
import { acknowledge, answer, finish, placeOf, type Request, reply, saidBy, tell } from './answering.ts';
import { QUESTION_FIELD, questionForm, toReasons } from './components.ts';
import type { Parts } from './parts.ts';
import { openThread } from './threads.ts';

type Component = ButtonInteraction | StringSelectMenuInteraction;

/** Does what a button or a menu under a message is for. */
export async function actOnComponent(parts: Parts, interaction: Component): Promise<void> {
  const deed = deedOf(parts, interaction);
  if (!deed) return tell(parts, interaction, NOT_GOOD);
  switch (deed.kind) {
    case 'ask':
      return interaction.showModal(questionForm(interaction.customId));
    case 'thread':
      return interaction.isButton() ? openThread(parts, interaction, deed.answer) : undefined;
    case 'up':
    case 'down':
    case 'reason':
      return rate(parts, interaction, deed);
    default:
      return answer(parts, interaction, { forAsker: isForAsker(interaction), ...requestOf(deed) });
  }
}

const NOT_GOOD = 'This button is too old, or does not belong here. Ask again with /ask or /brief.';

function deedOf({ deeds, now }: Parts, interaction: Component | ModalSubmitInteraction): Deed | null {
  return deeds.read(interaction.customId, placeOf(saidBy(interaction)), now());
}

function isForAsker({ message }: Pick<Component, 'message'>): boolean {
  return message.flags.has(MessageFlags.Ephemeral);
}

/** A question typed into the form under an answer. */
export async function askByForm(parts: Parts, interaction: ModalSubmitInteraction): Promise<void> {
  const deed = deedOf(parts, interaction);
  if (deed?.kind !== 'ask') return tell(parts, interaction, NOT_GOOD);
  const question = interaction.fields.getTextInputValue(QUESTION_FIELD);
  const forAsker = interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false;
  const asked = { kind: 'command', command: 'ask', options: { question } } as const;
  await answer(parts, interaction, { asked, replyTo: deed.answer, forAsker });
}

/** Keeps what somebody thinks of an answer, once however often it is pressed. */
async function rate(parts: Parts, interaction: Component, deed: Deed & { answer: string }): Promise<void> {
  if (!(await acknowledge(parts, interaction, true))) return;
  const [reason] = interaction.isStringSelectMenu() ? interaction.values : [];
  const rating = deed.kind === 'up' ? 'up' : 'down';
  const options = { rating, answer: deed.answer, ...(reason === undefined ? {} : { reason }) };
  const { workspace } = placeOf(saidBy(interaction));
  const event = ['rated', interaction.user.id, deed.answer, rating, reason].join(' ');
  const isFirst = await parts.chat.claim({ platform: 'discord', workspace }, event);
  const request = { asked: { kind: 'command', command: 'feedback', options }, forAsker: true } as const;
  const payload = isFirst
    ? await thank(parts, interaction, request)
    : parts.replies.note('You said so already. Thank you.');
  if (deed.kind === 'down') payload.components.push(...reasonsFor(parts, interaction, deed.answer));
  await finish(parts, interaction, payload);
}

async function thank(parts: Parts, interaction: Component, request: Request) {
  const { message, setting } = await reply(parts, interaction, request);
  return parts.replies.of(message, setting);
}

function reasonsFor({ deeds, commands, now }: Parts, interaction: Component, answered: string) {
  const customId = deeds.write({ kind: 'reason', answer: answered }, placeOf(saidBy(interaction)), now());
  const reasons = commands.find(({ name }) => name === 'feedback')?.options.reason?.choices ?? [];
  return customId === null || reasons.length === 0 ? [] : [toReasons(customId, reasons)];
}
