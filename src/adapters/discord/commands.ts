import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command, Option, Subcommand } from '../../core/bot/command.ts';
import { MESSAGE_MENUS } from '../../core/bot/message-menus.ts';
import { clip } from '../../core/text/clip.ts';
import { LIMITS } from './limits.ts';

type Registered = RESTPutAPIApplicationCommandsJSONBody[number];

// Where a global command is offered: in servers, in direct messages, and wherever somebody brings it along.
const EVERYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** The commands as they are to be registered. What is said of places holds for global ones only. */
export function toRegistered(commands: readonly Command[], scope: 'global' | 'guild'): Registered[] {
  const places = scope === 'global' ? EVERYWHERE : {};
  return [
    ...commands.map((command) => ({
      type: ApplicationCommandType.ChatInput as const,
      name: command.name,
      description: clip(command.description, LIMITS.commandDescription),
      options: command.subcommands
        ? Object.entries(command.subcommands).map((action) => toSubcommand(command, action))
        : toOptions(Object.entries(command.options)),
      ...places,
    })),
    ...MESSAGE_MENUS.map(({ name }) => ({ type: ApplicationCommandType.Message as const, name, ...places })),
  ];
}

/** The option whose values are subcommands, where it is told what each of them does. */
export const ACTION = 'action';

function toSubcommand({ options }: Command, [name, action]: readonly [string, Subcommand]) {
  const taken = Object.entries(options).filter(([option]) => action.options.includes(option));
  return {
    type: ApplicationCommandOptionType.Subcommand as const,
    name,
    description: clip(action.description, LIMITS.optionDescription),
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
    name,
    description: clip(option.description, LIMITS.optionDescription),
    required: option.required ?? false,
  };
  const { choices, range, completes } = option;
  if (isYesOrNo(option)) return { type: ApplicationCommandOptionType.Boolean as const, ...described };
  if (range) {
    const [min_value, max_value] = range;
    return { type: ApplicationCommandOptionType.Integer as const, ...described, min_value, max_value };
  }
  const type = ApplicationCommandOptionType.String as const;
  if (choices) return { type, ...described, choices: choices.map((value) => ({ name: value, value })) };
  return completes ? { type, ...described, autocomplete: true as const } : { type, ...described };
}

/** Says whether an option is a switch. */
function isYesOrNo({ choices }: Option): boolean {
  return choices?.join() === 'yes,no';
}

/** Says whether what is registered is what should be; Discord adds much that was not sent, and keeps its own order. */
export function isRegistered(wanted: readonly Registered[], found: readonly unknown[]): boolean {
  const compared = (all: readonly unknown[]) => all.map((each) => JSON.stringify(significant(each))).sort();
  return JSON.stringify(compared(wanted)) === JSON.stringify(compared(found));
}

const SIGNIFICANT = [
  ...[
    'type',
    'name',
    'description',
    'required',
    'choices',
    'autocomplete',
    'min_value',
    'max_value',
    'value',
  ],
  ...['options', 'contexts', 'integration_types'],
];

/** The parts that were sent, in one order; what is empty, false or null is as if it were absent. */
function significant(value: unknown): unknown {
  if (Array.isArray(value)) {
    const parts = value.map(significant);
    return parts.every((part) => typeof part === 'number') ? parts.sort() : parts;
  }
  if (typeof value !== 'object' || value === null) return value;
  const given = value as Readonly<Record<string, unknown>>;
  return SIGNIFICANT.filter((key) => !isNothing(given[key])).map((key) => [key, significant(given[key])]);
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}
