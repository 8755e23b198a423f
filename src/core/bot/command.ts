import type { Reply } from '../replies/reply.ts';
import type { Call } from './core.ts';

/** Kinds of values that can be completed. */
export type Completed = 'topics' | 'documents' | 'answers' | 'commands';

/** One option of a command. */
export interface Option {
  readonly description: string;
  /** Its place among bare words, from 0; only `key:value` where absent. */
  readonly position?: number;
  /** Takes the whole rest of the line as it stands. */
  readonly rest?: true;
  readonly choices?: readonly string[];
  /** A whole number, from the first to the second. */
  readonly range?: readonly [number, number];
  /** Without it the command can do nothing. */
  readonly required?: true;
  /** What its values are, so that they can be completed. */
  readonly completes?: Completed;
}

/** The options of a command, by name. */
export type Options = Readonly<Record<string, Option>>;

/** Checked options: null where one was not given. */
export type OptionValues<O extends Options> = {
  readonly [K in keyof O]: (O[K] extends { choices: readonly (infer C)[] } ? C : string) | null;
};

/** What a command does for one value of its option `action`. */
export interface Subcommand {
  readonly description: string;
  /** The names of the other options that have a meaning for it. */
  readonly options: readonly string[];
  /** Those of them without which it can do nothing. */
  readonly required?: readonly string[];
}

/** A slash command, the same on every platform. */
export interface Command<O extends Options = Options> {
  readonly name: string;
  readonly description: string;
  /** Who sees the reply where a platform can show it to one person alone: everybody here, or whoever asked. */
  readonly visibleTo: 'everybody' | 'asker';
  /** Costs next to nothing: it counts for no limit on how fast one may ask. */
  readonly light?: true;
  readonly options: O;
  /** For a command with an option `action`: each of its values, for platforms that offer them one by one. */
  readonly subcommands?: Readonly<Record<string, Subcommand>>;
  /** A line to try; `{topic}` stands for one of the actual topics. */
  readonly example: string;
  run(call: Call, options: OptionValues<O>): Reply | Promise<Reply>;
}

/** Declares a command; its `run` gets its own options, typed. */
export function defineCommand<const O extends Options>(command: Command<O>): Command {
  return command as unknown as Command;
}

/** The option by which somebody asks for a reply that others don't see. */
export const PRIVATE = {
  description: 'show the reply to me alone (no)',
  choices: ['yes', 'no'],
} as const satisfies Option;

/** Says whether a reply is for whoever asked alone. */
export function isForAsker({ visibleTo }: Command, options: Readonly<Record<string, string>>): boolean {
  return visibleTo === 'asker' || options.private === 'yes';
}
