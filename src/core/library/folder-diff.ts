import { UserError } from '../text/user-error.ts';
import type { Refusal } from './corpus.ts';
import { findMissing } from './corpus-settings.ts';
import type { CorpusEntry, CorpusState } from './corpus-state.ts';
import { type FolderScan, type FoundFile, scanFolder } from './folder-scan.ts';
import { diffSettings, hasRested, type LookOptions, SETTLING, type SettingsDiff } from './settings-diff.ts';

/** What is to become of a state after a look at its folder. */
export interface FolderDiff {
  /** What stays as it was read, files that are to be read again included. */
  readonly kept: CorpusState;
  readonly unread: readonly UnreadFile[];
  /** What can't be served, or taken over, for other reasons than what was read. */
  readonly refused: readonly Refusal[];
  /** Something was written just now, and may not be whole: it stays as it was. */
  readonly unsettled: boolean;
}

/** A file that has to be read, and the key under which its outcome is kept. */
export interface UnreadFile extends FoundFile {
  readonly key: string;
}

/** Compares a corpus folder with what was read of it. */
export async function diffFolder(
  state: CorpusState,
  root: string,
  options: LookOptions,
): Promise<FolderDiff> {
  let scan: FolderScan;
  try {
    scan = await scanFolder(root);
  } catch (error) {
    if (options.first || !(error instanceof UserError)) throw error;
    return { kept: state, unread: [], refused: [WITHOUT_FOLDER], unsettled: false };
  }
  const stock = await diffSettings(state, scan, options);
  const { settings, stamps } = stock;
  const compared = compareFiles(state, scan, { ...options, ...stock });
  return {
    kept: { settings, stamps, entries: compared.entries },
    unread: compared.unread,
    refused: [...scan.refused, ...findMissing(settings, scan), ...stock.refused],
    unsettled: compared.unsettled || stock.unsettled,
  };
}

const WITHOUT_FOLDER = { file: 'The corpus folder', reason: 'is not there; what was read of it is served' };

type Comparison = LookOptions & SettingsDiff;

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
    if (before?.key === key || options.held.has(found.collection)) continue;
    if (hasRested(found, SETTLING, options)) unread.push({ ...found, key });
    else unsettled = true;
  }
  return { entries, unread, unsettled };
}
