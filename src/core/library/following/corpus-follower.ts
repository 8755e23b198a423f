import { createSerialQueue } from '../../text/queue.ts';
import type { CollectionId, DocumentId } from '../documents/document.ts';
import type { Refusal, UnreadCounts } from '../library.ts';
import type { ReadFile } from '../reading/read-document.ts';
import type { Replacement } from '../versions/compare-versions.ts';
import { diffFolder, diffPaths, type FolderDiff, type UnreadFile } from './folder-diff.ts';
import type { Applied, FolderState, FollowedCorpus, ReadEntry, Share } from './followed-corpus.ts';
import { createPatientReader, type PatientReader } from './patient-reader.ts';

/** What changed in the library when the folder was looked at. */
export interface CorpusChange {
  readonly added: readonly DocumentId[];
  readonly changed: readonly DocumentId[];
  readonly removed: readonly DocumentId[];
  /** Those that changed, as they were before and are now. */
  readonly replaced: readonly Replacement[];
  /** Some files were still being written or have not been read yet: scan again soon. */
  readonly unsettled: boolean;
  /** How many files have not been read yet. */
  readonly unread: number;
  /** Milliseconds that looking at the folder took, without reading. */
  readonly looked: number;
}

/** Keeps a corpus like a folder that may change at any time. */
export interface CorpusFollower {
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
  readonly corpus: FollowedCorpus;
  now(): Date;
  /** How many files are read at the same time; one if absent. */
  readonly atOnce?: number;
  /**
   * Resolves when a scan has read for long enough; the next one applies removals first, then reads on. It is told how many
   * milliseconds looking at the folder took.
   */
  patience?(looked: number): Promise<unknown>;
  /** Told now and then how many files are left to read. */
  progress?(left: number): void;
  /** What never came into the folder, and why; absent: nothing. */
  refusedBefore?(): readonly Refusal[];
}

/**
 * Follows a corpus folder. The first scan applies everything and throws on malformed settings; later ones keep the last
 * valid settings.
 */
export function createCorpusFollower(options: CorpusFollowerOptions): CorpusFollower {
  const { root, corpus, progress } = options;
  const reader = createPatientReader(root, options.read, options.atOnce ?? 1);
  const enqueue = createSerialQueue();
  const isNew = corpus.state.entries.size === 0;
  let first = true;
  let applied: AppliedLook | null = null; // null if the last scan failed or left something unread
  let unapplied: readonly Refusal[] | null = null; // of the whole folder; null if the next look must be at all of it
  let next: { readonly paths: string[] | null; readonly change: Promise<CorpusChange> } | null = null;

  const look = async (paths: readonly string[] | null): Promise<FolderDiff> => {
    const how = { now: options.now(), first };
    const refused = unapplied ?? (first && !isNew ? [] : null);
    const part = paths && refused ? await diffPaths(corpus.state, root, { ...how, paths, refused }) : null;
    return part ?? diffFolder(corpus.state, root, how);
  };
  const scan = async () => {
    const paths = next?.paths ?? null;
    next = null;
    const started = performance.now();
    const found = await look(paths);
    const diff = { ...found, refused: [...found.refused, ...(options.refusedBefore?.() ?? [])] };
    const isSame = applied !== null && isUnchanged(diff, applied);
    applied = null;
    const opened = {
      ...diff,
      elapsed: () => performance.now() - started,
      patience: options.patience,
    };
    const change = isSame ? noChange(opened) : await applyDiff(opened, { corpus, reader, progress });
    if (change.unread === 0 && !change.unsettled) applied = lookAt(corpus.state, diff);
    unapplied = diff.settingsWait || change.unread > 0 ? null : found.refused;
    first = false;
    return change;
  };
  return {
    refresh(paths) {
      if (!next) next = { paths: paths ? [] : null, change: enqueue(scan) };
      else if (!paths && next.paths) next = { paths: null, change: next.change };
      next.paths?.push(...(paths ?? []));
      return next.change;
    },
  };
}

