import type { SlashCommand } from '@slack/bolt';
import { type Command, isForAsker } from '../../core/bot/command.ts';
import { CONTROL_WORDS } from '../../core/bot/invocation.ts';
import { parseLine } from '../../core/bot/parse.ts';
import { EXTERNAL, guarded, isRefused, reply, showToAll, showToOne } from './answering.ts';
import type { HandlerContext } from './handler-context.ts';
import type { Respond } from './posting.ts';

/** Commands that are slash commands of their own; all are below `/dossier`. */
const OWN = ['brief', 'ask', 'digest'];

/** A slash command as the manifest declares it and Slack sends it. */
export interface Slash {
  readonly name: string;
  readonly description: string;
  readonly usage: string;
}

/** The slash commands. */
export function slashCommands(commands: readonly Command[], prefix: string): readonly Slash[] {
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

function usageOf(options: Command['options']): string {
  return Object.keys(options)
    .filter((option) => option !== 'private')
    .map((option) => `[${option}]`)
    .join(' ');
}

/** Answers a slash command: the reply is posted, or shown to whoever asked alone. It was acknowledged already. */
export async function handleCommand(
  parts: HandlerContext,
  { command, respond }: { readonly command: SlashCommand; readonly respond: Respond },
): Promise<void> {
  const tell = (payload: Parameters<typeof showToOne>[2]) => showToOne(parts, origin, payload, respond);
  const origin = { team: parts.team, channel: command.channel_id, thread: null, user: command.user_id };
  if (isRefused(parts, command.team_id))
    return void (await tell(parts.replies.note(EXTERNAL)).catch(() => undefined));
  await guarded(parts, { origin, respond }, async () => {
    const text = toLine(command.command, command.text, parts);
    const forAsker = isLineForAsker(text, parts.commands);
    const answered = await reply(parts, origin, { request: { kind: 'line', text }, forAsker });
    const isProblem = answered.message.reply.kind === 'error' || answered.message.reply.kind === 'list';
    if (forAsker || isProblem) await tell(answered.payload);
    else await showToAll(parts, origin, answered, respond);
  });
}

/** The line that somebody would type in a text chat for the same. */
function toLine(
  command: string,
  text: string,
  { commands, prefix }: Pick<HandlerContext, 'commands' | 'prefix'>,
): string {
  const name = command.slice(1 + prefix.length);
  const words = unescapeText(text).trim();
  if (name !== 'dossier') return `/${name} ${words}`.trim();
  const [first = ''] = words.split(/\s/, 1);
  const isCommand = commands.some((known) => known.name === first.toLowerCase());
  if (words === '') return '/help';
  return isCommand || words.startsWith('/') ? `/${words.replace(/^\//, '')}` : words;
}

/** Slack escapes three characters in what people type, and marks up what it recognises. */
export function unescapeText(text: string): string {
  return text
    .replace(/<[#@!][^>|]*\|([^>]*)>/g, '$1')
    .replace(/<[#@!][^>]*>/g, ' ')
    .replace(/<([^>|]+)\|([^>]*)>/g, '$2')
    .replace(/<([^>]+)>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** Whether the reply to a line is for whoever typed it alone; so is what is wrong with it. */
function isLineForAsker(line: string, commands: readonly Command[]): boolean {
  if (CONTROL_WORDS.some((word) => word === line.toLowerCase())) return true;
  try {
    const request = parseLine(line, commands);
    const command = commands.find(({ name }) => request.kind === 'command' && name === request.command);
    return request.kind !== 'command' || command === undefined || isForAsker(command, request.options);
  } catch {
    return true;
  }
}
