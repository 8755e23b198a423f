import { CONTROL_WORDS } from '../chat/invocation.ts';
import type { Call } from '../core.ts';
import type { Command, Completed, Option } from './command.ts';
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

/** The values of an option that begin with what was typed. */
async function completeOption(call: Call, option: Option, typed: string): Promise<readonly string[]> {
  const known = option.choices ?? (option.completes ? await VALUES[option.completes](call) : []);
  return beginning(known, typed);
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

const VALUES: Readonly<Record<Completed, (call: Call) => Promise<readonly string[]> | readonly string[]>> = {
  topics: ({ topics }) => topics.map(({ name }) => name),
  commands: ({ core }) => core.commands.map(({ name }) => name),
  documents: ({ core, invocation }) => {
    const { collections } = core.searchFor(invocation.reader);
    const readable = core.corpus.documents.filter(({ collection }) => collections.includes(collection));
    return readable.map(({ id }) => id);
  },
  answers: async ({ core, invocation: { reader, conversation } }) => {
    const options = { user: reader.user, limit: MAX_ANSWERS };
    const found = await core.store.answers.list(reader, conversation, options);
    return found.map(({ id }) => id);
  },
};

function beginning(words: readonly string[], typed: string): string[] {
  const wanted = typed.toLowerCase();
  return words.filter((word) => word.toLowerCase().startsWith(wanted));
}

function quoted(word: string): string {
  return word.includes(' ') ? `"${word}"` : word;
}
