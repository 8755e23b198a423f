import type { Search } from './answers/candidates.ts';
import { createSearching, type Searching } from './answers/searching.ts';
import type { Health } from './chat/adapter.ts';
import type { Invocation } from './chat/invocation.ts';
import type { Command } from './commands/command.ts';
import { createTurns, type Turns } from './conversations/turns.ts';
import type { Corpus } from './corpus/corpus.ts';
import type { Digests } from './digests/digests.ts';
import type { Coverage } from './messages/reply.ts';
import type { PassageIndex } from './search/passage-index.ts';
import type { Store } from './store.ts';
import { readableTopics } from './topics/readable-topics.ts';
import type { Topic } from './topics/topic.ts';

/** What a core is made of. */
export interface CoreParts {
  /** The index must hold the corpus's documents; both may change together. */
  readonly corpus: Corpus;
  readonly index: PassageIndex;
  readonly commands: readonly Command[];
  readonly store: Store;
  now(): Date;
  /** When the documents were last compared with their files. */
  checkedAt(): Date;
  /** Tells the operator of what went wrong while the person got an answer all the same. */
  report(error: Error): void;
  /** How the platforms that run are. */
  health(): readonly Health[];
  /** Makes the digests of a core. */
  digests(core: Core): Digests;
}

/** Everything that commands work with. */
export interface Core extends Omit<CoreParts, 'digests'>, Searching {
  readonly digests: Digests;
  /** The topics that an audience may hear of: those with something it may read, and those its workspace made. */
  topicsFor(invocation: Invocation): Promise<readonly Topic[]>;
  /** A hash over what an audience may read. */
  versionFor(invocation: Invocation): string;
  readonly inTurn: Turns;
}

/** One request in the hands of a command. */
export interface Call {
  readonly core: Core;
  readonly invocation: Invocation;
  /** What the audience may read in all. */
  readonly coverage: Coverage;
  readonly topics: readonly Topic[];
  readonly at: Date;
}

/** Puts documents, index, store and commands together. */
export function createCore(parts: CoreParts): Core {
  const { corpus, index, store, digests, ...rest } = parts;
  let made: Digests | undefined;
  const core: Core = {
    ...{ corpus, index, store, ...rest },
    ...createSearching(corpus, index),
    topicsFor: async ({ reader }) =>
      readableTopics(corpus.topics, corpus.readableBy(reader), await store.topics.list(reader)),
    versionFor: ({ reader }) => corpus.version(corpus.readableBy(reader)),
    inTurn: createTurns(),
    get digests() {
      made ??= digests(core);
      return made;
    },
  };
  return core;
}

/** Makes a request ready to be carried out. */
export async function createCall(core: Core, invocation: Invocation): Promise<Call> {
  await core.prepare();
  const coverage = coverageOf(core.searchFor(invocation.reader));
  return { core, invocation, coverage, topics: await core.topicsFor(invocation), at: core.now() };
}

/** How many documents an audience may read, the newest date among them, and how many have no date. */
export function coverageOf({ corpus, collections }: Search): Coverage {
  const readable = corpus.documents.filter(({ collection }) => collections.includes(collection));
  const dates = readable.flatMap(({ published }) => published ?? []);
  return {
    documents: readable.length,
    newest: dates.length === 0 ? null : dates.reduce((newest, date) => (date > newest ? date : newest)),
    undated: readable.length - dates.length,
  };
}
