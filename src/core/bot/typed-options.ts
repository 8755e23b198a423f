import type { Library } from '../library/library.ts';
import { findTopic } from '../library/topics/find-topic.ts';
import type { Topic } from '../library/topics/topic.ts';
import { unquote } from '../text/quotation-marks.ts';
import { UserError } from '../text/user-error.ts';
import type { CommandDeclaration } from './command.ts';
import type { RequestContext } from './invocation.ts';
import { NARROWING, NO_NARROWING, parseNarrowing } from './narrowing-options.ts';
import { checkOptions, takeKeyed } from './parse-options.ts';

/** A question in a line, and the options in it. */
export interface TypedOptions {
  /** What is left of the line: nothing, if it has options alone. */
  readonly text: string;
  readonly options: Readonly<Record<string, string>>;
}

/** What the values of options are checked against. */
export interface TypedPorts {
  readonly library: Pick<Library, 'scopeFor' | 'names'>;
  readonly topics: readonly Topic[];
}

/**
 * Takes the options out of a line that names no command: `what does France say tag:primary`. Only what has the name of an option and a
 * value that means something here is one; all else is words. A line that is one option needs no quotation marks: `tag:press release`. Null if
 * there is none.
 */
export async function takeTyped(
  ports: TypedPorts,
  place: Pick<RequestContext, 'audience' | 'at'>,
  { line, command }: { readonly line: string; readonly command: CommandDeclaration },
): Promise<TypedOptions | null> {
  const { question: _, private: __, ...others } = command.options;
  const whole = await wholeLine(ports, place, { line, command });
  if (whole) return whole;
  const typed = new Map<string, string>();
  const taken: Record<string, string> = {};
  for (const { key, value } of takeKeyed(line, others).found) {
    const given = value.replace(/[?!.,;]+$/, '');
    if (typed.has(key) || !(await means(ports, place, { key, value: given, command }))) continue;
    typed.set(key, value);
    taken[key] = given;
  }
  const { remaining } = takeKeyed(line, others, ({ key, value }) => typed.get(key) === value);
  if (typed.size === 0) return refuseAlone(ports, place, { line, command });
  return { text: /[\p{L}\p{N}]/u.test(remaining) ? remaining : '', options: taken };
}

/** A line of options alone is no question: what is wrong with the first is a UserError. Null for any other line. */
async function refuseAlone(
  ports: TypedPorts,
  place: Pick<RequestContext, 'audience' | 'at'>,
  { line, command }: { readonly line: string; readonly command: CommandDeclaration },
): Promise<null> {
  const { question: _, private: __, ...others } = command.options;
  const { remaining, found } = takeKeyed(line, others);
  const [first] = found;
  if (first && !/[\p{L}\p{N}]/u.test(remaining)) await check(ports, place, { ...first, command });
  return null;
}

/** Reads a line that is one option and its value; null if it is none. */
async function wholeLine(
  ports: TypedPorts,
  place: Pick<RequestContext, 'audience' | 'at'>,
  { line, command }: { readonly line: string; readonly command: CommandDeclaration },
): Promise<TypedOptions | null> {
  const { question: _, private: __, ...others } = command.options;
  const [, typed = '', rest = ''] = /^([a-z_]+): ?(\S.{0,79}?)[.!]?$/i.exec(line.trim()) ?? [];
  const [key, value] = [typed.toLowerCase(), unquote(rest)];
  if (!Object.hasOwn(others, key) || !(await means(ports, place, { key, value, command }))) return null;
  return { text: '', options: { [key]: value } };
}

interface GivenOption {
  readonly key: string;
  readonly value: string;
  readonly command: CommandDeclaration;
}

/** Whether a value means something to an option here. */
async function means(
  ports: TypedPorts,
  place: Pick<RequestContext, 'audience' | 'at'>,
  given: GivenOption,
): Promise<boolean> {
  try {
    await check(ports, place, given);
    return given.value !== '';
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** Checks a value against what an option takes here; a UserError if it is none of that. */
async function check(
  { library, topics }: TypedPorts,
  place: Pick<RequestContext, 'audience' | 'at'>,
  { key, value, command }: GivenOption,
): Promise<void> {
  checkOptions({ [key]: value }, command);
  if (Object.hasOwn(NARROWING, key)) await parseNarrowing(library, place, { ...NO_NARROWING, [key]: value });
  if (key === 'topic') findTopic(value, topics);
}
