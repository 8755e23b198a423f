import { smallTalkIn } from '../conversations/small-talk.ts';
import { echo } from '../text/echo.ts';
import { hint } from '../text/hint.ts';
import { nearestNames } from '../text/nearest-names.ts';
import { UserError } from '../text/user-error.ts';
import type { CommandDeclaration } from './command.ts';
import type { ChatRequest } from './invocation.ts';
import { parseOptions } from './parse-options.ts';

/** A request for a command. */
export type CommandRequest = Extract<ChatRequest, { kind: 'command' }>;

/** Parses a line of a text chat: `/command …`, a word that runs a command, or a question. */
export function parseLine(line: string, commands: readonly CommandDeclaration[]): CommandRequest {
  const text = strip(line);
  if (isCommandLine(line)) return parseCommand(text.slice(1), commands);
  const alone = text.toLowerCase().replace(/[.!]+$/, '');
  const meant = commands.find(({ word }) => word === alone);
  if (meant) return { kind: 'command', command: meant.name, options: {} };
  return { kind: 'command', command: 'ask', options: { question: text } };
}

/** Returns the command that a request is for. Small talk is not asked of the documents, not even by `/ask`. */
export function commandOf(request: ChatRequest, commands: readonly CommandDeclaration[]): CommandRequest {
  const meant = request.kind === 'line' ? parseLine(request.text, commands) : request;
  const { question } = meant.options;
  if (meant.command !== 'ask' || typeof question !== 'string') return meant;
  const kind = commands.some(({ name }) => name === TALK) ? smallTalkIn(question) : null;
  return kind === null ? meant : { kind: 'command', command: TALK, options: { kind } };
}

const TALK = 'talk'; // the command that answers what asks nothing

/** Whether a line is `/command …`. */
export function isCommandLine(line: string): boolean {
  return strip(line).startsWith('/');
}

/** The name of the command that a request is for, which there may not be: a line may name no command. */
export function nameOf(request: ChatRequest): string {
  if (request.kind === 'command') return request.command;
  return /^\/(\S{1,40})/.exec(strip(request.text))?.[1]?.toLowerCase() ?? 'ask';
}

function strip(line: string): string {
  return line.replace(INVISIBLE, '').trim();
}

// A copied text may begin with such characters, a zero-width space for example.
const INVISIBLE = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}]+/u;

function parseCommand(text: string, commands: readonly CommandDeclaration[]): CommandRequest {
  const [name = ''] = text.split(/\s/, 1);
  const command = findTyped(name, commands);
  return { kind: 'command', command: command.name, options: parseOptions(text.slice(name.length), command) };
}

/** Finds the command of a request, a hidden one too; an unknown name is a UserError. */
export function findCommand<C extends CommandDeclaration>(name: string, commands: readonly C[]): C {
  return commands.find((known) => known.hidden && known.name === name) ?? findTyped(name, commands);
}

/** Finds a command by the name after a typed slash; an unknown one is a UserError with the nearest names. */
export function findTyped<C extends CommandDeclaration>(name: string, commands: readonly C[]): C {
  const typed = name.toLowerCase();
  const visible = commands.filter(({ hidden }) => !hidden);
  const command =
    visible.find((known) => known.name === typed) ?? commands.find(({ word }) => word === typed);
  if (command) return command;
  const near = nearestNames(
    name,
    visible.map((known) => known.name),
  );
  const next =
    near[0] === undefined ? `Type ${hint('help')} for the commands.` : `Did you mean ${hint(near[0])}?`;
  throw new UserError(`There is no command "${echo(name)}". ${next}`, {
    code: 'unknown-command',
    suggestions: near,
  });
}
