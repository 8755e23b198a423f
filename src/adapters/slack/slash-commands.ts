import type { CommandDeclaration } from '../../core/bot/command.ts';

/** Commands that are slash commands of their own; all are below `/dossier`. */
export const OWN: readonly string[] = ['brief', 'ask', 'digest'];

/** A slash command as the manifest declares it and Slack sends it. */
export interface SlashCommand {
  readonly name: string;
  readonly description: string;
  readonly usage: string;
}

/** The slash commands for these commands. */
export function slashCommands(
  commands: readonly CommandDeclaration[],
  prefix: string,
): readonly SlashCommand[] {
  const own = commands.filter(({ name }) => OWN.includes(name));
  return [
    ...own.map(({ name, description, options, subcommands }) => ({
      name: `/${prefix}${name}`,
      description,
      usage: subcommands ? Object.keys(subcommands).join(' | ') : usageOf(options),
    })),
    {
      name: `/${prefix}dossier`,
      description: 'Any command: search, sources, topics, status, help …',
      usage: '[command] […]',
    },
  ];
}

function usageOf(options: CommandDeclaration['options']): string {
  return Object.keys(options)
    .filter((option) => option !== 'private')
    .map((option) => `[${option}]`)
    .join(' ');
}

/** The line that someone would type in a text chat for the same. */
export function toLine(
  { command, text }: { readonly command: string; readonly text: string },
  commands: readonly CommandDeclaration[],
  prefix: string,
): string {
  const name = command.slice(1 + prefix.length);
  if (name !== 'dossier') return `/${name} ${text}`.trim();
  if (text === '') return '/help';
  const [first = ''] = text.split(/\s/, 1);
  const isCommand = commands.some((known) => !known.hidden && known.name === first.toLowerCase());
  return isCommand || text.startsWith('/') ? `/${text.replace(/^\//, '')}` : text;
}
