import { UserError } from '../../text/user-error.ts';
import type { CollectionId } from '../documents/document.ts';
import type { Refusal } from '../library.ts';
import { checkAccessRules } from '../sources/access-rules.ts';
import { mergeSettings, readSettings, type SettingsMistake } from './corpus-settings.ts';
import type { FolderScan, SettingsStamp } from './folder-scan.ts';
import type { FolderState } from './followed-corpus.ts';
import { isSettled, type ScanOptions } from './settling.ts';

/** The settings that apply after a scan of their files. */
export interface SettingsDiff extends Pick<FolderState, 'settings' | 'stamps'> {
  /** Files that cannot be applied, and why. */
  readonly refused: readonly Refusal[];
  /** Collections to which nothing is added until a mistake is fixed. */
  readonly held: ReadonlySet<CollectionId>;
  /** Something was written just now and may be incomplete, so the previous settings still apply. */
  readonly unsettled: boolean;
}

/** Applies changed settings file by file; a mistake in one delays no other. */
export async function diffSettings(
  known: FolderState,
  scan: FolderScan,
  options: ScanOptions,
): Promise<SettingsDiff> {
  const changed = [...scan.settings].filter(([file, { stamp }]) => known.stamps[file] !== stamp);
  const settled = changed.filter(([, stamp]) => isSettled(stamp, options)).map(([file]) => file);
  const read = await readSettings(scan.root, settled);
  const mistakes = [...read.mistakes, ...scan.misplaced.map((file) => ({ file, error: misplaced(file) }))];
  if (options.first && mistakes[0]) throw mistakes[0].error;
  const { collections, waiting } = checkAccessRules(known, read.collections, { scan, options });
  const failed = new Set([...waiting, ...[...read.mistakes, ...read.unfollowed].map(({ file }) => file)]);
  const applied = new Set(settled.filter((file) => !failed.has(file)));
  const unchanged = applied.size === 0 && collections.size === 0 && isNoFolderGone(known, scan);
  return {
    settings: unchanged ? known.settings : mergeSettings(known.settings, { ...read, collections }, scan),
    stamps: unchanged ? known.stamps : mergeStamps(known.stamps, scan.settings, applied),
    refused: [...mistakes.map((mistake) => toRefusal(mistake, scan.root)), ...read.unfollowed],
    held: new Set(scan.misplaced.map((file) => file.split('/')[0] as CollectionId)),
    unsettled: settled.length < changed.length || waiting.size > 0,
  };
}

function isNoFolderGone({ stamps }: FolderState, { settings }: FolderScan): boolean {
  return Object.keys(stamps).every((file) => settings.has(file));
}

function mergeStamps(
  known: Readonly<Record<string, string>>,
  found: ReadonlyMap<string, SettingsStamp>,
  applied: ReadonlySet<string>,
): Record<string, string> {
  const stamps: Record<string, string> = {};
  for (const [file, { stamp, isGone }] of found) {
    const last = applied.has(file) ? (isGone ? undefined : stamp) : known[file];
    if (last !== undefined) stamps[file] = last;
  }
  return stamps;
}

/** An access rule that is ignored is worse than none. */
function misplaced(path: string): UserError {
  return new UserError(`${path} would have no effect. Use the name and the place given in docs/corpus.md.`, {
    code: 'misplaced-settings',
  });
}

function toRefusal({ file, error }: SettingsMistake, root: string): Refusal {
  const what = error.message.replaceAll(`${root}/`, '').replace(`${file}, `, '').replace(/\.$/, '');
  return { file, reason: `was not applied; the previous settings stay in effect: ${what}` };
}
