import { createSerialQueue } from '../text/queue.ts';
import { applyChanges } from './apply-changes.ts';
import { type CorpusEntry, type CorpusState, chooseDocuments, NOTHING_READ } from './corpus-state.ts';
import type { DocumentId } from './document.ts';
import { diffFolder, type FolderDiff } from './folder-diff.ts';
import type { DocumentSink } from './indexed-document.ts';
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
}

/** Keeps a library like a folder that may change at any time. */
export interface CorpusFollower {
  readonly library: MemoryLibrary;
  /** What was read, to be saved. */
  readonly state: CorpusState;
  /** Applies what changed in the folder. Scans never overlap: all requests during one share the next. */
  refresh(): Promise<CorpusChange>;
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
  /** Resolves when a scan has taken long enough; the next one applies removals first, then reads on. */
  patience?(): Promise<unknown>;
  progress?(done: number, of: number): void;
}

/**
 * Follows a corpus folder. The first scan applies everything and throws on malformed settings; later ones keep the last
 * valid settings.
 */
export function createCorpusFollower(options: CorpusFollowerOptions): CorpusFollower {
  const library = createMemoryLibrary();
  const reader = createPatientReader(options.root, options.read);
  const enqueue = createSerialQueue();
  let state = options.saved ?? NOTHING_READ;
  let first = true;
  let next: Promise<CorpusChange> | null = null;
  for (const indexed of chooseDocuments(state).documents.values()) library.put(indexed);

  const scan = async () => {
    next = null;
    const diff = await diffFolder(state, options.root, { now: options.now(), first });
    const entries = new Map(diff.kept.entries);
    state = { ...diff.kept, entries };
    const enough = first ? null : (options.patience?.().then(() => null) ?? null);
    const change = await applyDiff({ ...diff, entries, enough }, { ...options, library, reader });
    first = false;
    return change;
  };
  return {
    library,
    get state() {
      return state;
    },
    refresh() {
      next ??= enqueue(scan);
      return next;
    },
  };
}

interface OpenDiff extends FolderDiff {
  /** Those kept, to which what is read is added. */
  readonly entries: Map<string, CorpusEntry>;
  readonly enough: Promise<null> | null;
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
  const applyAll = async () => {
    for (const id of await applyChanges({ ...kept, entries }, diff.refused, destination)) put.add(id);
  };
  await applyAll();
  const share = Math.max(SHARE.least, Math.ceil(unread.length / SHARE.most));
  let done = 0;
  for (const file of unread) {
    progress?.(done, unread.length);
    const outcome = await reader.read(file, enough);
    if (outcome === null) break;
    entries.set(file.file, { path: file.path, key: file.key, outcome });
    if (++done % share === 0) await applyAll();
  }
  if (unread.length > 0) await applyAll();
  const present = [...put].filter((id) => library.get(id));
  return {
    added: present.filter((id) => !before.has(id)),
    changed: present.filter((id) => before.has(id)),
    removed: [...before].filter((id) => !library.get(id)),
    unsettled: diff.unsettled || done < unread.length,
  };
}
