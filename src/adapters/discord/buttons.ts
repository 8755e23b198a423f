import {
  type ButtonInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { ButtonAction } from '../../core/bot/button-action.ts';
import type { AnswerRequest } from '../../core/bot/interaction/answer-request.ts';
import { BUTTON_INVALID } from '../../core/bot/interaction/notices.ts';
import { performAction } from '../../core/bot/interaction/perform-action.ts';
import { followUp, QUESTION_FORM } from '../../core/bot/interaction/question-form.ts';
import { type RatingAction, rateAnswer, reasonsFor } from '../../core/bot/interaction/rate-answer.ts';
import { acknowledge } from './acknowledge.ts';
import { answer, answerPress, finish, reply, tell } from './answering.ts';
import { AUDIENCE_FIELD, questionForm, reasonsMenu } from './components.ts';
import type { HandlerContext } from './handler-context.ts';
import { isBroughtAlong, isDirect } from './interaction-origin.ts';
import { scopeOf, workspaceOf } from './message-origin.ts';
import { openThread } from './threads.ts';

type Component = ButtonInteraction | StringSelectMenuInteraction;

/** Does what a button or a menu under a message is for. */
export async function actOnComponent(context: HandlerContext, interaction: Component): Promise<void> {
  const action = actionOf(context, interaction);
  if (!action) return tell(context, interaction, BUTTON_INVALID);
  const show = (request: AnswerRequest) => answerPress(context, interaction, request);
  return performAction(
    action,
    { forAsker: interaction.message.flags.has(MessageFlags.Ephemeral) },
    {
      openForm: () => openForm(interaction),
      openThread: async (answered) => {
        if (interaction.isButton()) await openThread(context, interaction, answered);
      },
      rate: (rating) => rate(context, interaction, rating),
      keep: show, // no button for it is offered here
      answer: show,
    },
  );
}

async function openForm(interaction: Component): Promise<void> {
  const isHidden = interaction.message.flags.has(MessageFlags.Ephemeral);
  const choosesAudience = !isHidden && !isDirect(interaction) && !isBroughtAlong(interaction);
  await interaction.showModal(questionForm(interaction.customId, { choosesAudience }));
}

function actionOf(
  { actions }: HandlerContext,
  interaction: Component | ModalSubmitInteraction,
): ButtonAction | null {
  return actions.verify(interaction.customId, scopeOf(interaction));
}

/** Answers a question typed into the form under an answer. */
export async function askByForm(context: HandlerContext, interaction: ModalSubmitInteraction): Promise<void> {
  const action = actionOf(context, interaction);
  if (action?.kind !== 'ask') return tell(context, interaction, BUTTON_INVALID);
  const question = interaction.fields.getTextInputValue(QUESTION_FORM.field);
  const forAsker = (interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false) || isForMe(interaction);
  return answer(context, interaction, followUp(action.answer, { question, forAsker }));
}

function isForMe({ fields }: ModalSubmitInteraction): boolean {
  const { name, onlyMe } = AUDIENCE_FIELD;
  return fields.fields.has(name) && fields.getRadioGroup(name) === onlyMe;
}

async function rate(context: HandlerContext, interaction: Component, action: RatingAction): Promise<void> {
  if (!(await acknowledge(context, interaction, true))) return;
  const { chat, replies } = context;
  const [reason = null] = interaction.isStringSelectMenu() ? interaction.values : [];
  const workspace = workspaceOf(interaction.guildId);
  const payload = await rateAnswer(
    chat,
    { action, reason, user: interaction.user.id, workspace },
    {
      notice: replies.note,
      reply: async (request) => {
        const { message, setting } = await reply(context, interaction, request);
        return replies.of(message, setting);
      },
    },
  );
  const menu = reasonsFor(action, context, scopeOf(interaction));
  const components = [...payload.components, ...(menu ? [reasonsMenu(menu)] : [])];
  await finish(context, interaction, { ...payload, components });
}
