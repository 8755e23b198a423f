import { UserError } from '../errors.ts';
import type { Refusal } from './corpus.ts';
import { type CorpusSettings, findMissing, readSettings } from './corpus-settings.ts';
import type { CorpusEntry, CorpusState } from './corpus-state.ts';
import { type FolderScan, type FoundFile, scanFolder } from './folder-scan.ts';

/** What is to become of a state after a look at its folder. */
export interface Stock {
  /** What stays as it was read, files that are to be read again included. */
  readonly kept: CorpusState;
  readonly unread: readonly UnreadFile[];
  /** What can't be served for other reasons than what was read. */
  readonly refused: readonly Refusal[];
  /** Why the settings could not be taken over; those before stay in force. */
  readonly problem: UserError | null;
  /** Something was written just now, and may not be whole: it stays as it was. */
  readonly unsettled: boolean;
}

/** A file that has to be read, and the key under which its outcome is kept. */
interface UnreadFile extends FoundFile {
  readonly key: string;
}

/** How a look at the folder is taken. */
interface StockOptions {
  readonly root: string;
  readonly now: Date;
  /** The first look takes everything as it is, and throws where settings are malformed. */
  readonly first: boolean;
}

/** Compares a corpus folder with what was read of it. */
export async function takeStock(state: CorpusState, options: StockOptions): Promise<Stock> {
  let scan: FolderScan;
  try {
    scan = await scanFolder(options.root);
  } catch (error) {
    if (options.first || !(error instanceof UserError)) throw error;
    return { kept: state, unread: [], refused: [WITHOUT_FOLDER], problem: error, unsettled: false };
  }
  const { settings, settingsStamp, problem, refused } = await takeSettings(state, scan, options);
  const compared = compareFiles(state, scan, { ...options, settings });
  return {
    kept: { settings, settingsStamp, entries: compared.entries },
    unread: compared.unread,
    refused: [...scan.refused, ...findMissing(settings, scan), ...refused],
    problem,
    unsettled: compared.unsettled || (settingsStamp !== scan.settings.stamp && problem === null),
  };
}

const WITHOUT_FOLDER = { file: 'The corpus folder', reason: 'is not there; what was read of it is served' };

const SETTLING = 300; // milliseconds without a write after which a file counts as whole

function isFresh(written: number, { first, now }: StockOptions): boolean {
  return !first && Math.abs(now.valueOf() - written) < SETTLING;
}

interface Taken extends Omit<CorpusState, 'entries'> {
  readonly problem: UserError | null;
  readonly refused: readonly Refusal[];
}

async function takeSettings(
  { settings, settingsStamp }: CorpusState,
  scan: FolderScan,
  options: StockOptions,
): Promise<Taken> {
  const known = { settings, settingsStamp, problem: null, refused: [] };
  const { stamp, written } = scan.settings;
  if (stamp === settingsStamp || isFresh(written, options)) return known;
  const read = await readSettings(scan);
  if (read.kind === 'settings') return { ...known, settings: read.settings, settingsStamp: stamp };
  if (options.first) throw read.error;
  const what = read.error.message.replaceAll(`${options.root}/`, '').replace(/\.$/, '');
  const reason = `is malformed, so all settings are as they were: ${what}`;
  return { ...known, problem: read.error, refused: [{ file: read.file, reason }] };
}

type Comparison = StockOptions & { readonly settings: CorpusSettings };

/** A folder whose rule of access is not known yet is not served at all. */
function compareFiles({ entries: known }: CorpusState, { files }: FolderScan, options: Comparison) {
  const { collections, sources } = options.settings;
  const served = new Set(collections.map(({ id }) => id));
  const entries = new Map<string, CorpusEntry>();
  const unread: UnreadFile[] = [];
  let unsettled = false;
  for (const found of files.filter(({ collection }) => served.has(collection))) {
    const key = `${found.stamp} ${JSON.stringify(sources[found.path] ?? null)}`;
    const before = known.get(found.file);
    if (before) entries.set(found.file, before);
    if (before?.key === key) continue;
    if (isFresh(found.written, options)) unsettled = true;
    else unread.push({ ...found, key });
  }
  return { entries, unread, unsettled };
}
