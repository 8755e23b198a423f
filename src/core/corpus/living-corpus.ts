import { UserError } from '../errors.ts';
import type { IndexedDocument, PassageIndex } from '../search/passage-index.ts';
import { yieldToEvents } from '../yield-to-events.ts';
import { type ChangingCorpus, type Corpus, createEmptyCorpus, type Refusal } from './corpus.ts';
import { type CorpusSettings, findMissing, readSettings } from './corpus-settings.ts';
import type { DocumentId } from './document.ts';
import { type FolderScan, type FoundFile, scanFolder } from './folder-scan.ts';
import type { ReadFile, ReadOutcome } from './read-document.ts';

/** A file as it was read last. */
export interface CorpusEntry {
  readonly path: string;
  /** The file's stamp, and what the settings said of it; as long as both stay, it is not read again. */
  readonly key: string;
  readonly outcome: ReadOutcome;
}

/** All that was read of a corpus folder. Plain data, which may be kept for the next start. */
export interface CorpusState {
  readonly settingsStamp: string;
  readonly settings: CorpusSettings;
  /** By where the file is. */
  readonly entries: ReadonlyMap<string, CorpusEntry>;
}

/** What a look at the folder brought. */
export interface CorpusChange {
  readonly added: readonly DocumentId[];
  readonly changed: readonly DocumentId[];
  readonly removed: readonly DocumentId[];
  /** Why the settings could not be taken over; those before it stay in force. */
  readonly problem: UserError | null;
  /** Some files were still being written: look again soon. */
  readonly unsettled: boolean;
}

/** The documents of a folder that may change at any time. */
export interface LivingCorpus {
  readonly corpus: Corpus;
  readonly state: CorpusState;
  /** Takes over what has changed. One look follows another; a look asked for during one is taken after it. */
  refresh(): Promise<CorpusChange>;
}

/** What a living corpus is made of. */
export interface LivingCorpusOptions {
  readonly root: string;
  readonly read: ReadFile;
  readonly index: Pick<PassageIndex, 'add' | 'remove'>;
  now(): Date;
  /** What was read before; its documents are in the index already. */
  readonly saved?: CorpusState | null;
  progress?(done: number, of: number): void;
}

const NOTHING: CorpusState = {
  settingsStamp: '',
  settings: { collections: [], topics: [], sources: {} },
  entries: new Map(),
};

/** Follows a corpus folder. The first look takes everything and throws on malformed settings; later ones keep the last good. */
export function createLivingCorpus(options: LivingCorpusOptions): LivingCorpus {
  const corpus = createEmptyCorpus();
  let state = options.saved ?? NOTHING;
  let first = true;
  let looking: Promise<unknown> = Promise.resolve();
  for (const indexed of assemble(state.entries).documents.values()) corpus.put(indexed);
  corpus.frame({ ...state.settings, refused: [] });

  const look = async () => {
    const found = await takeStock(state, first, options);
    const change = await takeOver(found, corpus, options, (next) => {
      state = next;
    });
    first = false;
    return change;
  };
  return {
    corpus,
    get state() {
      return state;
    },
    refresh() {
      const next = looking.then(look, look);
      looking = next.catch(() => {});
      return next;
    },
  };
}

/** What is to become of the state after a scan. */
interface Stock {
  readonly kept: CorpusState;
  readonly refused: readonly Refusal[];
  readonly unread: readonly { readonly file: FoundFile; readonly key: string }[];
  readonly problem: UserError | null;
  readonly unsettled: boolean;
}

/** Compares the folder with what is known of it. */
async function takeStock(state: CorpusState, first: boolean, options: LivingCorpusOptions): Promise<Stock> {
  const resting = (written: number) => first || !isFresh(written, options.now());
  let scan: FolderScan;
  try {
    scan = await scanFolder(options.root);
  } catch (error) {
    return keepAll(state, first, error);
  }
  const { settings, settingsStamp, problem } = await currentSettings(state, scan, first, resting);
  const served = new Set(settings.collections.map(({ id }) => id));
  const entries = new Map<string, CorpusEntry>();
  const unread: { file: FoundFile; key: string }[] = [];
  let unsettled = settingsStamp !== scan.settings.stamp && problem === null;
  for (const file of scan.files.filter(({ collection }) => served.has(collection))) {
    const key = `${file.stamp} ${JSON.stringify(settings.sources[file.path] ?? null)}`;
    const known = state.entries.get(file.file);
    if (known) entries.set(file.file, known);
    if (known?.key === key) continue;
    if (resting(file.written)) unread.push({ file, key });
    else unsettled = true;
  }
  const refused = [...scan.refused, ...findMissing(settings, scan), ...tellProblem(problem)];
  return { kept: { settingsStamp, settings, entries }, refused, unread, problem, unsettled };
}

