import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/** What is done when the folder changes. */
export interface WatchOptions {
  /** Scans the folder; true if files were still being written, so that another scan is due soon. */
  scan(): Promise<boolean>;
  /** Tells the operator what went wrong. */
  report(error: Error): void;
  /** Intervals other than the usual ones. */
  readonly pace?: Partial<Pace>;
}

/** A folder that is being watched. */
export interface CorpusWatcher {
  stop(): Promise<void>;
}

/** When the folder is scanned, in milliseconds. */
interface Pace {
  /** Without an event, after which a burst of changes is over. */
  readonly quiet: number;
  /** After which the folder is scanned during a burst that continues. */
  readonly longest: number;
  /** Between scans without an event: network drives send none, nor does a folder that was replaced. */
  readonly poll: number;
}

const PACE: Pace = { quiet: 250, longest: 2000, poll: 2500 };
const SPARING = 20; // times the duration of a scan, the shortest wait before it is repeated without an event

/** Scans a folder whenever something in it has changed and settled, and now and then without an event. */
export async function watchCorpus(root: string, options: WatchOptions): Promise<CorpusWatcher> {
  let isReported = false;
  const events = createFolderEvents(root, {
    changed: () => schedule.request(),
    failed(cause) {
      if (isReported) return;
      isReported = true;
      const message = 'Cannot watch the corpus folder; scanning it periodically instead.';
      options.report(new Error(message, { cause }));
    },
  });
  const schedule = createScanSchedule(
    { ...PACE, ...options.pace },
    {
      async scan() {
        await events.renew();
        return options.scan();
      },
      failed: (cause) => options.report(new Error('Could not scan the corpus folder.', { cause })),
    },
  );
  await events.renew();
  schedule.schedulePoll();
  return {
    async stop() {
      await schedule.stop();
      await events.close();
    },
  };
}

interface FolderEventsOptions {
  changed(): void;
  failed(cause: unknown): void;
}

/** Reports events of a folder. One that was deleted, moved or replaced sends none until it is watched again. */
function createFolderEvents(root: string, { changed, failed }: FolderEventsOptions) {
  let watcher: FSWatcher | null = null;
  let watched: string | null = null;
  const close = async () => {
    await watcher?.close();
    watcher = null;
  };
  return {
    close,
    /** Watches the folder again if it is not the one that is being watched. */
    async renew() {
      const found = await identify(root);
      if (found === watched) return;
      await close();
      watched = found;
      const place = await realpath(root).catch(() => null); // the folder itself may be a link
      if (found === null || place === null) return;
      watcher = openWatcher(place);
      watcher.on('all', changed).on('error', failed);
      await readiness(watcher);
    },
  };
}

function openWatcher(place: string): FSWatcher {
  return watch(place, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => path !== place && basename(path).startsWith('.'),
  });
}

function readiness(watcher: FSWatcher): Promise<void> {
  return new Promise((resolve) => {
    watcher.once('ready', resolve).once('error', () => resolve());
  });
}

/** Returns what tells a folder and its subfolders from their replacements; null if the folder does not exist. */
async function identify(root: string): Promise<string | null> {
  try {
    const folders = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    const places = [root, ...folders.map(({ name }) => join(root, name)).sort()];
    const found = await Promise.all(places.map((place) => stat(place)));
    return found.map(({ ino, birthtimeMs }) => `${ino} ${birthtimeMs}`).join('\n'); // inodes alone are soon reused
  } catch {
    return null;
  }
}

interface ScanScheduleOptions {
  scan(): Promise<boolean>;
  failed(cause: unknown): void;
}

/** Scans, never two at once: after a burst of events, during a long one, and now and then without one. */
function createScanSchedule(pace: Pace, { scan, failed }: ScanScheduleOptions) {
  let poll: NodeJS.Timeout | undefined;
  let current: Promise<void> | null = null;
  let stopped = false;
  let duration = 0;

  const schedulePoll = () => {
    clearTimeout(poll);
    if (!stopped) poll = setTimeout(scanNow, Math.max(pace.poll, duration * SPARING));
  };
  const scanOnce = async () => {
    const started = performance.now();
    try {
      if (await scan()) request();
    } catch (cause) {
      if (!stopped) failed(cause);
    }
    current = null;
    duration = performance.now() - started;
    schedulePoll();
  };
  const scanNow = () => {
    burst.clear();
    clearTimeout(poll);
    if (current)
      request(); // for what has changed since the current scan began
    else current = scanOnce();
  };
  const burst = createBurstTimer(pace, scanNow);
  const request = () => {
    if (!stopped) burst.event();
  };
  const stop = async () => {
    stopped = true;
    burst.clear();
    clearTimeout(poll);
    await current;
  };
  return { request, schedulePoll, stop };
}

/** Fires once events have been quiet for a while, and during a burst that lasts longer than that. */
function createBurstTimer(pace: Pick<Pace, 'quiet' | 'longest'>, fire: () => void) {
  let quiet: NodeJS.Timeout | undefined;
  let longest: NodeJS.Timeout | undefined;
  return {
    event() {
      clearTimeout(quiet);
      quiet = setTimeout(fire, pace.quiet);
      longest ??= setTimeout(fire, pace.longest);
    },
    clear() {
      clearTimeout(quiet);
      clearTimeout(longest);
      longest = undefined;
    },
  };
}
