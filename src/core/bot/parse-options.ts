import { echo } from '../text/echo.ts';
import { hint } from '../text/hint.ts';
import { nearestNames } from '../text/nearest-names.ts';
import { QUOTED, unquote } from '../text/quotation-marks.ts';
import { UserError } from '../text/user-error.ts';
import type { CommandDeclaration, Option, Options, OptionValues } from './command.ts';

/**
 * Parses options given as `key:value`, anywhere outside quotation marks, and as bare words in order. The last option may
 * take the rest of the line: anything that is no option of the command is part of it.
 */
export function parseOptions(text: string, command: CommandDeclaration): Record<string, string> {
  const values: Record<string, string> = {};
  let rest = text.trim();
  while (rest !== '') rest = takeNext(rest, values, command).trim();
  return values;
}

/** Parses the words of a command line, where each is one, with the spaces in it; what takes the rest stays as it is. */
export function parseArguments(
  words: readonly string[],
  command: CommandDeclaration,
): Record<string, string> {
  const places = Object.values(command.options).filter(({ position }) => position !== undefined);
  const whole = places.some(({ rest }) => rest) ? places.length - 1 : Number.POSITIVE_INFINITY;
  let bare = 0;
  const typed = words.map((word) => {
    const [, key = '', value = ''] = /^([a-z_]+):(.*)$/is.exec(word) ?? [];
    if (Object.hasOwn(command.options, key.toLowerCase())) return `${key}:${inMarks(value)}`;
    return bare++ < whole ? inMarks(word) : word;
  });
  return parseOptions(typed.join(' '), command);
}

/** Puts a value with spaces in quotation marks, unless it is. */
function inMarks(value: string): string {
  return /\s/.test(value) && unquote(value) === value ? `"${value.replaceAll('"', '”')}"` : value;
}

/** Takes the first option off a text; returns the rest of the text. */
function takeNext(text: string, values: Record<string, string>, command: CommandDeclaration): string {
  const [word = ''] = text.split(/\s/, 1);
  if (isEmptyOption(word, command.options)) throw noValue(word);
  const keyed = parseKeyed(text, command.options);
  if (keyed) {
    put(values, keyed);
    return text.slice(keyed.length);
  }
  return takeBare(text, values, command);
}

/** Takes words without a name for the next option that has a place. */
function takeBare(text: string, values: Record<string, string>, command: CommandDeclaration): string {
  const [word = ''] = WORD.exec(text) ?? [];
  const [name, option] = nextPositional(command.options, values) ?? [];
  if (option?.rest && name !== undefined) return takeRest(text, name, { values, options: command.options });
  if (KEYED.test(word)) throw unexpected(word, command);
  const chosen = option ? choiceAt(text, option) : null;
  const before = chosen === null ? goesOn(word, values, command) : null;
  if (before !== null) values[before] = `${values[before]} ${word}`;
  else if (name === undefined) throw unexpected(word, command);
  else values[name] = option?.keepsMarks ? (chosen ?? word) : unquote(chosen ?? word);
  return text.slice((chosen ?? word).length);
}

/** The choice that a text begins with, of up to three words: “3 minutes”. Null if it begins with none, or there is nothing to choose. */
function choiceAt(text: string, option: Option): string | null {
  const openings = [/^\S+\s+\S+\s+\S+/, /^\S+\s+\S+/, /^\S+/].flatMap((words) => words.exec(text) ?? []);
  return openings.find((words) => chosenBy(words, option) !== undefined) ?? null;
}

/** The option before that an unquoted word goes on: a topic’s title has several words. */
function goesOn(
  word: string,
  values: Readonly<Record<string, string>>,
  { options }: CommandDeclaration,
): string | null {
  const [, next] = nextPositional(options, values) ?? [];
  const looksRight = next?.like?.test(word) ?? false;
  const last = Object.keys(values).at(-1);
  const option = last === undefined ? undefined : options[last];
  if (last === undefined || option?.position === undefined || option.completes !== 'topics') return null;
  if (looksRight || QUOTE.test(word) || /^\d/.test(word)) return null;
  const choices = Object.values(options).flatMap((each) =>
    each.position === undefined ? [] : (each.choices ?? []),
  );
  return nearestNames(word, choices).length > 0 ? null : last;
}

/** Gives one option the whole text, but for the other options in it. */
function takeRest(
  text: string,
  name: string,
  { values, options }: { values: Record<string, string>; options: Options },
): string {
  const { [name]: own, ...others } = options;
  const { remaining, found } = takeKeyed(text, others);
  for (const option of found) put(values, option);
  if (own?.completes !== undefined) refuseEmpty(remaining, others);
  values[name] = remaining;
  return '';
}

