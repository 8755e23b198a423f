import { type Client, type REST, Routes } from 'discord.js';
import type { CommandDeclaration } from '../../core/bot/command.ts';
import { type RegisteredCommand, toRegistered } from './commands.ts';

/** A command as Discord knows it. */
export interface Registered {
  readonly id: string;
  readonly name: string;
}

/** Registers the commands for everyone or in one server only, if anything differs. Never in both places. */
export async function registerCommands(
  client: Client<true>,
  commands: readonly CommandDeclaration[],
  guildId: string | null,
): Promise<readonly Registered[]> {
  const { rest, application } = client;
  const everywhere = Routes.applicationCommands(application.id);
  if (guildId === null) return put(rest, everywhere, toRegistered(commands, 'global'));
  await put(rest, everywhere, []);
  return put(rest, Routes.applicationGuildCommands(application.id, guildId), toRegistered(commands, 'guild'));
}

async function put(
  rest: REST,
  route: `/${string}`,
  wanted: readonly RegisteredCommand[],
): Promise<readonly Registered[]> {
  const found = await rest.get(route);
  const isThere = Array.isArray(found) && isRegistered(wanted, found);
  const commands: unknown = isThere ? found : await rest.put(route, { body: wanted });
  return Array.isArray(commands) ? commands : [];
}

/** Whether the registered commands are the wanted ones; Discord adds fields that were not sent and keeps its own order. */
export function isRegistered(wanted: readonly RegisteredCommand[], found: readonly unknown[]): boolean {
  const compared = (all: readonly unknown[]) => all.map((each) => JSON.stringify(significant(each))).sort();
  return JSON.stringify(compared(wanted)) === JSON.stringify(compared(found));
}

const SIGNIFICANT = [
  ...['type', 'name', 'description', 'required', 'choices', 'autocomplete', 'min_value', 'max_value'],
  ...['value', 'options', 'contexts', 'integration_types'],
];

/** The fields that are sent, in one order; an empty, false or null one counts as absent. */
function significant(value: unknown): unknown {
  if (Array.isArray(value)) {
    const parts = value.map(significant);
    return parts.every((part) => typeof part === 'number') ? parts.sort() : parts;
  }
  if (typeof value !== 'object' || value === null) return value;
  const given = value as Readonly<Record<string, unknown>>;
  return SIGNIFICANT.filter((key) => !isEmpty(given[key])).map((key) => [key, significant(given[key])]);
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}
