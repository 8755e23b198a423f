import { type Client, type REST, Routes } from 'discord.js';
import type { Command } from '../../core/bot/command.ts';
import { isRegistered, toRegistered } from './commands.ts';

/** Registers the commands for everybody, or in one server alone, and only where anything differs. Never in both places. */
export async function registerCommands(
  client: Client<true>,
  commands: readonly Command[],
  guildId: string | null,
): Promise<void> {
  const { rest, application } = client;
  const everywhere = Routes.applicationCommands(application.id);
  if (guildId === null) return put(rest, everywhere, toRegistered(commands, 'global'));
  await put(rest, everywhere, []);
  await put(rest, Routes.applicationGuildCommands(application.id, guildId), toRegistered(commands, 'guild'));
}

async function put(rest: REST, route: `/${string}`, wanted: ReturnType<typeof toRegistered>): Promise<void> {
  const found = await rest.get(route);
  if (Array.isArray(found) && isRegistered(wanted, found)) return;
  await rest.put(route, { body: wanted });
}
