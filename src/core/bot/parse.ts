import { echo } from '../text/echo.ts';
import { nearestNames } from '../text/nearest-names.ts';
import { QUOTED, unquote } from '../text/quotation-marks.ts';
import { UserError } from '../text/user-error.ts';
import type { Command, Option, Options, OptionValues } from './command.ts';
import { type ChatRequest, CONTROL_WORDS, type ControlWord } from './invocation.ts';

/** Reads a line typed in a text chat: `/command …`, a control word, or a question. */
export function parseLine(line: string, commands: readonly Command[]): ChatRequest {
  const text = line.replace(INVISIBLE, '').trim();
  if (text.startsWith('/')) return parseCommand(text.slice(1), commands);
  const word = CONTROL_WORDS.find((known) => known === text.toLowerCase());
  if (word !== undefined) return { kind: 'control', word: word satisfies ControlWord };
  if (text.toLowerCase() === 'help') return { kind: 'command', command: 'help', options: {} };
  return { kind: 'command', command: 'ask', options: { question: text } };
}

const INVISIBLE = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}]+/u; // what a text that was copied may begin with, as a zero-width space

/** Finds a command by name; an unknown one is a UserError with the nearest names. */
export function findCommand(name: string, commands: readonly Command[]): Command {
  const command = commands.find((known) => known.name === name.toLowerCase());
  if (command) return command;
  if (CONTROL_WORDS.some((word) => word === name.toLowerCase()))
    throw new UserError(`Type ${name.toLowerCase()} alone, without a slash.`, { code: 'unknown-command' });
  const near = nearestNames(
    name,
    commands.map((known) => known.name),
  );
  const hint = near.length > 0 ? `Did you mean /${near[0]}?` : 'Type /help for the commands.';
  throw new UserError(`There is no command /${echo(name)}. ${hint}`, {
    code: 'unknown-command',
    suggestions: near,
  });
}

/**
 * Options as `key:value`, anywhere outside quotation marks, and bare words in order. The last option may take the rest
 * of the line: what is no option of the command is part of it.
 */
export function parseOptions(text: string, command: Command): Record<string, string> {
  const values: Record<string, string> = {};
  let rest = text.trim();
  while (rest !== '') {
    const positional = nextPositional(command.options, values);
    const [word = ''] = rest.split(/\s/, 1);
    const keyed = parseKeyed(rest, command.options);
    if (word.endsWith(':') && Object.hasOwn(command.options, word.slice(0, -1).toLowerCase()))
      throw noValue(word);
    if (keyed) {
      put(values, keyed);
      rest = rest.slice(keyed.length).trim();
    } else if (positional?.[1].rest) {
      const { [positional[0]]: _own, ...others } = command.options;
      const { remaining, found } = takeKeyed(rest, others);
      for (const option of found) put(values, option);
      values[positional[0]] = remaining;
      rest = '';
    } else {
      if (!positional || KEYED.test(word)) throw unexpected(word, command);
      values[positional[0]] = unquote(word);
      rest = rest.slice(word.length).trim();
    }
  }
  return values;
}

/** Checks given options against a command's: unknown names and values that are not among the choices are refused. */
export function checkOptions<O extends Options>(
  given: Readonly<Record<string, string>>,
  command: Command<O>,
): OptionValues<O> {
  for (const name of Object.keys(given))
    if (!Object.hasOwn(command.options, name)) throw unexpected(name, command);
  const entries = Object.entries(command.options).map(([name, { choices }]) => {
    const value = given[name]?.trim() || null;
    if (value === null || !choices) return [name, value];
    const chosen = choices.find((choice) => choice === value.toLowerCase());
    if (chosen !== undefined) return [name, chosen];
    throw new UserError(
      `"${echo(value)}" is not ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name} of /${command.name}. Choose ${choices.join(', ')}.`,
      { code: 'invalid-option', suggestions: choices },
    );
  });
  return Object.fromEntries(entries) as OptionValues<O>;
}

function parseCommand(text: string, commands: readonly Command[]): ChatRequest {
  const [name = ''] = text.split(/\s/, 1);
  const command = findCommand(name, commands);
  return { kind: 'command', command: command.name, options: parseOptions(text.slice(name.length), command) };
}

/** The first option that is given by its place and was not given yet. */
export function nextPositional(
  options: Options,
  taken: Readonly<Record<string, string>>,
): [string, Option] | undefined {
  return Object.entries(options)
    .filter(([name, { position }]) => position !== undefined && !Object.hasOwn(taken, name))
    .sort(([, a], [, b]) => (a.position ?? 0) - (b.position ?? 0))[0];
}

const KEYED = new RegExp(`^([a-z_]+):(${QUOTED}|\\S+)(?=\\s|$)`, 'i');
const PART = new RegExp(`\\s*((?:${QUOTED}|\\S)+)`, 'g');

interface Keyed {
  readonly key: string;
  readonly value: string;
  readonly length: number;
}

function parseKeyed(text: string, options: Options): Keyed | null {
  const found = KEYED.exec(text);
  const key = found?.[1]?.toLowerCase();
  if (!found || key === undefined || !Object.hasOwn(options, key)) return null;
  return { key, value: unquote(found[2] ?? ''), length: found[0].length };
}

/** Takes the options named in a text out of it; what stands between quotation marks stays as it is. */
function takeKeyed(text: string, options: Options): { remaining: string; found: readonly Keyed[] } {
  const found: Keyed[] = [];
  const remaining = text.replace(PART, (spaced, part: string) => {
    const keyed = parseKeyed(part, options);
    if (keyed?.length !== part.length) return spaced;
    found.push(keyed);
    return '';
  });
  return { remaining: remaining.trim(), found };
}

function put(values: Record<string, string>, { key, value }: Keyed): void {
  if (Object.hasOwn(values, key) && values[key] !== value)
    throw new UserError(
      `The ${key} is given twice. Choose "${echo(values[key] ?? '')}" or "${echo(value)}".`,
      {
        code: 'invalid-option',
      },
    );
  values[key] = value;
}

function noValue(key: string): UserError {
  return new UserError(`"${key}" has no value. Write one right after the colon, without a space.`, {
    code: 'invalid-option',
  });
}

function unexpected(word: string, command: Command): UserError {
  const names = Object.keys(command.options);
  const takes = names.length > 0 ? `It takes ${names.join(', ')}.` : 'It takes no options.';
  return new UserError(`/${command.name} does not know what to do with "${echo(word)}". ${takes}`, {
    code: 'invalid-option',
    suggestions: names,
  });
}
