import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScanResult } from './corpus-scanner.ts';
import { type FolderEvents, watchFolder } from './folder-events.ts';

/** What is done when the folder changes. */
export interface WatchOptions {
  /** Scans the folder, or looks at some full paths in it. */
  scan(paths?: readonly string[]): Promise<Pick<ScanResult, 'isDue' | 'looked'>>;
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
  /** Between scans of the whole folder without an event: network drives send none, nor does a folder that was replaced. */
  readonly poll: number;
  /** The longest time between two of these, however long one takes. */
  readonly sweep: number;
  /** How long a look at the whole folder may take; if it takes longer, events lead to looks at what they name. */
  readonly look: number;
}

const PACE: Pace = { quiet: 250, longest: 2000, poll: 2500, sweep: 300_000, look: 25 };
const SPARING = 200; // times as long as a look takes, the shortest wait before it is repeated without an event: 0.5 % of a core

/** Looks at what has changed in a folder and settled, and at all of it now and then. */
export async function watchCorpus(root: string, options: WatchOptions): Promise<CorpusWatcher> {
  let isReported = false;
  const events = createFolderEvents(root, {
    changed: (path) => schedule.request(path),
    failed(cause) {
      if (isReported) return;
      isReported = true;
      const message = 'Cannot watch all of the corpus folder; scanning it periodically instead.';
      options.report(new Error(message, { cause }));
    },
  });
  const schedule = createScanSchedule(
    { ...PACE, ...options.pace },
    {
      async scan(paths) {
        await events.renew();
        return options.scan(paths);
      },
      failed: (cause) => options.report(new Error('Could not scan the corpus folder.', { cause })),
    },
  );
  await events.renew();
  schedule.schedulePoll();
  return {
    async stop() {
      await schedule.stop();
      events.close();
    },
  };
}

interface EventsOptions {
  changed(path: string | null): void;
  failed(cause: unknown): void;
}

/** Reports events of a folder. One that was deleted, moved or replaced sends none until it is watched again. */
function createFolderEvents(root: string, { changed, failed }: EventsOptions) {
  let events: FolderEvents | null = null;
  let watched: string | null = null;
  return {
    close: () => events?.close(),
    /** Watches the folder again if it is not the one that is being watched. */
    async renew() {
      const found = await identify(root);
      if (found === watched) return;
      events?.close();
      watched = found;
      const place = await realpath(root).catch(() => null); // the folder itself may be a link
      if (found === null || place === null) return;
      const inRoot = (path: string | null) => (path === null ? null : root + path.slice(place.length));
      events = await watchFolder(place, { changed: (path) => changed(inRoot(path)), failed });
    },
  };
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

interface ScanScheduleOptions extends Pick<WatchOptions, 'scan'> {
  failed(cause: unknown): void;
}

const MOST_PATHS = 500; // after which the whole folder is looked at

/** Scans, never two at once: after a burst of events, during a long one, and now and then without one. */
function createScanSchedule(pace: Pace, { scan, failed }: ScanScheduleOptions) {
  const places = createPlaces(pace);
  let poll: NodeJS.Timeout | undefined;
  let current: Promise<void> | null = null;
  let stopped = false;

  const schedulePoll = () => {
    clearTimeout(poll);
    if (!stopped) poll = setTimeout(pollNow, places.untilSweep());
  };
  const scanOnce = async () => {
    const paths = places.take();
    try {
      const { isDue, looked } = await scan(paths ?? undefined);
      if (paths === null) places.swept(looked);
      if (isDue) for (const path of paths ?? [null]) request(path);
    } catch (cause) {
      places.swept(0);
      if (!stopped) failed(cause);
    }
    current = null;
    schedulePoll();
  };
  const scanNow = () => {
    burst.clear();
    clearTimeout(poll);
    if (current)
      burst.event(); // for what has changed since the current scan began
    else current = scanOnce();
  };
  const pollNow = () => {
    places.add(null);
    scanNow();
  };
  const burst = createBurstTimer(pace, scanNow);
  const request = (path: string | null) => {
    if (stopped) return;
    places.add(path);
    burst.event();
  };
  const stop = async () => {
    stopped = true;
    burst.clear();
    clearTimeout(poll);
    await current;
  };
  return { request, schedulePoll, stop };
}

/** Where something may have changed, and when all of the folder is looked at next. */
function createPlaces(pace: Pick<Pace, 'poll' | 'sweep' | 'look'>) {
  let paths: Set<string> | null = new Set(); // null: anywhere
  let looked = 0; // milliseconds that looking at the whole folder took last
  let due = performance.now() + pace.poll;
  return {
    add(path: string | null) {
      if (path === null || (paths?.size ?? 0) >= MOST_PATHS) paths = null;
      else paths?.add(path);
    },
    /** Gives the paths to look at, and forgets them; null: the whole folder, which is as good if it takes a moment. */
    take(): readonly string[] | null {
      const taken = paths && looked > pace.look ? [...paths] : null;
      paths = new Set();
      return taken;
    },
    swept(took: number) {
      looked = took;
      due = performance.now() + Math.max(pace.poll, Math.min(pace.sweep, took * SPARING));
    },
    untilSweep: () => Math.max(0, due - performance.now()),
  };
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