/** What names a thing holds no name of an option without a value, but in quotation marks; a sentence may. */
function refuseEmpty(text: string, options: Options): void {
  const unquoted = text.replace(QUOTES, ' ').split(/\s+/);
  const empty = unquoted.find((word) => isEmptyOption(word, options));
  if (empty !== undefined) throw noValue(empty);
}

function isEmptyOption(word: string, options: Options): boolean {
  return word.endsWith(':') && Object.hasOwn(options, word.slice(0, -1).toLowerCase());
}

/** Checks given options against a command's: unknown names and values that are not among the choices are UserErrors. */
export function checkOptions<O extends Options>(
  given: Readonly<Record<string, string>>,
  command: CommandDeclaration<O>,
): OptionValues<O> {
  for (const name of Object.keys(given))
    if (!Object.hasOwn(command.options, name)) throw unexpected(name, command);
  const options: readonly (readonly [string, Option])[] = Object.entries(command.options);
  const entries = options.map(([name, option]) => {
    const value = given[name]?.trim() || null;
    const { choices } = option;
    if (value === null || !choices) return [name, value];
    const chosen = chosenBy(value, option);
    if (chosen !== undefined) return [name, chosen];
    throw new UserError(
      `"${echo(value)}" is not a valid ${name} for ${hint(command.name)}. Choose ${choices.join(', ')}.`,
      { code: 'invalid-option', suggestions: choices },
    );
  });
  return Object.fromEntries(entries) as OptionValues<O>;
}

function chosenBy(
  value: string,
  { choices = [], synonyms }: Pick<Option, 'choices' | 'synonyms'>,
): string | undefined {
  const typed = value.toLowerCase().replace(/\s+/g, ' ');
  return choices.find((choice) => choice === typed || choice === synonyms?.[typed]);
}

/** Returns the first positional option that has no value yet. */
export function nextPositional(
  options: Options,
  taken: Readonly<Record<string, string>>,
): [string, Option] | undefined {
  return Object.entries(options)
    .filter(([name, { position }]) => position !== undefined && !Object.hasOwn(taken, name))
    .sort(([, a], [, b]) => (a.position ?? 0) - (b.position ?? 0))[0];
}

const WORD = new RegExp(`^(?:${QUOTED}(?=\\s|$)|\\S+)`);
const QUOTE = /^["“„«]/;
const KEYED = new RegExp(`^([a-z_]+):(${QUOTED}|\\S+)(?=\\s|$)`, 'i');
const QUOTES = new RegExp(QUOTED, 'g');
const PART = new RegExp(`\\s*((?:${QUOTED}|\\S)+)`, 'g');

/** An option by its name, as it stands in a text. */
export interface Keyed {
  readonly key: string;
  readonly value: string;
  readonly length: number;
}

function parseKeyed(text: string, options: Options): Keyed | null {
  const found = KEYED.exec(text);
  const key = found?.[1]?.toLowerCase();
  if (!found || key === undefined || !Object.hasOwn(options, key)) return null;
  const typed = found[2] ?? '';
  return { key, value: options[key]?.keepsMarks ? typed : unquote(typed), length: found[0].length };
}

/** Takes the named options out of a text, as far as they are accepted; anything between quotation marks stays as it is. */
export function takeKeyed(
  text: string,
  options: Options,
  isAccepted: (keyed: Keyed) => boolean = () => true,
): { remaining: string; found: readonly Keyed[] } {
  const found: Keyed[] = [];
  const remaining = text.replace(PART, (spaced, part: string) => {
    const keyed = parseKeyed(part, options);
    if (keyed?.length !== part.length || !isAccepted(keyed)) return spaced;
    found.push(keyed);
    return '';
  });
  return { remaining: remaining.trim(), found };
}

function put(values: Record<string, string>, { key, value }: Keyed): void {
  if (Object.hasOwn(values, key) && values[key] !== value)
    throw new UserError(`"${key}:" is given twice. Use "${echo(values[key] ?? '')}" or "${echo(value)}".`, {
      code: 'invalid-option',
    });
  values[key] = value;
}

function noValue(key: string): UserError {
  return new UserError(`"${key}" has no value. Type it right after the colon, without a space.`, {
    code: 'invalid-option',
  });
}

/** The error for a word that a command has no option for. */
function unexpected(word: string, command: CommandDeclaration): UserError {
  const names = Object.keys(command.options);
  const takes = names.length > 0 ? `It takes ${names.join(', ')}.` : 'It takes no options.';
  return new UserError(`${hint(command.name)} does not accept "${echo(word)}". ${takes}`, {
    code: 'invalid-option',
    suggestions: names,
  });
}
