import type { AnswerArchive } from '../conversations/answer-archive.ts';
import type { Library } from '../library/library.ts';
import type { TopicCatalog } from '../library/topics/topic-catalog.ts';
import { questionOf } from '../replies/reply.ts';
import { formatAge } from '../text/format-age.ts';
import type { Suggestion, TypedOption } from './chat-adapter.ts';
import type { CommandDeclaration, Completed, Option } from './command.ts';
import type { RequestContext } from './invocation.ts';
import { nextPositional } from './parse-options.ts';

/** Completes what people type; never to anything that the audience may not hear of. */
export interface Completion {
  /** Whole lines that a line typed so far may become, likeliest first. */
  completeLine(context: RequestContext, line: string): Promise<readonly string[]>;
  /** The values of one option that contain what was typed, with labels. */
  suggestValues(context: RequestContext, typed: TypedOption): Promise<readonly Suggestion[]>;
}

/** The ports of a completion. */
export interface CompletionPorts {
  readonly commands: readonly CommandDeclaration[];
  readonly library: Pick<Library, 'scopeFor' | 'complete' | 'names'>;
  readonly topics: Pick<TopicCatalog, 'list'>;
  readonly answers: Pick<AnswerArchive, 'own'>;
}

/** Creates the completion of commands. */
export function createCompletion(ports: CompletionPorts): Completion {
  const visible = ports.commands.filter(({ hidden }) => !hidden);
  return {
    async completeLine(context, line) {
      const text = line.trimStart();
      if (!text.startsWith('/')) return startingWith(text, wordsOf(ports.commands));
      const [name = '', ...words] = text.slice(1).split(/\s+/);
      if (words.length === 0) return namesStartingWith(text, visible);
      const command = visible.find((known) => known.name === name.toLowerCase());
      if (!command) return [];
      const before = text.slice(0, text.length - (words.at(-1) ?? '').length);
      const values = (option: Option, start: string) => valuesOf(option, { ...context, start }, ports);
      return (await completeWord(command, words, values)).map((word) => `${before}${word}`);
    },
    async suggestValues(context, { command, option, value }) {
      const known = visible.find(({ name }) => name === command)?.options[option];
      if (!known) return [];
      const wanted = value.trim().toLowerCase();
      return (await valuesOf(known, { ...context, start: wanted }, ports)).filter(
        (each) => each.value.toLowerCase().includes(wanted) || each.label.toLowerCase().includes(wanted),
      );
    },
  };
}

function wordsOf(commands: readonly CommandDeclaration[]): string[] {
  return commands.flatMap(({ word }) => word ?? []);
}

function namesStartingWith(text: string, commands: readonly CommandDeclaration[]): string[] {
  const names = commands.map(({ name }) => `/${name}`);
  return startingWith(text, names).map((name) => `${name} `);
}

/** The values of an option that may go on from what was typed. */
type ValuesOf = (option: Option, start: string) => Promise<readonly Suggestion[]>;

/** Completes the last word of a command line: the value of an option, or the name of one. */
async function completeWord(
  command: CommandDeclaration,
  words: readonly string[],
  values: ValuesOf,
): Promise<readonly string[]> {
  const typed = words.at(-1) ?? '';
  const starting = async (option: Option, start: string) =>
    startingWith(
      start,
      (await values(option, start)).map(({ value }) => value),
    );
  const [key = '', value = ''] = KEYED.exec(typed)?.slice(1) ?? [];
  const keyed = command.options[key.toLowerCase()];
  if (keyed) return (await starting(keyed, value)).map((word) => `${key}:${quoted(word)}`);
  const taken = takenOptions(command, words);
  const next = nextPositional(command.options, taken);
  const keys = Object.keys(command.options).filter((name) => !Object.hasOwn(taken, name));
  return [
    ...(next ? await starting(next[1], typed) : []),
    ...(typed === ''
      ? []
      : startingWith(
          typed,
          keys.map((name) => `${name}:`),
        )),
  ];
}

const KEYED = /^([a-z_]+):(.*)$/i;

/** The options that the words of a line give, by name or by place; the last word is still being typed. */
function takenOptions({ options }: CommandDeclaration, words: readonly string[]): Record<string, string> {
  const named = Object.keys(options).filter((name) => words.some((word) => word.startsWith(`${name}:`)));
  const taken = Object.fromEntries(named.map((name) => [name, '']));
  for (const word of words.slice(0, -1)) {
    const next = KEYED.test(word) ? undefined : nextPositional(options, taken);
    if (next && !next[1].rest) taken[next[0]] = '';
  }
  return taken;
}

async function valuesOf(
  { choices, completes }: Option,
  context: TypingContext,
  ports: CompletionPorts,
): Promise<readonly Suggestion[]> {
  if (choices) return choices.map((value) => ({ value, label: value }));
  return completes ? VALUES[completes](ports, context) : [];
}

/** A request that is still being typed, and how its last value starts. */
type TypingContext = RequestContext & { readonly start: string };

type Values = (ports: CompletionPorts, context: TypingContext) => Promise<readonly Suggestion[]>;

const VALUES: Readonly<Record<Completed, Values>> = {
  async topics({ topics }, { audience }) {
    return (await topics.list(audience)).map(toSuggestion);
  },
  async commands({ commands }) {
    const visible = commands.filter(({ hidden }) => !hidden);
    return visible.map(({ name, description }) => toSuggestion({ name, title: description }));
  },
  async documents({ library }, { audience, start }) {
    const fitting = await library.complete(library.scopeFor(audience), start, MAX_DOCUMENTS);
    return fitting.map(({ id, heading }) => ({ value: id, label: heading }));
  },
  async publishers({ library }, { audience }) {
    const names = library.names(library.scopeFor(audience), 'publisher');
    return names.map((name) => ({ value: name, label: name }));
  },
  async collections({ library }, { audience }) {
    return library.scopeFor(audience).collections.map((id) => ({ value: id, label: id }));
  },
  async tags({ library }, { audience }) {
    const tags = library.names(library.scopeFor(audience), 'tag');
    return tags.map((tag) => ({ value: tag, label: tag }));
  },
  async answers({ answers, topics }, context) {
    const known = await topics.list(context.audience);
    return (await answers.own(context, MAX_ANSWERS)).map(({ id, reply, at }) => {
      const question = questionOf(reply);
      const title = 'topic' in reply ? known.find(({ name }) => name === reply.topic)?.title : null;
      return { value: id, label: `${question ?? title ?? reply.command} · ${formatAge(at, context.at)}` };
    });
  },
};

const MAX_ANSWERS = 10;
const MAX_DOCUMENTS = 200; // more than any platform shows

function toSuggestion({ name, title }: { readonly name: string; readonly title: string }): Suggestion {
  return { value: name, label: `${name} · ${title}` };
}

function startingWith(typed: string, words: readonly string[]): string[] {
  const start = typed.toLowerCase();
  return words.filter((word) => word.toLowerCase().startsWith(start));
}

function quoted(word: string): string {
  return word.includes(' ') ? `"${word}"` : word;
}
