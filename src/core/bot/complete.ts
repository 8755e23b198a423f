import { displayTitle } from '../library/document.ts';
import { formatAge } from '../text/format-age.ts';
import type { Suggestion, TypedOption } from './chat-adapter.ts';
import type { Command, Completed, Option } from './command.ts';
import type { Call } from './core.ts';
import { CONTROL_WORDS } from './invocation.ts';
import { nextPositional } from './parse.ts';

const MAX_ANSWERS = 10;

/** What a line typed so far may become: whole lines, likeliest first. */
export async function completeLine(call: Call, line: string): Promise<readonly string[]> {
  const text = line.trimStart();
  if (!text.startsWith('/')) return beginning(CONTROL_WORDS, text);
  const [name = '', ...words] = text.slice(1).split(/\s+/);
  const { commands } = call.core;
  if (words.length === 0) {
    return beginning(
      commands.map((command) => `/${command.name}`),
      text,
    ).map((known) => `${known} `);
  }
  const command = commands.find((known) => known.name === name.toLowerCase());
  const typed = words.at(-1) ?? '';
  const before = text.slice(0, text.length - typed.length);
  return command ? (await wordsFor(call, command, words)).map((word) => `${before}${word}`) : [];
}

/** The values of one option that hold what was typed, each with what helps to choose. */
export async function suggestValues(
  call: Call,
  { command: name, option, value }: TypedOption,
): Promise<Suggestion[]> {
  const known = call.core.commands.find((command) => command.name === name)?.options[option];
  if (!known) return [];
  const wanted = value.trim().toLowerCase();
  return (await valuesOf(call, known)).filter(
    (each) => each.value.toLowerCase().includes(wanted) || each.label.toLowerCase().includes(wanted),
  );
}

async function valuesOf(call: Call, { choices, completes }: Option): Promise<readonly Suggestion[]> {
  if (choices) return choices.map(unlabelled);
  return completes ? VALUES[completes](call) : [];
}

/** The values of an option that begin with what was typed. */
async function completeOption(call: Call, option: Option, typed: string): Promise<readonly string[]> {
  return beginning(
    (await valuesOf(call, option)).map(({ value }) => value),
    typed,
  );
}

async function wordsFor(call: Call, command: Command, words: readonly string[]): Promise<readonly string[]> {
  const typed = words.at(-1) ?? '';
  const [key, value] = /^([a-z_]+):(.*)$/i.exec(typed)?.slice(1) ?? [];
  const keyed = key === undefined ? undefined : command.options[key.toLowerCase()];
  if (keyed) return (await completeOption(call, keyed, value ?? '')).map((word) => `${key}:${quoted(word)}`);
  const given = Object.keys(command.options).filter((name) =>
    words.some((word) => word.startsWith(`${name}:`)),
  );
  const bare = words.slice(0, -1).filter((word) => !/^[a-z_]+:/i.test(word));
  const taken = { ...Object.fromEntries(given.map((name) => [name, ''])) };
  for (const _ of bare) {
    const next = nextPositional(command.options, taken);
    if (next && !next[1].rest) taken[next[0]] = '';
  }
  const next = nextPositional(command.options, taken);
  const values = next ? await completeOption(call, next[1], typed) : [];
  const keys = Object.keys(command.options).filter((name) => !Object.hasOwn(taken, name));
  return [
    ...values,
    ...(typed === ''
      ? []
      : beginning(
          keys.map((name) => `${name}:`),
          typed,
        )),
  ];
}

type Values = (call: Call) => Promise<readonly Suggestion[]> | readonly Suggestion[];

const VALUES: Readonly<Record<Completed, Values>> = {
  topics: ({ topics }) => topics.map(({ name, title }) => ({ value: name, label: `${name} · ${title}` })),
  commands: ({ core }) =>
    core.commands.map(({ name, description }) => ({ value: name, label: `${name} · ${description}` })),
  documents: ({ core, invocation }) => {
    const { collections } = core.searchFor(invocation.audience);
    const readable = core.corpus.documents.filter(({ collection }) => collections.includes(collection));
    return readable.map((document) => ({ value: document.id, label: displayTitle(document) }));
  },
  answers: async ({ core, invocation: { audience, conversation }, topics, at }) => {
    const options = { user: audience.user, limit: MAX_ANSWERS };
    const found = await core.store.answers.list(audience, conversation, options);
    return found.map(({ id, reply, at: then }) => {
      const title = topics.find(({ name }) => name === reply.topic)?.title;
      return { value: id, label: `${reply.question ?? title ?? reply.command} · ${formatAge(then, at)}` };
    });
  },
};

function unlabelled(value: string): Suggestion {
  return { value, label: value };
}

function beginning(words: readonly string[], typed: string): string[] {
  const wanted = typed.toLowerCase();
  return words.filter((word) => word.toLowerCase().startsWith(wanted));
}

function quoted(word: string): string {
  return word.includes(' ') ? `"${word}"` : word;
}
