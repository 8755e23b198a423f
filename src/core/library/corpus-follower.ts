import { createSerialQueue } from '../text/queue.ts';
import { applyChanges } from './apply-changes.ts';
import { type CorpusEntry, type CorpusState, chooseDocuments, NOTHING_READ } from './corpus-state.ts';
import type { CollectionId, DocumentId } from './document.ts';
import { diffFolder, diffPaths, type FolderDiff, type UnreadFile } from './folder-diff.ts';
import type { DocumentSink } from './indexed-document.ts';
import type { Refusal, UnreadCounts } from './library.ts';
import { createMemoryLibrary, type MemoryLibrary } from './memory-library.ts';
import { createPatientReader, type PatientReader } from './patient-reader.ts';
import type { ReadFile } from './read-document.ts';

/** What changed in the library when the folder was looked at. */
export interface CorpusChange {
  readonly added: readonly DocumentId[];
  readonly changed: readonly DocumentId[];
  readonly removed: readonly DocumentId[];
  /** Some files were still being written or have not been read yet: scan again soon. */
  readonly unsettled: boolean;
  /** How many files have not been read yet. */
  readonly unread: number;
}

/** Keeps a library like a folder that may change at any time. */
export interface CorpusFollower {
  readonly library: MemoryLibrary;
  /** What was read, to be saved. */
  readonly state: CorpusState;
  /**
   * Applies what changed in the folder, or at some full paths in it, if a look at these can tell. Scans never overlap: all
   * requests during one share the next.
   */
  refresh(paths?: readonly string[]): Promise<CorpusChange>;
}

/** How a folder is followed. */
export interface CorpusFollowerOptions {
  /** The corpus folder. */
  readonly root: string;
  readonly read: ReadFile;
  /** Receives the documents after the library, or loses them before it. */
  readonly sink: DocumentSink;
  now(): Date;
  /** What was read before; the sink contains its documents already. */
  readonly saved?: CorpusState | null;
  /** How many files are read at the same time; one if absent. */
  readonly atOnce?: number;
  /**
   * Resolves when a scan has read for long enough; the next one applies removals first, then reads on. It is told how many
   * milliseconds looking at the folder took.
   */
  patience?(looked: number): Promise<unknown>;
  /** Told now and then how many files are left to read. */
  progress?(left: number): void;
}

/**
 * Follows a corpus folder. The first scan applies everything and throws on malformed settings; later ones keep the last
 * valid settings.
 */
export function createCorpusFollower(options: CorpusFollowerOptions): CorpusFollower {
  const library = createMemoryLibrary();
  const reader = createPatientReader(options.root, options.read, options.atOnce ?? 1);
  const enqueue = createSerialQueue();
  let state = options.saved ?? NOTHING_READ;
  let first = true;
  let unapplied: readonly Refusal[] | null = null; // of the whole folder; null if the next look must be at all of it
  let next: { readonly paths: string[] | null; readonly change: Promise<CorpusChange> } | null = null;
  for (const indexed of chooseDocuments(state).documents.values()) library.put(indexed);

  const look = async (paths: readonly string[] | null): Promise<FolderDiff> => {
    const { root, saved } = options;
    const how = { now: options.now(), first };
    const refused = unapplied ?? (first && saved ? [] : null);
    const part = paths && refused ? await diffPaths(state, root, { ...how, paths, refused }) : null;
    return part ?? diffFolder(state, root, how);
  };
  const scan = async () => {
    const paths = next?.paths ?? null;
    next = null;
    const started = performance.now();
    const diff = await look(paths);
    const entries = new Map(diff.kept.entries);
    state = { ...diff.kept, entries };
    const enough = options.patience?.(performance.now() - started) ?? null;
    const change = await applyDiff({ ...diff, entries, enough }, { ...options, library, reader });
    unapplied = diff.settingsWait || change.unread > 0 ? null : diff.refused;
    first = false;
    return change;
  };
  return {
    library,
    get state() {
      return state;
    },
    refresh(paths) {
      if (!next) next = { paths: paths ? [] : null, change: enqueue(scan) };
      else if (!paths && next.paths) next = { paths: null, change: next.change };
      next.paths?.push(...(paths ?? []));
      return next.change;
    },
  };
}

interface OpenDiff extends FolderDiff {
  /** Those kept, to which what is read is added. */
  readonly entries: Map<string, CorpusEntry>;
  readonly enough: Promise<unknown> | null;
}

interface Applying extends Pick<CorpusFollowerOptions, 'sink' | 'progress'> {
  readonly library: MemoryLibrary;
  readonly reader: PatientReader;
}

const SHARE = { least: 50, most: 10 }; // files read before they are applied; the most shares of one scan

/** Applies a diff: what is gone goes first, then what is unread is read and comes, share by share. */
async function applyDiff(
  diff: OpenDiff,
  { reader, progress, ...destination }: Applying,
): Promise<CorpusChange> {
  const { kept, entries, unread, enough } = diff;
  const { library } = destination;
  const before = new Set(library.documents.map(({ id }) => id));
  const put = new Set<DocumentId>();
  const toRead = createToRead(diff);
  const applyAll = async () => {
    const frame = { refused: diff.refused, unread: toRead.counts() };
    for (const id of await applyChanges({ ...kept, entries }, frame, destination)) put.add(id);
  };
  await applyAll();
  const share = Math.max(SHARE.least, Math.ceil(unread.length / SHARE.most));
  let done = 0;
  progress?.(unread.length);
  for await (const { file, outcome } of reader.read(unread, enough)) {
    entries.set(file.file, { path: file.path, key: file.key, outcome });
    toRead.delete(file);
    done++;
    progress?.(unread.length - done);
    if (done % share === 0) await applyAll();
  }
  if (unread.length > 0) await applyAll();
  const present = [...put].filter((id) => library.get(id));
  return {
    added: present.filter((id) => !before.has(id)),
    changed: present.filter((id) => before.has(id)),
    removed: [...before].filter((id) => !library.get(id)),
    unsettled: diff.unsettled || done < unread.length,
    unread: unread.length - done,
  };
}

/** The files of which nothing has been read yet; those that were read before are served as they were. */
function createToRead({ unread, kept }: FolderDiff) {
  const left = new Set(unread.filter(({ file }) => !kept.entries.has(file)));
  return {
    delete: (file: UnreadFile) => left.delete(file),
    /** How many there are in each collection. */
    counts(): UnreadCounts {
      const counts: Record<CollectionId, number> = {};
      for (const { collection } of left) counts[collection] = (counts[collection] ?? 0) + 1;
      return counts;
    },
  };
}
