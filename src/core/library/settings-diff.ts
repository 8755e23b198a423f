import { UserError } from '../text/user-error.ts';
import { checkRules } from './access-rules.ts';
import type { Refusal } from './corpus.ts';
import { mergeSettings, readSettings, type SettingsMistake } from './corpus-settings.ts';
import type { CorpusState } from './corpus-state.ts';
import type { CollectionId } from './document.ts';
import type { FolderScan, Stamp } from './folder-scan.ts';

/** What is to hold after a look at the settings files. */
export interface SettingsDiff extends Pick<CorpusState, 'settings' | 'stamps'> {
  /** Files that can't be taken over, and why. */
  readonly refused: readonly Refusal[];
  /** Collections into which nothing new may come until a mistake is mended. */
  readonly held: ReadonlySet<CollectionId>;
  /** Something was written just now, and may not be whole: what held before holds. */
  readonly unsettled: boolean;
}

/** How a look is taken. */
export interface LookOptions {
  readonly now: Date;
  /**
   * The first look takes everything as it is, but for a rule that lets more people read than the one that was saved,
   * and throws where settings are malformed.
   */
  readonly first: boolean;
}

/** Takes over what has changed in the settings, file by file: a mistake in one holds up no other. */
export async function diffSettings(
  known: CorpusState,
  scan: FolderScan,
  options: LookOptions,
): Promise<SettingsDiff> {
  const changed = [...scan.settings].filter(([file, { stamp }]) => known.stamps[file] !== stamp);
  const rested = changed.filter(([, stamp]) => hasRested(stamp, SETTLING, options)).map(([file]) => file);
  const read = await readSettings(scan.root, rested);
  const mistakes = [...read.mistakes, ...scan.misplaced.map((file) => ({ file, error: misplaced(file) }))];
  if (options.first && mistakes[0]) throw mistakes[0].error;
  const { collections, waiting } = checkRules(known, read.collections, { scan, options });
  const failed = new Set([...waiting, ...read.mistakes.map(({ file }) => file)]);
  const taken = new Set(rested.filter((file) => !failed.has(file)));
  const nothingNew = taken.size === 0 && collections.size === 0 && isEveryFolderKnown(known, scan);
  return {
    settings: nothingNew
      ? known.settings
      : mergeSettings(known.settings, { ...read, collections }, scan.collections),
    stamps: nothingNew ? known.stamps : mergeStamps(known.stamps, scan.settings, taken),
    refused: mistakes.map((mistake) => toRefusal(mistake, scan.root)),
    held: new Set(scan.misplaced.map((file) => file.split('/')[0] as CollectionId)),
    unsettled: rested.length < changed.length || waiting.size > 0,
  };
}

/** Milliseconds without a write after which a file counts as whole. */
export const SETTLING = 300;

/** Says whether a file was left alone for some time. A clock that differs must not hold it up for ever. */
export function hasRested({ written }: Stamp, rest: number, { first, now }: LookOptions): boolean {
  return first || Math.abs(now.valueOf() - written) >= rest;
}

function isEveryFolderKnown({ stamps }: CorpusState, { settings }: FolderScan): boolean {
  return Object.keys(stamps).every((file) => settings.has(file));
}

function mergeStamps(
  known: Readonly<Record<string, string>>,
  found: ReadonlyMap<string, Stamp>,
  taken: ReadonlySet<string>,
): Record<string, string> {
  const stamps: Record<string, string> = {};
  for (const [file, { stamp }] of found) {
    const held = taken.has(file) ? stamp : known[file];
    if (held !== undefined) stamps[file] = held;
  }
  return stamps;
}

/** A rule of access that is ignored is worse than none. */
function misplaced(path: string): UserError {
  return new UserError(
    `${path} would have no effect. Name it as docs/corpus.md says and put it at the top of its collection's folder.`,
    { code: 'misplaced-settings' },
  );
}

function toRefusal({ file, error }: SettingsMistake, root: string): Refusal {
  const what = error.message.replaceAll(`${root}/`, '').replace(`${file}, `, '').replace(/\.$/, '');
  return { file, reason: `is not taken over, what held before holds: ${what}` };
}
