import {
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type Interaction,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import { isForAsker } from '../../core/bot/command.ts';
import { requestOfMenu } from '../../core/bot/interaction/message-request.ts';
import { DEFECT, NO_TEXT } from '../../core/bot/interaction/notices.ts';
import { MESSAGE_MENUS } from '../../core/bot/message-menus.ts';
import { hint } from '../../core/text/hint.ts';
import { answer, tell } from './answering.ts';
import { actOnComponent, askByForm } from './buttons.ts';
import { ACTION } from './commands.ts';
import type { HandlerContext } from './handler-context.ts';
import type { Answerable } from './interaction-origin.ts';
import { suggest } from './suggest.ts';

/** Does what an interaction asks for. Whatever goes wrong, the person is told. */
export async function handleInteraction(context: HandlerContext, interaction: Interaction): Promise<void> {
  try {
    await dispatch(context, interaction);
  } catch (cause) {
    context.report(new Error('Could not answer a request from Discord.', { cause }));
    if (interaction.isRepliable()) await apologise(context, interaction as Answerable);
  }
}

async function dispatch(context: HandlerContext, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return suggest(context, interaction);
  if (interaction.isChatInputCommand()) return runCommand(context, interaction);
  if (interaction.isMessageContextMenuCommand()) return useMenu(context, interaction);
  if (interaction.isButton() || interaction.isStringSelectMenu()) return actOnComponent(context, interaction);
  if (interaction.isModalSubmit()) return askByForm(context, interaction);
  if (interaction.isRepliable()) return tell(context, interaction, NO_LONGER); // of another version, or forged
}

async function apologise(context: HandlerContext, interaction: Answerable): Promise<void> {
  if (!interaction.deferred && !interaction.replied) return tell(context, interaction, DEFECT);
  await interaction.editReply(context.replies.note(DEFECT)).catch(() => undefined);
}

const NO_LONGER = `Dossier does not support this. Type ${hint('help')} for the commands.`;

function runCommand(context: HandlerContext, interaction: ChatInputCommandInteraction): Promise<void> {
  const command = context.commands.find(({ name }) => name === interaction.commandName);
  const options = Object.fromEntries(interaction.options.data.flatMap(toOption));
  const request = { kind: 'command', command: interaction.commandName, options } as const;
  const forAsker = command === undefined || isForAsker(command, options);
  return answer(context, interaction, { request, forAsker });
}

/** An option with its value; a subcommand is the option `action`, with its own options. */
function toOption({ type, name, value, options }: CommandInteractionOption): [string, string][] {
  return type === ApplicationCommandOptionType.Subcommand
    ? [[ACTION, name], ...(options ?? []).flatMap(toOption)]
    : [[name, formatValue(value)]];
}

function formatValue(value: string | number | boolean | undefined): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? '');
}

function useMenu(context: HandlerContext, interaction: MessageContextMenuCommandInteraction): Promise<void> {
  const menu = MESSAGE_MENUS.find(({ name }) => name === interaction.commandName);
  const request = menu ? requestOfMenu(menu, withoutMarkup(interaction.targetMessage.content)) : null;
  return request
    ? answer(context, interaction, { request, forAsker: true })
    : tell(context, interaction, NO_TEXT);
}

/** A message without what is in no document: mentions, emoji and URLs. */
function withoutMarkup(content: string): string {
  return content.replace(/<[^<>\s]+>|https?:\/\/\S+/g, ' ');
}
