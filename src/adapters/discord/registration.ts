import { type Client, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { CommandDeclaration } from '../../core/bot/command.ts';
import { isCode } from './api-errors.ts';
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
  const { rest, application, guilds } = client;
  const everywhere = Routes.applicationCommands(application.id);
  const inGuild = (id: string) => Routes.applicationGuildCommands(application.id, id);
  const route = guildId === null ? everywhere : inGuild(guildId);
  const found = await look(rest, route);
  if (guildId !== null) await clear(rest, everywhere);
  const others = [...guilds.cache.keys()].filter((id) => id !== guildId);
  if (others.length <= MAX_SWEPT || found.length === 0) await sweep(rest, others.map(inGuild));
  const wanted = toRegistered(commands, guildId === null ? 'global' : 'guild');
  return isRegistered(wanted, found) ? found : toList(await rest.put(route, { body: wanted }));
}

// Servers that are looked into at every start. Beyond, only before the first registration: what a single server has goes before
// the commands are registered for everyone, so where they are registered, no server has its own.
const MAX_SWEPT = 100;

/** Removes what is registered in single servers, one after the other. */
async function sweep(rest: REST, routes: readonly Route[]): Promise<void> {
  for (const route of routes) {
    await clear(rest, route).catch((cause) => {
      if (!isCode(cause, RESTJSONErrorCodes.MissingAccess, RESTJSONErrorCodes.UnknownGuild)) throw cause;
    });
  }
}

type Route = `/${string}`;

async function clear(rest: REST, route: Route): Promise<void> {
  if ((await look(rest, route)).length > 0) await rest.put(route, { body: [] });
}

async function look(rest: REST, route: Route): Promise<readonly Registered[]> {
  return toList(await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) }));
}

function toList(commands: unknown): readonly Registered[] {
  return Array.isArray(commands) ? commands : [];
}

/** Whether the registered commands are the wanted ones; Discord adds fields that were not sent and keeps its own order. */
export function isRegistered(wanted: readonly RegisteredCommand[], found: readonly unknown[]): boolean {
  const compared = (all: readonly unknown[]) => all.map((each) => JSON.stringify(significant(each))).sort();
  return JSON.stringify(compared(wanted)) === JSON.stringify(compared(found));
}

const SIGNIFICANT = [
  ...['type', 'name', 'description', 'required', 'choices', 'autocomplete', 'min_value', 'max_value'],
  ...['max_length', 'value', 'options', 'contexts', 'integration_types'],
  ...['name_localizations', 'description_localizations'],
];

/** The fields that are sent, in one order; an empty, false or null one counts as absent. */
function significant(value: unknown): unknown {
  if (Array.isArray(value)) {
    const parts = value.map(significant);
    return parts.every((part) => typeof part === 'number') ? parts.sort() : parts;
  }
  if (typeof value !== 'object' || value === null) return value;
  const given = value as Readonly<Record<string, unknown>>;
  return SIGNIFICANT.filter((key) => !isEmpty(given[key])).map((key) => [
    key,
    key.endsWith('_localizations') ? Object.entries(given[key] ?? {}).sort() : significant(given[key]),
  ]);
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
