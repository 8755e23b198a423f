import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { CommandDeclaration, Option, Subcommand } from '../../core/bot/command.ts';
import { MESSAGE_MENUS } from '../../core/bot/message-menus.ts';
import { LIMITS } from './limits.ts';
import { localiseChoice, localiseDescription, localiseMenu, localiseName } from './localise.ts';

/** A command as Discord registers it. */
export type RegisteredCommand = RESTPutAPIApplicationCommandsJSONBody[number];

// Where a global command is offered: in servers, in direct messages and wherever someone brings it along.
const EVERYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** The visible commands as they are registered. Contexts apply to global commands only. */
export function toRegistered(
  commands: readonly CommandDeclaration[],
  scope: 'global' | 'guild',
): RegisteredCommand[] {
  const places = scope === 'global' ? EVERYWHERE : {};
  return [
    ...commands.filter(({ hidden }) => !hidden).map((command) => ({ ...toSlashCommand(command), ...places })),
    ...MESSAGE_MENUS.map(({ name }) => ({
      type: ApplicationCommandType.Message as const,
      ...localiseMenu(name),
      ...places,
    })),
  ];
}

function toSlashCommand(command: CommandDeclaration) {
  const { name, description, options, subcommands } = command;
  return {
    type: ApplicationCommandType.ChatInput as const,
    ...localiseName(name),
    ...localiseDescription(description),
    options: subcommands
      ? Object.entries(subcommands).map((action) => toSubcommand(command, action))
      : toOptions(Object.entries(options)),
  };
}

/** The option whose values are subcommands, if a command says what each of them does. */
export const ACTION = 'action';

function toSubcommand({ options }: CommandDeclaration, [name, action]: readonly [string, Subcommand]) {
  const taken = Object.entries(options).filter(([option]) => action.options.includes(option));
  return {
    type: ApplicationCommandOptionType.Subcommand as const,
    ...localiseName(name),
    ...localiseDescription(action.description),
    options: toOptions(
      taken.map(([option, described]) => [option, requiredIf(action.required?.includes(option), described)]),
    ),
  };
}

function requiredIf(isRequired: boolean | undefined, { required: _, ...option }: Option): Option {
  return isRequired ? { ...option, required: true } : option;
}

type Named = readonly [string, Option];

function toOptions(options: readonly Named[]) {
  return options.toSorted(requiredFirst).map(toOption);
}

function requiredFirst([, a]: Named, [, b]: Named): number {
  return Number(b.required ?? false) - Number(a.required ?? false);
}

function toOption([name, option]: Named) {
  const described = {
    ...localiseName(name),
    ...localiseDescription(option.description),
    required: option.required ?? false,
  };
  const { choices, range, completes, rest, file, document } = option;
  if (file || document) return { type: ApplicationCommandOptionType.Attachment as const, ...described };
  if (isSwitch(option)) return { type: ApplicationCommandOptionType.Boolean as const, ...described };
  if (range) {
    const [min_value, max_value] = range;
    return { type: ApplicationCommandOptionType.Integer as const, ...described, min_value, max_value };
  }
  const type = ApplicationCommandOptionType.String as const;
  if (choices) return { type, ...described, choices: choices.map(localiseChoice) };
  const max_length = rest ? LIMITS.longOption : LIMITS.option;
  const typed = { type, ...described, max_length };
  return completes ? { ...typed, autocomplete: true as const } : typed;
}

function isSwitch({ choices }: Option): boolean {
  return choices?.join() === 'yes,no';
}
