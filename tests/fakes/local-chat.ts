import { commands } from '../../commands/index.ts';
import { type Core, createCore } from '../../src/core/bot/core.ts';
import { dispatch } from '../../src/core/bot/dispatch.ts';
import type { ChatRequest } from '../../src/core/bot/invocation.ts';
import { createDigests, type DigestOptions } from '../../src/core/delivery/delivery.ts';
import type { Audience } from '../../src/core/library/audience.ts';
import { type CorpusContents, createCorpus } from '../../src/core/library/corpus.ts';
import { loadCorpusFolder } from '../../src/core/library/corpus-folder.ts';
import { type JsonReply, jsonReply } from '../../src/core/replies/json-reply.ts';
import { createMiniSearchIndex } from '../../src/core/search/minisearch/minisearch-index.ts';
import { textReader } from '../../src/readers/text/reader.ts';
import type { Store } from '../../src/stores/sql/store.ts';
import { openMemoryStore } from './store.ts';

/** Somebody at a terminal that has no screen. */
export interface LocalChat {
  readonly core: Core;
  /** Types a line, in the one conversation unless another is named. */
  say(line: string, conversation?: string): Promise<JsonReply>;
  run(request: ChatRequest, conversation?: string): Promise<JsonReply>;
  /** The same as somebody else: another person, another place, or without the right to manage. */
  as(who: Partial<Audience> & { readonly manager?: boolean }): Pick<LocalChat, 'say'>;
}

/** The reader at the terminal. */
export const LOCAL: Audience = {
  platform: 'terminal',
  workspace: 'local',
  channel: 'terminal',
  user: 'local',
  private: false,
};

/** The moment at which every fake chat begins. */
export const NOW = new Date('2026-11-24T14:00:00Z');

/** A core on documents given, everything in it real, the store in memory unless another is given. */
export async function createTestCore(
  contents: CorpusContents,
  given?: Store,
  report: Core['report'] = rethrow,
  digests: Partial<DigestOptions> = {},
): Promise<Core> {
  const corpus = createCorpus(contents);
  const index = createMiniSearchIndex();
  await index.add(corpus.documents.map((document) => ({ document, passages: corpus.passages(document.id) })));
  return createCore({
    ...{ corpus, index, commands, store: given ?? (await openMemoryStore()) },
    now: tickingClock(),
    checkedAt: () => NOW,
    report,
    health: () => [],
    digests: createDigests({ ...NO_DIGESTS, ...digests }),
  });
}

/** Digests that nobody posts. */
export const NO_DIGESTS: DigestOptions = {
  ...{ posters: [], elsewhere: ['terminal'], lease: 60_000, settle: 60_000, zone: 'Europe/London' },
  elapsed: () => 0,
  wait: async () => {},
  random: () => 1,
};

/** Every look at it is a millisecond later. */
function tickingClock(): () => Date {
  let ticks = 0;
  return () => new Date(NOW.valueOf() + ticks++);
}

function rethrow(error: Error): never {
  throw error;
}

/** Opens a chat on documents given, everything in it real but the terminal. */
export async function openLocalChat(
  contents: CorpusContents,
  store?: Store,
  report?: Core['report'],
): Promise<LocalChat> {
  const core = await createTestCore(contents, store, report);
  const run = async (
    request: ChatRequest,
    conversation = 'terminal:local/terminal',
    audience = LOCAL,
    manager = true,
  ) => jsonReply(await dispatch(core, { request, conversation, audience, manager }));
  return {
    core,
    run,
    say: (text, conversation) => run({ kind: 'line', text }, conversation),
    as: ({ manager = true, ...who }) => ({
      say: (text, conversation) => run({ kind: 'line', text }, conversation, { ...LOCAL, ...who }, manager),
    }),
  };
}

/** The corpus that comes with the project. */
export function loadOwnCorpus(): Promise<CorpusContents> {
  return loadCorpusFolder(OWN_CORPUS, [textReader]);
}

/** The folder of the corpus that comes with the project. */
export const OWN_CORPUS = new URL('../../corpus', import.meta.url).pathname;
