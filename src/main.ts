import { access, constants, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commands } from '../commands/index.ts';
import type { Config, DiscordSettings } from './config.ts';
import type { ChatAdapter } from './core/chat/adapter.ts';
import { type Core, createCore } from './core/core.ts';
import type { Corpus, Refusal } from './core/corpus/corpus.ts';
import type { CorpusState } from './core/corpus/corpus-state.ts';
import { createLivingCorpus, type LivingCorpus } from './core/corpus/living-corpus.ts';
import { UserError } from './core/errors.ts';
import { displayable } from './core/messages/displayable.ts';
import { createMiniSearchIndex } from './core/search/minisearch-index.ts';
import type { PassageIndex } from './core/search/passage-index.ts';
import type { Store } from './core/store.ts';
import { sayRefusal } from './corpus-report.ts';
import { createDocumentWorker, DOCUMENT_LIMITS } from './document-worker.ts';
import { runPlatforms } from './platforms.ts';
import { restoreCorpus, saveCorpus } from './saved-corpus.ts';
import { openMemoryStore, openSqliteStore } from './stores/sql/sqlite.ts';

const { stderr } = process;
const DAY = 86_400_000; // milliseconds
const now = () => new Date();

/** Dossier's version. */
export const VERSION = readVersion();

/** Everything that answers, opened. */
export interface Dossier {
  readonly core: Core;
  readonly documents: Documents;
  readonly adapters: readonly ChatAdapter[];
  close(): Promise<void>;
}

/** Settings → data directory → store → documents → core. */
export async function openDossier(
  config: Config,
  adaptersFor: AdaptersFor = async () => [],
): Promise<Dossier> {
  const store = await openAnyStore(config.dataDir);
  const adapters = await adaptersFor(store);
  const documents = await openDocuments(config, store);
  const { corpus, index, checkedAt } = documents;
  for (const refusal of corpus.refused) tell(sayRefusal(refusal));
  const core = createCore({
    ...{ corpus, index, commands, store, now, checkedAt, report },
    health: () => adapters.map((adapter) => adapter.health()),
  });
  const close = async () => {
    await documents.close();
    await store.upkeep.close().catch(report);
  };
  return { core, documents, adapters, close };
}

/** Makes the adapters of the platforms that are to run. */
export type AdaptersFor = (store: Store) => Promise<readonly ChatAdapter[]>;

/** Runs platforms until each has ended, or the process is asked to; meanwhile the documents are followed and what is old is removed. */
export async function serve(
  config: Config,
  adaptersFor: AdaptersFor,
  greet: (core: Core) => Promise<void> = async () => {},
): Promise<void> {
  const { core, documents, adapters, close } = await openDossier(config, adaptersFor);
  const prune = () => core.store.upkeep.prune(new Date(now().valueOf() - config.retentionDays * DAY));
  const pruning = setInterval(() => prune().catch(report), DAY);
  const { watchCorpus } = await import('./corpus-watcher.ts'); // a single command watches nothing
  const watcher = await watchCorpus(config.corpusDir, { look: documents.look, report });
  try {
    await prune().catch(report);
    await greet(core);
    await runPlatforms(adapters, core);
  } finally {
    clearInterval(pruning);
    await watcher.stop();
    await close();
  }
}

/** The documents of a corpus folder with their index. */
export interface Documents {
  readonly corpus: Corpus;
  readonly index: PassageIndex;
  checkedAt(): Date;
  /** Takes over what has changed in the folder; true when another look is due soon. */
  look(): Promise<boolean>;
  close(): Promise<void>;
}

type Folders = Pick<Config, 'corpusDir' | 'dataDir'>;

/** Reads what was saved, then whatever differs from it in the folder; saves it again when anything did. */
export async function openDocuments(
  { corpusDir, dataDir }: Folders,
  store: Store | null,
): Promise<Documents> {
  const index = createMiniSearchIndex();
  const by = { path: join(dataDir, 'index.jsonl'), root: corpusDir, version: VERSION };
  const { state: saved, notice } = await restoreCorpus(by, index);
  if (notice !== null) tell(notice);
  const worker = createDocumentWorker(DOCUMENT_LIMITS);
  const { progress, end } = createProgress();
  const patience = () => sleep(LOOK, undefined, { ref: false });
  const living = createLivingCorpus({
    ...{ root: corpusDir, read: worker.read, index, now, saved, progress, patience },
  });
  let tellRefusals = (_refused: readonly Refusal[]) => {};
  let checked = now();
  let kept: CorpusState | null = saved;
  const look = async () => {
    const { added, changed, removed, unsettled } = await living.refresh();
    checked = now();
    tellRefusals(living.corpus.refused);
    if (added.length + changed.length + removed.length > 0)
      await store?.documents.see(versions(living), now()).catch(report);
    if (!unsettled && isNews(living, kept)) {
      await saveCorpus(by, living.state, index).catch((cause) => report(new Error(NOT_SAVED, { cause })));
      kept = living.state;
    }
    return unsettled;
  };
  try {
    for (let looks = 0; (await look()) && looks < RULES.looks; looks++) await sleep(RULES.pause);
    end();
    tellRefusals = createTeller(living.corpus.refused);
  } catch (error) {
    await worker.stop();
    throw error;
  }
  return { corpus: living.corpus, index, checkedAt: () => checked, look, close: () => worker.stop() };
}

