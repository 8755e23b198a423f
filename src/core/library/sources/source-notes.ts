import { posix } from 'node:path';
import { type DocumentMetadata, UNKNOWN } from '../documents/document.ts';
import { nameDate } from '../facts/path-date.ts';
import { byExactness, isPattern, type NamePattern, readPattern } from './name-pattern.ts';

/** The date of publication stands in the file's name. */
export const FROM_NAME = 'from-name';

/** What a `sources.yaml` says of one file, or of those that a pattern matches; an absent key is unknown. */
export type SourceNote = Partial<DocumentMetadata>;

/** What each `sources.yaml` says: by its path in the corpus, then by the file's path in its folder, or a pattern. Plain data. */
export type SourceNotes = Readonly<Record<string, Readonly<Record<string, SourceNote>>>>;

/** Returns what is said of the file at a path in the corpus; null if no `sources.yaml` names it. */
export type KnownOf = (path: string) => DocumentMetadata | null;

/**
 * Finds what is said of files. Key by key, the deepest folder that names a file counts; in one folder its name counts
 * before a pattern, a more exact pattern before another, and a later line before an earlier one.
 */
export function findNotes(sources: SourceNotes): KnownOf {
  const found = finders.get(sources) ?? createFinder(sources);
  finders.set(sources, found);
  return found;
}

const finders = new WeakMap<SourceNotes, KnownOf>(); // of settings that stay, each file is asked for at every scan

function createFinder(sources: SourceNotes): KnownOf {
  const folders = new Map(
    Object.entries(sources).map(([file, notes]) => [folderOf(file), readFolder(notes)]),
  );
  const known = new Map<string, DocumentMetadata | null>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const said = foldersAbove(path).flatMap((folder) =>
      notesIn(folders.get(folder), path.slice(folder.length + 1)),
    );
    const merged = said.length === 0 ? null : merge(said, path);
    known.set(path, merged);
    return merged;
  };
}

interface FolderNotes {
  readonly named: ReadonlyMap<string, SourceNote>;
  /** The least exact first. */
  readonly patterns: readonly (NamePattern & { readonly note: SourceNote })[];
}

function readFolder(notes: SourceNotes[string]): FolderNotes {
  const patterns = Object.entries(notes).filter(([name]) => isPattern(name));
  return {
    named: new Map(Object.entries(notes)),
    patterns: patterns.map(([name, note]) => ({ ...readPattern(name), note })).sort(byExactness),
  };
}

/** What a folder says of a file in it, what counts most last. */
function notesIn(folder: FolderNotes | undefined, name: string): SourceNote[] {
  if (!folder) return [];
  const matching = folder.patterns.filter((pattern) => pattern.pattern !== name && pattern.matches(name));
  return [...matching.map(({ note }) => note), ...[folder.named.get(name) ?? []].flat()];
}

function merge(said: readonly SourceNote[], path: string): DocumentMetadata {
  const merged: DocumentMetadata = Object.assign({}, UNKNOWN, ...said);
  const isNamed = merged.published === FROM_NAME;
  return isNamed ? { ...merged, published: nameDate(posix.basename(path)) } : merged;
}

/** The folder that a `sources.yaml` is in, as paths of files spell it. */
function folderOf(file: string): string {
  return posix.dirname(file).normalize('NFC');
}

/** The folders that a path is in, the collection first. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join('/'));
}

/** Lists the names in each `sources.yaml` that no file has, and the patterns that match none, given the paths of all files. */
export function findAbsent(
  sources: SourceNotes,
  paths: readonly string[],
): { readonly file: string; readonly name: string; readonly isPattern: boolean }[] {
  const present = new Set(paths);
  return Object.entries(sources).flatMap(([file, notes]) => {
    const folder = `${folderOf(file)}/`;
    return Object.keys(notes)
      .filter((name) => !present.has(folder + name) && !(isPattern(name) && matchesAny(name, folder, paths)))
      .map((name) => ({ file, name, isPattern: isPattern(name) }));
  });
}

function matchesAny(pattern: string, folder: string, paths: readonly string[]): boolean {
  const { matches } = readPattern(pattern);
  return paths.some((path) => path.startsWith(folder) && matches(path.slice(folder.length)));
}
