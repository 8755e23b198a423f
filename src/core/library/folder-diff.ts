import { UserError } from '../text/user-error.ts';
import { findMissing } from './corpus-settings.ts';
import type { CorpusEntry, CorpusState } from './corpus-state.ts';
import type { DocumentMetadata } from './document.ts';
import { type FolderScan, type FoundFile, scanFolder } from './folder-scan.ts';
import type { Refusal } from './library.ts';
import { diffSettings, type SettingsDiff } from './settings-diff.ts';
import { isSettled, type ScanOptions } from './settling.ts';
import { findNotes } from './source-notes.ts';

/** How a folder differs from what was read of it. */
export interface FolderDiff {
  /** The state without the files that are gone; a file to be read again is still as it was read. */
  readonly kept: CorpusState;
  readonly unread: readonly UnreadFile[];
  /** Files that cannot be indexed or applied for reasons other than their content. */
  readonly refused: readonly Refusal[];
  /** Something was written just now and may be incomplete, so it was left as it was. */
  readonly unsettled: boolean;
}

/** A file to be read, what the settings say about it, and the key that its entry gets. */
export interface UnreadFile extends FoundFile {
  readonly known: DocumentMetadata | null;
  readonly key: string;
}

/** Compares a corpus folder with what was read of it. */
export async function diffFolder(
  state: CorpusState,
  root: string,
  options: ScanOptions,
): Promise<FolderDiff> {
  let scan: FolderScan;
  try {
    scan = await scanFolder(root, Object.keys(state.stamps));
  } catch (error) {
    if (options.first || !(error instanceof UserError)) throw error;
    return { kept: state, unread: [], refused: [WITHOUT_FOLDER], unsettled: false };
  }
  const diff = await diffSettings(state, scan, options);
  const { settings, stamps } = diff;
  const compared = compareFiles(state, scan, { ...options, ...diff });
  return {
    kept: { settings, stamps, entries: compared.entries },
    unread: compared.unread,
    refused: [...scan.refused, ...findMissing(settings, scan), ...diff.refused],
    unsettled: compared.unsettled || diff.unsettled,
  };
}

const WITHOUT_FOLDER = {
  file: 'The corpus folder',
  reason: 'is missing; documents already indexed stay available',
};

type Comparison = ScanOptions & SettingsDiff;

/** Leaves out collections whose access rule is not known yet. */
function compareFiles({ entries: known }: CorpusState, { files }: FolderScan, options: Comparison) {
  const { collections, sources } = options.settings;
  const knownOf = findNotes(sources);
  const permitted = new Set(collections.map(({ id }) => id));
  const entries = new Map<string, CorpusEntry>();
  const unread: UnreadFile[] = [];
  let unsettled = false;
  for (const found of files.filter(({ collection }) => permitted.has(collection))) {
    const about = knownOf(found.path);
    const key = `${found.stamp} ${JSON.stringify(about)}`;
    const before = known.get(found.file);
    if (before) entries.set(found.file, before);
    if (before?.key === key || options.held.has(found.collection)) continue;
    if (isSettled(found, options)) unread.push({ ...found, known: about, key });
    else unsettled = true;
  }
  return { entries, unread, unsettled };
}
