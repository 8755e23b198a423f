import { join, sep } from 'node:path';
import { UserError } from '../../text/user-error.ts';
import type { DocumentMetadata } from '../documents/document.ts';
import type { Refusal } from '../library.ts';
import { findNotes } from '../sources/source-notes.ts';
import { findMissing } from './corpus-settings.ts';
import { type FolderScan, type FoundFile, scanFolder, stampOf } from './folder-scan.ts';
import type { FileEntry, FolderState } from './followed-corpus.ts';
import { scanPaths } from './path-scan.ts';
import { diffSettings, type SettingsDiff } from './settings-diff.ts';
import { isSettled, type ScanOptions } from './settling.ts';

/** How a folder differs from what was read of it. */
export interface FolderDiff {
  /** The state without the files that are gone; a file to be read again is still as it was read. */
  readonly kept: FolderState;
  readonly unread: readonly UnreadFile[];
  /** Files that cannot be indexed or applied for reasons other than their content. */
  readonly refused: readonly Refusal[];
  /** Something was written just now and may be incomplete, so it was left as it was. */
  readonly unsettled: boolean;
  /** Settings of the folder wait to be applied, or keep documents out: what changes next needs a look at all of it. */
  readonly settingsWait: boolean;
}

/** A file to be read, what the settings say about it, and the key that its entry gets. */
export interface UnreadFile extends FoundFile {
  readonly known: DocumentMetadata | null;
  readonly key: string;
}

/** Compares a corpus folder with what was read of it. */
export async function diffFolder(
  state: FolderState,
  root: string,
  options: ScanOptions,
): Promise<FolderDiff> {
  let scan: FolderScan;
  try {
    scan = await scanFolder(root, Object.keys(state.stamps));
  } catch (error) {
    if (options.first || !(error instanceof UserError)) throw error;
    return { kept: state, unread: [], refused: [WITHOUT_FOLDER], unsettled: false, settingsWait: true };
  }
  const diff = await diffSettings(state, scan, options);
  const { settings, stamps } = diff;
  const compared = compareFiles(state, scan, { ...options, ...diff });
  return {
    kept: { settings, stamps, entries: compared.entries },
    unread: compared.unread,
    refused: [...scan.refused, ...findMissing(settings, scan), ...diff.refused],
    unsettled: compared.unsettled || diff.unsettled,
    settingsWait: diff.unsettled || diff.held.size > 0,
  };
}

/**
 * Compares some paths of a corpus folder with what was read there, under the settings that apply; null if only a look at the
 * whole folder can tell.
 */
export async function diffPaths(
  state: FolderState,
  root: string,
  { paths, refused, ...options }: ScanOptions & LookedAt,
): Promise<FolderDiff | null> {
  const { settings, stamps } = state;
  if (Object.keys(stamps).some((file) => stampOf(join(root, file)).stamp !== stamps[file])) return null;
  const ids = settings.collections.map(({ id }) => id);
  const scan = await scanPaths(root, paths, ids);
  if (!scan || scan.looked.some((path) => holdsSettings(stamps, path.slice(root.length + 1)))) return null;
  const { entries, unread, unsettled } = compareFiles(state, scan, { ...options, settings, held: new Set() });
  const kept = new Map(state.entries);
  for (const file of filesAt(state.entries, scan.looked)) if (!entries.has(file)) kept.delete(file);
  return { kept: { ...state, entries: kept }, unread, refused, unsettled, settingsWait: false };
}

/** A part of the folder, and what the last look at all of it could not apply. */
interface LookedAt {
  /** Full paths of files and folders. */
  readonly paths: readonly string[];
  readonly refused: readonly Refusal[];
}

function holdsSettings(stamps: FolderState['stamps'], path: string): boolean {
  const place = path.split(sep).join('/');
  return Object.keys(stamps).some((file) => file === place || file.startsWith(`${place}/`));
}

/** The files that were read at some paths, or in folders there. */
function filesAt(entries: FolderState['entries'], paths: readonly string[]): string[] {
  const folders = paths.filter((path) => !entries.has(path)).map((path) => path + sep);
  const below =
    folders.length === 0
      ? []
      : [...entries.keys()].filter((file) => folders.some((folder) => file.startsWith(folder)));
  return [...paths.filter((path) => entries.has(path)), ...below];
}

const WITHOUT_FOLDER = {
  file: 'The corpus folder',
  reason: 'is missing; documents already indexed stay available',
};

type Comparison = ScanOptions & Pick<SettingsDiff, 'settings' | 'held'>;

/** Leaves out collections whose access rule is not known yet. */
function compareFiles(
  { entries: known }: FolderState,
  { files }: Pick<FolderScan, 'files'>,
  options: Comparison,
) {
  const { collections, sources } = options.settings;
  const knownOf = findNotes(sources);
  const permitted = new Set(collections.map(({ id }) => id));
  const entries = new Map<string, FileEntry>();
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