/** The folder itself can't be looked through: what was read stays as it is. */
function keepAll(state: CorpusState, first: boolean, error: unknown): Stock {
  if (first || !(error instanceof UserError)) throw error;
  return { kept: state, refused: tellProblem(error), unread: [], problem: error, unsettled: false };
}

type Taken = Omit<CorpusState, 'entries'> & { readonly problem: UserError | null };

async function currentSettings(
  { settings, settingsStamp }: CorpusState,
  scan: FolderScan,
  first: boolean,
  resting: (written: number) => boolean,
): Promise<Taken> {
  const known = { settings, settingsStamp, problem: null };
  if (scan.settings.stamp === settingsStamp || !resting(scan.settings.written)) return known;
  try {
    return { settings: await readSettings(scan), settingsStamp: scan.settings.stamp, problem: null };
  } catch (error) {
    if (first || !(error instanceof UserError)) throw error;
    return { ...known, problem: error };
  }
}

const SETTLING = 300; // milliseconds without a write after which a file counts as whole

function isFresh(written: number, now: Date): boolean {
  return Math.abs(now.valueOf() - written) < SETTLING;
}

function tellProblem(problem: UserError | null): Refusal[] {
  return problem ? [{ file: 'settings', reason: `are as they were: ${problem.message}` }] : [];
}

/** Brings corpus and index to what was found: first what is gone, then what is new. */
async function takeOver(
  { kept, refused, unread, problem, unsettled }: Stock,
  corpus: ChangingCorpus,
  { root, read, index, progress }: LivingCorpusOptions,
  keep: (state: CorpusState) => void,
): Promise<CorpusChange> {
  const before = new Set(corpus.documents.map(({ id }) => id));
  const entries = new Map(kept.entries);
  const state = { ...kept, entries };
  keep(state);
  const removed = await apply(state, refused, corpus, index);
  for (const [at, { file, key }] of unread.entries()) {
    progress?.(at, unread.length);
    const { path, collection } = file;
    const known = kept.settings.sources[path] ?? null;
    const outcome = await read({ root, file: file.file, path, collection, known });
    entries.set(file.file, { path, key, outcome });
  }
  const later = await apply(state, refused, corpus, index);
  return {
    added: later.put.filter((id) => !before.has(id)),
    changed: later.put.filter((id) => before.has(id)),
    removed: [...removed.gone, ...later.gone],
    problem,
    unsettled,
  };
}

/** Makes corpus and index hold what the entries hold; a removed document is out before anything new comes in. */
async function apply(
  { settings, entries }: CorpusState,
  refused: readonly Refusal[],
  corpus: ChangingCorpus,
  index: LivingCorpusOptions['index'],
): Promise<{ gone: DocumentId[]; put: DocumentId[] }> {
  const wanted = assemble(entries);
  corpus.frame({ ...settings, refused: [...refused, ...wanted.refused] });
  const gone = corpus.documents.map(({ id }) => id).filter((id) => !wanted.documents.has(id));
  for (const id of gone) corpus.remove(id);
  if (gone.length > 0) await index.remove(gone);
  const fresh = [...wanted.documents.values()].filter(
    ({ document }) => corpus.document(document.id) !== document,
  );
  for (const [at, indexed] of fresh.entries()) {
    await index.add([indexed]);
    corpus.put(indexed);
    if (at % STRETCH === STRETCH - 1) await yieldToEvents();
  }
  return { gone, put: fresh.map(({ document }) => document.id) };
}

const STRETCH = 8; // documents taken over before other work gets its turn, some milliseconds

/** The documents to serve. Of files that differ only in their ending, the first by path is served. */
function assemble(entries: CorpusState['entries']) {
  const documents = new Map<DocumentId, IndexedDocument>();
  const refused: Refusal[] = [];
  const inOrder = [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, outcome } of inOrder) {
    if (outcome.kind === 'refused') refused.push({ file: path, reason: outcome.reason });
    else if (documents.has(outcome.document.id))
      refused.push({ file: path, reason: 'has the same name as another document but for its ending' });
    else documents.set(outcome.document.id, outcome);
  }
  return { documents, refused };
}
