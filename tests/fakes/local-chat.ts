import { LOCAL_CONVERSATION } from '../../src/adapters/terminal/local-invocation.ts';
import { type Assembled, assemble, type Ingredients } from '../../src/app/assemble.ts';
import type { AdminPage } from '../../src/core/bot/admin-page.ts';
import type { ChatRequest, Invocation } from '../../src/core/bot/invocation.ts';
import type { Audience } from '../../src/core/library/audience.ts';
import {
  createMemoryLibrary,
  type LibraryContents,
  type MemoryLibrary,
} from '../../src/core/library/memory-library.ts';
import { type JsonReply, jsonReply } from '../../src/core/replies/json-reply.ts';
import { NO_PAGES } from '../../src/core/replies/source-pages.ts';
import { createMiniSearchIndex } from '../../src/core/search/minisearch/minisearch-index.ts';
import { textReader } from '../../src/readers/text/reader.ts';
import type { Store } from '../../src/stores/sql/store.ts';
import { loadCorpusFolder, OWN_CORPUS } from './corpus-folder.ts';
import { openMemoryStore } from './store.ts';

/** The moment at which every fake chat begins. */
export const NOW = new Date('2026-11-24T14:00:00Z');

/** The person at the terminal. */
export const LOCAL: Audience = {
  ...{ platform: 'terminal', workspace: 'local', channel: 'terminal', user: 'local' },
  ...{ private: false, local: true },
};

/** What a Dossier for tests is assembled from, besides documents, store and clock: it posts no digests and fails loudly. */
export const TEST_INGREDIENTS = {
  ...{ posters: [], platforms: ['terminal'], lease: 60_000, settle: 60_000, zone: 'Europe/London' },
  ...{ onlyManagers: false, showsUnanswered: true },
  workspacesOf: (audience) => [audience],
  isLocal: (platform) => platform === 'terminal' || platform === 'file',
  elapsed: () => 0,
  wait: async () => {},
  random: () => 1,
  checkedAt: () => NOW,
  pages: NO_PAGES,
  health: () => [],
  report: (error) => {
    throw error;
  },
} as const satisfies Omit<Ingredients, 'library' | 'index' | 'store' | 'now'>;

/** The page for managers, for what links to it look like. */
export const ADMIN_PAGE: AdminPage = {
  linkFor: () => ({
    title: 'Open it',
    url: 'https://desk.example/admin/open?ticket=a.b',
    detail: 'for you alone',
  }),
};

/** A whole Dossier: everything in it is real, its documents and its store are in memory. */
export interface TestDossier extends Assembled, Ingredients {
  readonly library: MemoryLibrary;
}

/** Puts a whole Dossier together on documents given; the one place where tests do. */
export async function createTestDossier(
  contents: Partial<LibraryContents>,
  given: Partial<Omit<Ingredients, 'library' | 'index'>> = {},
): Promise<TestDossier> {
  const library = createMemoryLibrary(contents);
  const index = createMiniSearchIndex();
  await index.add(library.documents.flatMap(({ id }) => library.get(id) ?? []));
  const store = given.store ?? (await openMemoryStore());
  const ingredients = { ...TEST_INGREDIENTS, now: tickingClock(), ...given, library, index, store };
  return { ...ingredients, ...assemble(ingredients) };
}

/** Every look at it is a millisecond later. */
function tickingClock(): () => Date {
  let ticks = 0;
  return () => new Date(NOW.valueOf() + ticks++);
}

/** Somebody at a terminal that has no screen. */
export interface LocalChat {
  readonly dossier: TestDossier;
  /** Types a line, in the one conversation unless another is named. */
  say(line: string, conversation?: string): Promise<JsonReply>;
  run(request: ChatRequest, given?: Partial<Invocation>): Promise<JsonReply>;
  /** The same as somebody else: another person, another place, or without the right to manage. */
  as(who: Partial<Audience> & { readonly manager?: boolean }): Pick<LocalChat, 'say'>;
}

/** Opens a chat on documents given, everything in it real but the terminal. */
export async function openLocalChat(
  contents: Partial<LibraryContents>,
  store?: Store,
  report?: Ingredients['report'],
): Promise<LocalChat> {
  const dossier = await createTestDossier(contents, {
    ...(store && { store }),
    ...(report && { report }),
  });
  const run: LocalChat['run'] = async (request, given = {}) => {
    const invocation = { request, conversation: LOCAL_CONVERSATION, audience: LOCAL, manager: true };
    return jsonReply(await dossier.dispatch({ ...invocation, ...given }));
  };
  const sayAs =
    (who: Partial<Invocation>): LocalChat['say'] =>
    (text, conversation = LOCAL_CONVERSATION) =>
      run({ kind: 'line', text }, { ...who, conversation });
  return {
    ...{ dossier, run, say: sayAs({}) },
    as: ({ manager = true, ...who }) => ({ say: sayAs({ audience: { ...LOCAL, ...who }, manager }) }),
  };
}

/** The corpus that comes with the project. */
export function loadOwnCorpus(): Promise<LibraryContents> {
  return loadCorpusFolder(OWN_CORPUS, [textReader]);
}
