import type { Store } from '../../stores/sql/store.ts';
import type { Digests } from '../delivery/delivery.ts';
import type { Corpus } from '../library/corpus.ts';
import type { Coverage } from '../library/coverage.ts';
import { readableTopics } from '../library/readable-topics.ts';
import type { Topic } from '../library/topic.ts';
import type { Search } from '../quoting/candidates.ts';
import { createSearching, type Searching } from '../quoting/retrieval.ts';
import type { PassageIndex } from '../search/passage-index.ts';
import { createKeyedQueue, type KeyedQueue } from '../text/keyed-queue.ts';
import type { Health } from './chat-adapter.ts';
import type { Command } from './command.ts';
import type { Invocation } from './invocation.ts';

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
  readonly queue: KeyedQueue;
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
    topicsFor: async ({ audience }) =>
      readableTopics(corpus.topics, corpus.readableBy(audience), await store.topics.list(audience)),
    versionFor: ({ audience }) => corpus.version(corpus.readableBy(audience)),
    queue: createKeyedQueue(),
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
  const coverage = coverageOf(core.searchFor(invocation.audience));
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
