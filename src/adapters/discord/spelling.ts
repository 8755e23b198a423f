import type { CommandDeclaration } from '../../core/bot/command.ts';
import { createSpell, type Spell, type Spelling } from '../../core/bot/spelling.ts';
import { asMention } from './markdown.ts';

/** The ids of the registered commands by name, of each bot in this process. */
const registered = new Map<string, ReadonlyMap<string, string>>();

/** Stores the ids under which the commands of a bot are registered. */
export function storeCommandIds(token: string, commands: readonly { id: string; name: string }[]): void {
  registered.set(token, new Map(commands.map(({ id, name }) => [name, id])));
}

/** Discord's mentions of commands, which open them when they are pressed: `</digest pause:123> number:4`. */
export function discordSpelling({ token }: { readonly token: string }): Spelling {
  return {
    command(name, action, first) {
      const words = [name, action ?? first].filter((word) => word !== null && word !== undefined).join(' ');
      const id = registered.get(token)?.get(name);
      return id === undefined ? `/${words}` : asMention(`</${words}:${id}>`);
    },
    option: (name, value) => `${name}:${value}`,
    bare: () => null,
    channel: (id) => asMention(`<#${id}>`),
    time: (at) => asMention(`<t:${Math.floor(at.valueOf() / 1000)}:F>`),
  };
}

/** Creates what writes commands as mentions. */
export function createDiscordSpell(
  commands: readonly CommandDeclaration[],
  settings: { readonly token: string },
): Spell {
  return createSpell(commands, discordSpelling(settings));
}
