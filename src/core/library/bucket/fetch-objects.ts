import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Refusal } from '../library.ts';
import { MAX_BYTES } from '../reading/corpus-file.ts';
import { type Bucket, BucketFailure, type BucketObject, type FetchedObject } from './bucket.ts';
import type { KeptObject, MirrorLedger } from './mirror-state.ts';
import { isSettingsKey } from './object-places.ts';

/** A look at a bucket, under way. */
export interface Mirroring {
  readonly bucket: Bucket;
  readonly root: string;
  readonly work: string;
  readonly ledger: MirrorLedger;
  readonly signal: AbortSignal;
  /** Gets the objects that can't be had. */
  readonly refused: Refusal[];
  /** What was kept before. */
  readonly before: ReadonlyMap<string, KeptObject>;
  /** What is kept now. */
  readonly kept: Map<string, KeptObject>;
}

const AT_ONCE = 8; // objects

/** Fetches objects into their files, several at once. The first failure that is not one object's own ends it. */
export async function fetchObjects(
  mirroring: Mirroring,
  objects: readonly BucketObject[],
  progress: () => void,
): Promise<void> {
  const waiting = objects.values();
  let hasFailed = false;
  const work = async () => {
    for (const object of waiting) {
      mirroring.signal.throwIfAborted();
      if (hasFailed) return;
      progress();
      await fetchOne(mirroring, object).catch((error) => {
        hasFailed = true;
        throw error;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Keeps an object as it is now. One that can't be had is refused by name, and stays as it was kept before; a settings file has to be had. */
async function fetchOne(mirroring: Mirroring, object: BucketObject): Promise<void> {
  const { bucket, signal, kept, ledger, refused } = mirroring;
  const { key } = object;
  try {
    const isLarge = object.size > MAX_BYTES;
    if (isLarge && isSettingsKey(key)) throw new BucketFailure('is too large', { part: 'object' });
    const got = isLarge ? object : await bucket.get(key, { signal, largest: MAX_BYTES });
    if (got === null) return; // the next listing is without it
    const entry = await store(mirroring, got);
    await ledger.keep(entry);
    kept.set(key, entry);
  } catch (cause) {
    const reason = reasonOf(cause);
    if (reason === null) throw cause;
    if (isSettingsKey(key))
      throw new BucketFailure(`has a settings file, ${key}, that ${reason}`, { part: 'bucket', cause });
    refused.push({ file: key, reason });
  }
}

const NO_SUCH_PLACE = new Set([
  'ENOTDIR',
  'EEXIST',
  'EISDIR',
  'ENOTEMPTY',
  'EINVAL',
  'ENAMETOOLONG',
  'ENOENT',
]);

/** Why one object alone can't be kept; null if the failure is one of the bucket or the disk. */
function reasonOf(error: unknown): string | null {
  if (error instanceof BucketFailure) return error.part === 'object' ? error.message : null;
  const code = String((error as NodeJS.ErrnoException).code);
  return NO_SUCH_PLACE.has(code) ? `cannot be stored under that name (${code})` : null;
}

/**
 * Writes an object to a file that takes its place in one step. One that is too large is kept as an empty file that is too large, so that it is
 * refused, counted and listed like any such file of a folder.
 */
async function store({ root, work }: Mirroring, object: BucketObject | FetchedObject): Promise<KeptObject> {
  const file = join(root, object.key);
  const part = join(work, `${randomUUID()}.part`);
  const bytes = 'bytes' in object ? object.bytes : new Uint8Array();
  const stored = 'bytes' in object ? bytes.length : MAX_BYTES + 1;
  try {
    await writeFile(part, bytes, { mode: 0o600 });
    if (stored > bytes.length) await truncate(part, stored);
    await utimes(part, object.modified, object.modified);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
  const { key, etag, size, modified } = object;
  return { key, etag, size, stored, written: modified.valueOf() };
}