function versions({ corpus }: LivingCorpus) {
  return corpus.documents.map(({ id, sha256 }) => ({ id, sha256 }));
}

/** Says whether any file was read again or is gone, or the settings have changed. */
function isNews({ state }: LivingCorpus, before: CorpusState | null): boolean {
  return (
    before === null ||
    state.stamps !== before.stamps ||
    state.entries.size !== before.entries.size ||
    [...state.entries].some(([file, entry]) => before.entries.get(file) !== entry)
  );
}

const NOT_SAVED = 'The index could not be saved; the next start has to read the documents again.';
// At the start only a rule of access is waited for that opens a collection, and was changed in the last two seconds.
const RULES = { looks: 10, pause: 250 } as const;
const LOOK = 1000; // milliseconds of reading after which it is seen whether a document has gone or is closed to some

/** Tells of every further file that is not served, or not taken over, once as long as that lasts. */
function createTeller(known: readonly Refusal[]): (refused: readonly Refusal[]) => void {
  let told: ReadonlySet<string> = new Set(known.map(sayRefusal));
  return (refused) => {
    const now = new Set(refused.map(sayRefusal));
    for (const line of now) if (!told.has(line)) tell(line);
    told = now;
  };
}

const PATIENCE = 1000; // milliseconds of reading after which a person wants to hear of it

/** Tells how far the first reading of documents is, once a second from the first second on; later ones disturb nobody. */
function createProgress() {
  let told = now().valueOf();
  let silent = false;
  return {
    end: () => {
      silent = true;
    },
    progress(done: number, of: number) {
      if (silent || now().valueOf() - told < PATIENCE) return;
      told = now().valueOf();
      tell(`Reading documents: ${done} of ${of}.`);
    },
  };
}

/** Opens the store of a data directory. */
export async function openStore(dataDir: string): Promise<Store> {
  await prepareDataDir(dataDir);
  const { store, notices } = await openSqliteStore(dataDir, now());
  notices.forEach(tell);
  return store;
}

/** Where a data directory can't be used, a store that is gone at the end takes its place: questions are answered all the same. */
async function openAnyStore(dataDir: string): Promise<Store> {
  try {
    return await openStore(dataDir);
  } catch (error) {
    if (!(error instanceof UserError) || !UNUSABLE.has(error.code)) throw error;
    tell(`${error.message} Until then nothing is remembered.`);
    return openMemoryStore();
  }
}

const UNUSABLE: ReadonlySet<string> = new Set(['unwritable-data-directory', 'no-store', 'disk-full']);

/** Makes sure that a data directory is there and can be written. */
export async function prepareDataDir(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new UserError(
      `The data directory ${path} cannot be written. Set DOSSIER_DATA_DIR to a folder that can (see .env.example).`,
      { code: isNoFolder(cause) ? 'no-data-directory' : 'unwritable-data-directory', cause },
    );
  }
}

/** A path through, or to, a file is a mistake in the settings; anything else lies with the disk. */
function isNoFolder(cause: unknown): boolean {
  return ['ENOTDIR', 'EEXIST'].includes(String((cause as NodeJS.ErrnoException).code));
}

/** The bot on Discord, whose client is loaded only now. */
export async function discord(
  settings: DiscordSettings,
  { managers, retentionDays: days }: Config,
  { starts }: Store,
): Promise<ChatAdapter> {
  const { createDiscordAdapter } = await import('./adapters/discord/adapter.ts');
  const people = managers.get('discord') ?? new Set<string>();
  return createDiscordAdapter({ ...settings, managers: people, days, commands, starts, report, now });
}

/** One line for the operator. */
export function tell(line: string): void {
  stderr.write(`${line}\n`);
}

/** One line for the operator on what went wrong, with what lies behind it. */
function report(error: unknown): void {
  const { message, cause } = error instanceof Error ? error : { message: String(error), cause: undefined };
  const behind = cause instanceof Error && !message.includes(cause.message) ? ` (${cause.message})` : '';
  tell(displayable(`${message}${behind}`));
}

function readVersion(): string {
  const { version }: { version: string } = createRequire(import.meta.url)('../../package.json');
  return version;
}
