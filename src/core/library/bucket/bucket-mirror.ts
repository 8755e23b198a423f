import { statSync } from 'node:fs';
import { mkdir, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { yieldToEvents } from '../../text/yield-to-events.ts';
import { listFiles } from '../following/list-files.ts';
import type { Refusal } from '../library.ts';
import { type Bucket, BucketFailure, type BucketObject } from './bucket.ts';
import { fetchObjects, type Mirroring } from './fetch-objects.ts';
import { createMirrorLedger, type KeptObject } from './mirror-state.ts';
import { isSettingsKey, placeObjects } from './object-places.ts';

/** What a look at the bucket changed. */
export interface MirrorChange {
  readonly fetched: number;
  readonly removed: number;
}

/** Keeps a folder like a bucket. */
export interface BucketMirror {
  /** Objects that are not kept, and why, as of the last look. */
  readonly refused: readonly Refusal[];
  /** When the folder was last like the bucket, and what was refused then, whichever process looked; null if it never was. */
  lookedAt(): Promise<Date | null>;
  /**
   * Makes the folder like the bucket. Rejects with a BucketFailure if the bucket, or a settings file in it, can't be read, or nothing is in it;
   * what is kept then stays. A kill at any moment loses no more than the objects being fetched.
   */
  look(signal: AbortSignal): Promise<MirrorChange>;
}

/** How a bucket is kept. */
export interface BucketMirrorOptions {
  readonly bucket: Bucket;
  /** The folder of the objects. */
  readonly root: string;
  /** A folder beside it, on the same disk, for the state and for files that are being written. */
  readonly work: string;
  now(): Date;
  progress?(done: number, of: number): void;
}

/** Creates the mirror of a bucket; its folders are made if they are missing. */
export function createBucketMirror(options: BucketMirrorOptions): BucketMirror {
  const ledger = createMirrorLedger(join(options.work, 'objects.jsonl'));
  let refused: readonly Refusal[] = [];
  return {
    get refused() {
      return refused;
    },
    async lookedAt() {
      const { isWhole, refused: told } = await ledger.load();
      refused = told;
      return isWhole ? ledger.writtenAt() : null;
    },
    async look(signal) {
      await prepare(options);
      const { placed, refused: unplaced } = placeObjects(await listAll(options.bucket, signal));
      const { kept: before, ...last } = await ledger.load();
      const kept = new Map<string, KeptObject>();
      const mirroring = { ...options, ledger, signal, before, kept, refused: [...unplaced] };
      const change = await apply(mirroring, placed);
      refused = mirroring.refused.sort((a, b) => (a.file < b.file ? -1 : 1));
      const isSame = last.isWhole && change.fetched === 0 && before.size === kept.size;
      const isChanged = !isSame || JSON.stringify(refused) !== JSON.stringify(last.refused);
      await ledger.close({ kept, refused }, { isChanged, at: options.now() });
      return change;
    },
  };
}

const ABANDONED = 3_600_000; // milliseconds after which nobody writes a part any longer

async function prepare({ root, work }: BucketMirrorOptions): Promise<void> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  await mkdir(work, { recursive: true, mode: 0o700 });
  const parts = (await readdir(work)).filter((name) => name.endsWith('.part'));
  for (const part of parts) {
    const found = await stat(join(work, part)).catch(() => null);
    if (found && Date.now() - found.mtimeMs > ABANDONED) await rm(join(work, part), { force: true });
  }
}

async function listAll(bucket: Bucket, signal: AbortSignal): Promise<BucketObject[]> {
  const all: BucketObject[] = [];
  for await (const page of bucket.list(signal)) all.push(...page);
  if (all.length === 0) throw new BucketFailure('has no objects there', { part: 'bucket' });
  return all;
}

/**
 * Access rules are settings: they come before the documents and go after them, so that no document is ever there without the rule of its
 * collection.
 */
async function apply(
  mirroring: Mirroring & Pick<BucketMirrorOptions, 'progress'>,
  placed: readonly BucketObject[],
): Promise<MirrorChange> {
  const { root, kept } = mirroring;
  const wanted = await findWanted(mirroring, placed);
  const named = new Set(placed.map(({ key }) => key));
  const gone = (await keysIn(root)).filter((key) => !named.has(key));
  for (const key of gone.filter((each) => !isSettingsKey(each))) await remove(root, key);
  let done = 0;
  const progress = () => mirroring.progress?.(done++, wanted.length);
  const isSettings = ({ key }: BucketObject) => isSettingsKey(key);
  await fetchObjects(mirroring, wanted.filter(isSettings), progress);
  const documents = wanted.filter((object) => !isSettings(object));
  await fetchObjects(mirroring, documents, progress);
  for (const key of gone.filter(isSettingsKey)) await remove(root, key);
  const fetched = wanted.filter((object) => kept.get(object.key) !== mirroring.before.get(object.key)).length;
  return { fetched, removed: gone.length };
}

const BATCH = 500; // files looked at before other work gets its turn, some milliseconds

/** The objects that are not kept as they are; those that are become so. */
async function findWanted({ root, before, kept }: Mirroring, placed: readonly BucketObject[]) {
  const wanted: BucketObject[] = [];
  for (const [at, object] of placed.entries()) {
    const known = before.get(object.key);
    if (known && isThere(root, known)) kept.set(object.key, known);
    if (!known || !kept.has(object.key) || known.etag !== object.etag || known.size !== object.size)
      wanted.push(object);
    if (at % BATCH === BATCH - 1) await yieldToEvents();
  }
  return wanted;
}

/** Whether a file is as it was written. */
function isThere(root: string, { key, stored, written }: KeptObject): boolean {
  const found = statSync(join(root, key), { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === stored && Math.abs(found.mtimeMs - written) < 1000;
}

async function keysIn(root: string): Promise<string[]> {
  const { files } = await listFiles(root);
  return files.map((file) =>
    file
      .slice(root.length + 1)
      .split(sep)
      .join('/'),
  );
}

/** Removes a file, and the folders that are empty without it. */
async function remove(root: string, key: string): Promise<void> {
  await rm(join(root, key), { force: true });
  for (let folder = dirname(join(root, key)); folder.length > root.length; folder = dirname(folder)) {
    const isRemoved = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!isRemoved) return;
  }
}
