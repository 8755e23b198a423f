import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  RESTJSONErrorCodes,
} from 'discord.js';
import { isForAsker } from '../../core/bot/command.ts';
import { MESSAGE_MENUS } from '../../core/bot/message-menus.ts';
import { clip } from '../../core/text/clip.ts';
import { type Answerable, answer, isCode, originOf, tell } from './answering.ts';
import { actOnComponent, askByForm } from './buttons.ts';
import { ACTION } from './commands.ts';
import type { HandlerContext } from './handler-context.ts';
import { LIMITS } from './limits.ts';

/** Does what an interaction asks for. Whatever goes wrong, somebody is told. */
export async function handleInteraction(parts: HandlerContext, interaction: Interaction): Promise<void> {
  try {
    await dispatch(parts, interaction);
  } catch (cause) {
    parts.report(new Error('A request from Discord could not be answered.', { cause }));
    if (interaction.isRepliable()) await apologise(parts, interaction as Answerable);
  }
}

async function dispatch(parts: HandlerContext, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return suggest(parts, interaction);
  if (interaction.isChatInputCommand()) return runCommand(parts, interaction);
  if (interaction.isMessageContextMenuCommand()) return useMenu(parts, interaction);
  if (interaction.isButton() || interaction.isStringSelectMenu()) return actOnComponent(parts, interaction);
  if (interaction.isModalSubmit()) return askByForm(parts, interaction);
  if (interaction.isRepliable()) return tell(parts, interaction, NO_LONGER); // of another version, or forged
}

async function apologise(parts: HandlerContext, interaction: Answerable): Promise<void> {
  if (!interaction.deferred && !interaction.replied) return tell(parts, interaction, SORRY);
  await interaction.editReply(parts.replies.note(SORRY)).catch(() => undefined);
}

const NO_LONGER = 'Dossier does not offer this, or no longer. Type /help for what it does.';
const SORRY = 'Something went wrong in Dossier itself. Whoever runs it finds more in its log.';

function runCommand(parts: HandlerContext, interaction: ChatInputCommandInteraction): Promise<void> {
  const command = parts.commands.find(({ name }) => name === interaction.commandName);
  const options = Object.fromEntries(interaction.options.data.flatMap(formatOption));
  const request = { kind: 'command', command: interaction.commandName, options } as const;
  return answer(parts, interaction, {
    request,
    forAsker: command === undefined || isForAsker(command, options),
  });
}

/** An option with its value; a subcommand as the action that it is, with its own options. */
function formatOption({ type, name, value, options }: CommandInteractionOption): [string, string][] {
  return type === ApplicationCommandOptionType.Subcommand
    ? [[ACTION, name], ...(options ?? []).flatMap(formatOption)]
    : [[name, formatValue(value)]];
}

function formatValue(value: string | number | boolean | undefined): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? '');
}

/** The text of a message as a question, or as what to look for. */
function useMenu(parts: HandlerContext, interaction: MessageContextMenuCommandInteraction): Promise<void> {
  const menu = MESSAGE_MENUS.find(({ name }) => name === interaction.commandName);
  const text = clip(wordsOf(interaction.targetMessage.content), MAX_TEXT);
  if (!menu || text === '')
    return tell(parts, interaction, 'This message has no text to look for. Choose one with words in it.');
  const request = { kind: 'command', command: menu.command, options: { [menu.option]: text } } as const;
  return answer(parts, interaction, { request, forAsker: true });
}

/** A message without what is in no document: mentions, pictures and addresses. */
function wordsOf(content: string): string {
  return content
    .replace(/<[^<>\s]+>|https?:\/\/\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const MAX_TEXT = 300; // characters of a message that are looked for

async function suggest(parts: HandlerContext, interaction: AutocompleteInteraction): Promise<void> {
  try {
    await interaction.respond(await choicesFor(parts, interaction));
  } catch (cause) {
    if (isCode(cause, RESTJSONErrorCodes.UnknownInteraction)) return; // who typed has typed on
    parts.report(new Error('What could be typed in Discord could not be told.', { cause }));
    if (!interaction.responded) await interaction.respond([]).catch(() => undefined);
  }
}

async function choicesFor({ chat, invocation }: HandlerContext, interaction: AutocompleteInteraction) {
  const { name, value } = interaction.options.getFocused(true);
  const typed = { command: interaction.commandName, option: name, value: String(value) };
  const request = { kind: 'command', command: interaction.commandName, options: {} } as const;
  const found = await chat.suggest(invocation(originOf(interaction), request, { forAsker: true }), typed);
  return found
    .filter((each) => each.value.length <= LIMITS.choice)
    .slice(0, LIMITS.choices)
    .map((each) => ({
      name: clip(each.label.replace(/\s+/g, ' ').trim() || each.value, LIMITS.choice),
      value: each.value,
    }));
}
