import type { Reply } from '../replies/reply.ts';
import type { RequestContext } from './invocation.ts';

/** Kinds of values that can be completed. */
export type Completed =
  | 'topics'
  | 'documents'
  | 'answers'
  | 'commands'
  | 'publishers'
  | 'collections'
  | 'tags';

/** One option of a command. */
export interface Option {
  readonly description: string;
  /** Its place among bare words, from 0; if absent, it can only be given as `key:value`. */
  readonly position?: number;
  /** Takes the rest of the line as it stands. */
  readonly rest?: true;
  readonly choices?: readonly string[];
  /** Other words for its choices, in lower case. */
  readonly synonyms?: Readonly<Record<string, string>>;
  /** Quotation marks around its value mean something, and stay. */
  readonly keepsMarks?: true;
  /** What a bare word at its place looks like; others go on the option before. */
  readonly like?: RegExp;
  /** A whole number between these two, inclusive; platforms with typed options enforce it, and the command checks it. */
  readonly range?: readonly [number, number];
  /** A text file, where a platform takes one: its lines. Elsewhere they are typed. */
  readonly file?: true;
  /** A file of any format, where a platform takes one: what `readFile` takes. */
  readonly document?: true;
  /** The command does nothing without it. */
  readonly required?: true;
  /** The kind of its values, for completion. */
  readonly completes?: Completed;
  /** Where options are typed, the bare word at its place is one of these. */
  readonly standsFor?: readonly string[];
}

/** The options of a command, by name. */
export type Options = Readonly<Record<string, Option>>;

/** Checked options; null if one was not given. */
export type OptionValues<O extends Options> = {
  readonly [K in keyof O]: (O[K] extends { choices: readonly (infer C)[] } ? C : string) | null;
};

/** One value of a command's option `action`. */
export interface Subcommand {
  readonly description: string;
  /** The names of the other options that it takes. */
  readonly options: readonly string[];
  /** Those of them that must be given. */
  readonly required?: readonly string[];
}

/** A slash command as it is described everywhere: in `/help`, to every platform, on the command line. */
export interface CommandDeclaration<O extends Options = Options> {
  readonly name: string;
  readonly description: string;
  /** Who sees the reply, on platforms that can show it to one person only. */
  readonly visibleTo: 'everyone' | 'asker';
  /** Costs next to nothing, so it counts towards no rate limit. */
  readonly light?: true;
  /** May wait for a platform, and has no part in the conversation: nothing else there waits for it. */
  readonly apart?: true;
  /** A word or a button rather than a slash command: `/help` doesn't list it, and it can't be typed with a slash. */
  readonly hidden?: true;
  /** Typed alone, without a slash, this word runs the command. */
  readonly word?: string;
  readonly options: O;
  /** The values of its option `action`, for platforms that offer them one by one. */
  readonly subcommands?: Readonly<Record<string, Subcommand>>;
  /** Options to try it with; `{topic}` and `{title}` stand for the name and the title of an actual topic. */
  readonly example: Readonly<Record<string, string>>;
}

/** A command that can be run. */
export interface Command extends CommandDeclaration {
  run(context: RequestContext, options: OptionValues<Options>): Promise<Reply>;
}

/** Keeps the literal types of a declaration's options, so that `implement` can type the options of `run`. */
export function declare<const O extends Options>(declaration: CommandDeclaration<O>): CommandDeclaration<O> {
  return declaration;
}

/** Adds its implementation to a declared command; `run` gets the command's own options, typed. */
export function implement<O extends Options>(
  declaration: CommandDeclaration<O>,
  run: (context: RequestContext, options: OptionValues<O>) => Reply | Promise<Reply>,
): Command {
  return { ...declaration, run: async (context, options) => run(context, options as OptionValues<O>) };
}

/** The option that asks for a reply that only the asker sees. */
export const PRIVATE = {
  description: 'show the reply only to you (no)',
  choices: ['yes', 'no'],
} as const satisfies Option;

/** Whether only the asker sees a command's reply. */
export function isForAsker(
  { visibleTo }: CommandDeclaration,
  options: Readonly<Record<string, string>>,
): boolean {
  return visibleTo === 'asker' || options.private === 'yes';
}
