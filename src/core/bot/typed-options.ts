import { topicNamed } from '../library/find-topic.ts';
import type { Library } from '../library/library.ts';
import type { Topic } from '../library/topic.ts';
import { UserError } from '../text/user-error.ts';
import type { CommandDeclaration } from './command.ts';
import type { RequestContext } from './invocation.ts';
import { NARROWING, NO_NARROWING, parseNarrowing } from './narrowing-options.ts';
import { checkOptions, takeKeyed } from './parse-options.ts';

/** A question in a line, and the options in it. */
export interface TypedOptions {
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
 * value that means something here is one; all else is words. Null if there is none, or nothing besides.
 */
export async function takeTyped(
  ports: TypedPorts,
  place: Pick<RequestContext, 'audience' | 'at'>,
  { line, command }: { readonly line: string; readonly command: CommandDeclaration },
): Promise<TypedOptions | null> {
  const { question: _, private: __, ...others } = command.options;
  const typed = new Map<string, string>();
  const taken: Record<string, string> = {};
  for (const { key, value } of takeKeyed(line, others).found) {
    const given = value.replace(/[?!.,;]+$/, '');
    if (typed.has(key) || !(await means(ports, place, { key, value: given, command }))) continue;
    typed.set(key, value);
    taken[key] = given;
  }
  const { remaining } = takeKeyed(line, others, ({ key, value }) => typed.get(key) === value);
  return typed.size > 0 && /[\p{L}\p{N}]/u.test(remaining) ? { text: remaining, options: taken } : null;
}

/** Whether a value means something to an option here. */
async function means(
  { library, topics }: TypedPorts,
  place: Pick<RequestContext, 'audience' | 'at'>,
  {
    key,
    value,
    command,
  }: { readonly key: string; readonly value: string; readonly command: CommandDeclaration },
): Promise<boolean> {
  try {
    checkOptions({ [key]: value }, command);
    if (Object.hasOwn(NARROWING, key))
      await parseNarrowing(library, place, { ...NO_NARROWING, [key]: value });
    return value !== '' && (key !== 'topic' || topicNamed(value, topics) !== undefined);
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
