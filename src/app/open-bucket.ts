import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BucketFailure } from '../core/library/bucket/bucket.ts';
import { type BucketMirror, createBucketMirror } from '../core/library/bucket/bucket-mirror.ts';
import { UserError } from '../core/text/user-error.ts';
import { openS3Bucket } from '../fetchers/s3/s3-bucket.ts';
import type { BucketSettings } from './bucket-settings.ts';
import { report, tell } from './operator.ts';

/** A bucket whose objects are kept in a folder. */
export interface OpenBucket extends Pick<BucketMirror, 'refused'> {
  /** Looks at it again and again from now on. */
  follow(): void;
  stop(): Promise<void>;
}

/** How a bucket is opened. */
export interface BucketOptions {
  /** Waits until everything is there; otherwise only for a while, if everything was there before. */
  readonly isThorough: boolean;
  /** Milliseconds between looks, if not a minute. */
  readonly interval?: number;
}

const INTERVAL = 60_000; // milliseconds between looks; each costs a request for every thousand objects
const SPARING = 20; // times the duration of a look, the shortest wait before the next
const PATIENCE = 5000; // milliseconds

/** Makes a folder like a bucket. A bucket that can't be read is a UserError if nothing of it is there, and else told to the operator. */
export async function openBucket(
  settings: BucketSettings,
  { isThorough, interval = INTERVAL }: BucketOptions,
): Promise<OpenBucket> {
  const bucket = openS3Bucket(settings);
  const mirror = createBucketMirror({
    ...{ bucket, now: () => new Date(), progress: createProgress(settings.url) },
    ...{ root: join(settings.folder, 'objects'), work: join(settings.folder, 'work') },
  });
  const looks = createLooks(mirror, { ...settings, interval });
  const stop = async () => {
    await looks.stop();
    bucket.close();
  };
  const last = await mirror.lookedAt();
  if (last === null) {
    await looks.lookOrThrow().catch(async (error) => {
      await stop();
      throw toUserError(error, settings);
    });
  } else if (isThorough) await looks.look();
  else if (Date.now() - last.valueOf() >= interval)
    await Promise.race([looks.look(), sleep(PATIENCE, undefined, { ref: false })]);
  return {
    get refused() {
      return mirror.refused;
    },
    follow: looks.follow,
    stop,
  };
}

/** Looks at a bucket, never twice at once. What fails is told once, until it goes well again. */
function createLooks(
  mirror: BucketMirror,
  { url, endpoint, interval }: BucketSettings & { readonly interval: number },
) {
  const stopping = new AbortController();
  let current: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isWell = true;
  const lookOrThrow = async () => void (await mirror.look(stopping.signal));
  const lookOnce = async () => {
    try {
      await lookOrThrow();
      if (!isWell) tell(`The bucket ${url} can be read again.`);
      isWell = true;
    } catch (cause) {
      if (stopping.signal.aborted) return;
      const message = `The bucket ${placeOf({ url, endpoint })} could not be looked at; what was fetched before stays.`;
      if (isWell) report(new Error(message, { cause }));
      isWell = false;
    }
  };
  const look = () => {
    current ??= lookOnce().finally(() => {
      current = null;
    });
    return current;
  };
  const follow = async () => {
    const started = performance.now();
    await look();
    if (stopping.signal.aborted) return;
    timer = setTimeout(follow, Math.max(interval, SPARING * (performance.now() - started)));
  };
  return {
    ...{ look, lookOrThrow },
    follow: () => {
      timer = setTimeout(follow, current ? 0 : interval);
    },
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await current;
    },
  };
}

function toUserError(cause: unknown, settings: BucketSettings): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  if (cause instanceof BucketFailure)
    return new UserError(
      `The bucket ${placeOf(settings)} ${cause.message}. Check DOSSIER_CORPUS_DIR and the AWS_ variables (see .env.example).`,
      { code: 'no-corpus', cause },
    );
  if (!DISK.has(String(code))) return cause;
  return new UserError(
    `Cannot keep the bucket in ${settings.folder} (${code}). Check the disk, or set DOSSIER_DATA_DIR.`,
    {
      code: 'unwritable-data-directory',
      cause,
    },
  );
}

const DISK = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'ENOTDIR', 'EEXIST']);

/** Where a bucket is, without what an address may have in it besides. */
function placeOf({ url, endpoint }: Pick<BucketSettings, 'url' | 'endpoint'>): string {
  return endpoint === null ? url : `${url} at ${new URL(endpoint).origin}`;
}

const SECOND = 1000; // milliseconds

/** Tells the operator how far a long look is. */
function createProgress(url: string) {
  let told = performance.now();
  return (done: number, of: number) => {
    if (done === 0) told = performance.now();
    if (performance.now() - told < SECOND) return;
    told = performance.now();
    tell(`Fetching from ${url}: ${done} of ${of} objects.`);
  };
}
