import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/** What follows from a change in the folder. */
export interface WatchOptions {
  /** Looks through the folder; true when files were still being written, so that another look is due soon. */
  look(): Promise<boolean>;
  /** Tells the operator what went wrong. */
  report(error: Error): void;
  /** Other times than the usual ones. */
  readonly pace?: Partial<Pace>;
}

/** A folder that is watched. */
export interface CorpusWatcher {
  stop(): Promise<void>;
}

/** When looks are taken, in milliseconds. */
interface Pace {
  /** Without an event, after which a burst is over. */
  readonly quiet: number;
  /** After which a burst that goes on is looked at all the same. */
  readonly longest: number;
  /** Between looks that nothing calls for: network drives tell nothing, nor does a folder that was replaced. */
  readonly uncalled: number;
}

const PACE: Pace = { quiet: 250, longest: 2000, uncalled: 2500 };
const SPARING = 20; // times as long as a look takes, at least, the next uncalled one is waited for

/** Calls for a look whenever something in a folder has changed and come to rest. */
export async function watchCorpus(root: string, options: WatchOptions): Promise<CorpusWatcher> {
  const pace = { ...PACE, ...options.pace };
  let blind = false;
  const eyes = createEyes(root, {
    changed: () => looks.expect(),
    failed(cause) {
      if (blind) return;
      blind = true;
      const message = 'The corpus folder cannot be watched; it is looked through now and then.';
      options.report(new Error(message, { cause }));
    },
  });
  const looks = createLooks(pace, {
    async look() {
      await eyes.renew();
      return options.look();
    },
    failed: (cause) => options.report(new Error('The corpus folder could not be looked through.', { cause })),
  });
  await eyes.renew();
  looks.postpone();
  return {
    async stop() {
      await looks.stop();
      await eyes.close();
    },
  };
}

interface EyesOptions {
  changed(): void;
  failed(cause: unknown): void;
}

/** Watches a folder, which may be deleted, moved away or replaced: then it has to be watched anew. */
function createEyes(root: string, { changed, failed }: EyesOptions) {
  let watcher: FSWatcher | null = null;
  let watched: string | null = null;
  const close = async () => {
    await watcher?.close();
    watcher = null;
  };
  return {
    close,
    async renew() {
      const found = await identify(root);
      if (found === watched) return;
      await close();
      watched = found;
      const place = await realpath(root).catch(() => null); // the folder itself may be a link
      if (found === null || place === null) return;
      const opened = watch(place, {
        ignoreInitial: true,
        followSymlinks: false,
        ignored: (path) => path !== place && basename(path).startsWith('.'),
      });
      watcher = opened;
      opened.on('all', changed).on('error', failed);
      await new Promise<void>((resolve) => {
        opened.once('ready', resolve).once('error', () => resolve());
      });
    },
  };
}

/** Which folder this is, and which are in it; null when it is gone. Of one that was replaced nothing is heard. */
async function identify(root: string): Promise<string | null> {
  try {
    const folders = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    const places = [root, ...folders.map(({ name }) => join(root, name)).sort()];
    const found = await Promise.all(places.map((place) => stat(place)));
    return found.map(({ ino, birthtimeMs }) => `${ino} ${birthtimeMs}`).join('\n'); // an inode alone is soon used again
  } catch {
    return null;
  }
}

interface LooksOptions {
  look(): Promise<boolean>;
  failed(cause: unknown): void;
}

/** Takes looks, never two at once: when a burst is over, while it goes on, and now and then. */
function createLooks(pace: Pace, { look, failed }: LooksOptions) {
  let quiet: NodeJS.Timeout | undefined;
  let longest: NodeJS.Timeout | undefined;
  let uncalled: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let stopped = false;
  let took = 0;

  const clear = () => {
    for (const timer of [quiet, longest, uncalled]) clearTimeout(timer);
    longest = undefined;
  };
  const postpone = () => {
    clearTimeout(uncalled);
    if (!stopped) uncalled = setTimeout(lookNow, Math.max(pace.uncalled, took * SPARING));
  };
  const expect = () => {
    if (stopped) return;
    clearTimeout(quiet);
    quiet = setTimeout(lookNow, pace.quiet);
    longest ??= setTimeout(lookNow, pace.longest);
  };
  const lookNow = () => {
    clear();
    if (looking) return expect(); // what has changed since is looked at afterwards
    const started = performance.now();
    looking = look()
      .then(
        (again) => {
          if (again) expect();
        },
        (cause) => {
          if (!stopped) failed(cause);
        },
      )
      .finally(() => {
        looking = null;
        took = performance.now() - started;
        postpone();
      });
  };
  return {
    expect,
    postpone,
    async stop() {
      stopped = true;
      clear();
      await looking;
    },
  };
}
