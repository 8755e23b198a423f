import type { CommandDeclaration } from '../../core/bot/command.ts';
import { createSpell, type Spell, type Spelling, TYPED } from '../../core/bot/spelling.ts';
import { asChannel, asTime } from './rich-text.ts';
import { OWN } from './slash-commands.ts';

/** Slack's slash commands: `/brief nato-asia`, and all others below `/dossier`; a prefix may be in front. */
export function slackSpelling({ prefix }: { readonly prefix: string }): Spelling {
  const slash = (name: string) => (OWN.includes(name) ? `/${prefix}${name}` : `/${prefix}dossier ${name}`);
  return {
    ...TYPED,
    time: asTime,
    channel: asChannel,
    command: (name, action) => (action === null ? slash(name) : `${slash(name)} ${action}`),
  };
}

/** Creates what writes commands as slash commands. */
export function createSlackSpell(
  commands: readonly CommandDeclaration[],
  settings: { readonly prefix: string },
): Spell {
  return createSpell(commands, slackSpelling(settings));
}
