import { posix } from 'node:path';
import { type DocumentMetadata, UNKNOWN } from './document.ts';

/** What a `sources.yaml` says of one file; an absent key is unknown. */
export type SourceNote = Partial<DocumentMetadata>;

/** What each `sources.yaml` says: by its path in the corpus, then by the file's path in its folder. Plain data. */
export type SourceNotes = Readonly<Record<string, Readonly<Record<string, SourceNote>>>>;

const FILE = 'sources.yaml';

/** Returns what is said of the file at a path in the corpus; null if no `sources.yaml` names it. */
export type KnownOf = (path: string) => DocumentMetadata | null;

/** Finds what is said of files. Of several folders that name a file, the deepest counts, key by key. */
export function findNotes(sources: SourceNotes): KnownOf {
  const found = finders.get(sources) ?? createFinder(sources);
  finders.set(sources, found);
  return found;
}

const finders = new WeakMap<SourceNotes, KnownOf>(); // of settings that stay, each file is asked for at every scan

function createFinder(sources: SourceNotes): KnownOf {
  const folders = new Map(
    Object.entries(sources).map(([file, notes]) => [folderOf(file), new Map(Object.entries(notes))]),
  );
  const known = new Map<string, DocumentMetadata | null>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const named = foldersAbove(path).flatMap(
      (folder) => folders.get(folder)?.get(path.slice(folder.length + 1)) ?? [],
    );
    const merged = named.length === 0 ? null : Object.assign({}, UNKNOWN, ...named);
    known.set(path, merged);
    return merged;
  };
}

/** The folder that a `sources.yaml` is in, as paths of files spell it. */
export function folderOf(file: string): string {
  return posix.dirname(file).normalize('NFC');
}

/** The folders that a path is in, the collection first. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join('/'));
}

/** Whether a settings file describes documents. */
export function isSourcesFile(file: string): boolean {
  return posix.basename(file) === FILE;
}

/** Lists the names in each `sources.yaml` that no file has. */
export function findAbsent(
  sources: SourceNotes,
  paths: readonly string[],
): { readonly file: string; readonly name: string }[] {
  const present = new Set(paths);
  return Object.entries(sources).flatMap(([file, notes]) =>
    Object.keys(notes)
      .filter((name) => !present.has(`${folderOf(file)}/${name}`))
      .map((name) => ({ file, name })),
  );
}