interface OpenDiff extends FolderDiff {
  /** Milliseconds since the folder is being looked at. */
  elapsed(): number;
  readonly patience: CorpusFollowerOptions['patience'];
}

/** What was applied last. */
interface AppliedLook {
  readonly settings: FolderState['settings'];
  readonly files: number;
  /** The refusals of the folder, as text. */
  readonly refused: string;
}

function lookAt({ settings, entries }: FolderState, { refused }: Pick<FolderDiff, 'refused'>): AppliedLook {
  return { settings, files: entries.size, refused: JSON.stringify(refused) };
}

/** Whether a look found what was applied before; entries change only by being read. */
function isUnchanged(diff: FolderDiff, before: AppliedLook): boolean {
  const now = lookAt(diff.kept, diff);
  const isSame = now.settings === before.settings && now.files === before.files;
  return isSame && diff.unread.length === 0 && now.refused === before.refused;
}

function noChange({ unsettled, elapsed }: OpenDiff): CorpusChange {
  return { added: [], changed: [], removed: [], replaced: [], unsettled, unread: 0, looked: elapsed() };
}

interface Applying extends Pick<CorpusFollowerOptions, 'corpus'> {
  readonly reader: PatientReader;
  readonly progress: CorpusFollowerOptions['progress'];
}

/** Applies a diff: what is gone goes first, then what is unread is read and comes, share by share. */
async function applyDiff(diff: OpenDiff, { reader, progress, corpus }: Applying): Promise<CorpusChange> {
  const { kept, unread, refused } = diff;
  const { settings, stamps } = kept;
  const toRead = createToRead(diff);
  const changes = new Changes();
  let again = false;
  const apply = async (share: Pick<Share, 'gone' | 'read'>) => {
    const applied = await corpus.apply({ settings, stamps, refused, unread: toRead.counts(), ...share });
    changes.add(applied);
    again ||= applied.again;
  };
  await apply({ gone: [...corpus.state.entries.keys()].filter((file) => !kept.entries.has(file)), read: [] });
  const looked = diff.elapsed();
  const enough = unread.length > 0 ? (diff.patience?.(looked) ?? null) : null;
  const share = corpus.shareOf(unread.length);
  let read: ReadEntry[] = [];
  let done = 0;
  progress?.(unread.length);
  for await (const { file, outcome } of reader.read(unread, enough)) {
    read.push({ file: file.file, path: file.path, key: file.key, outcome });
    toRead.delete(file);
    done++;
    progress?.(unread.length - done);
    if (read.length < share) continue;
    await apply({ gone: [], read });
    read = [];
  }
  if (read.length > 0) await apply({ gone: [], read });
  const left = unread.length - done;
  return { ...changes.lists, unsettled: diff.unsettled || again || left > 0, unread: left, looked };
}

/** What several shares changed together. */
class Changes {
  readonly #added = new Set<DocumentId>();
  readonly #changed = new Set<DocumentId>();
  readonly #removed = new Set<DocumentId>();

  readonly #replaced = new Map<DocumentId, Replacement>();

  get lists(): Pick<CorpusChange, 'added' | 'changed' | 'removed' | 'replaced'> {
    return {
      ...{ added: [...this.#added], changed: [...this.#changed], removed: [...this.#removed] },
      replaced: [...this.#replaced.values()],
    };
  }

  add({ put, removed }: Applied): void {
    for (const id of removed) this.#remove(id);
    for (const { indexed, before } of put) {
      const { id } = indexed.document;
      this.#put(id, before !== null);
      const first = this.#replaced.get(id)?.before ?? before;
      if (first) this.#replaced.set(id, { before: first, now: indexed });
    }
  }

  #remove(id: DocumentId): void {
    this.#changed.delete(id);
    this.#replaced.delete(id);
    if (!this.#added.delete(id)) this.#removed.add(id);
  }

  #put(id: DocumentId, wasThere: boolean): void {
    if (this.#removed.delete(id) || (wasThere && !this.#added.has(id))) this.#changed.add(id);
    else this.#added.add(id);
  }
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
