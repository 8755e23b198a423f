import { basename } from 'node:path';
import { watch } from 'chokidar';

/** What follows from a change in the folder. */
export interface WatchOptions {
  /** Looks through the folder; true when files were still being written, so that another look is due soon. */
  look(): Promise<boolean>;
  /** Tells the operator what went wrong. */
  report(error: Error): void;
}

/** A folder that is watched. */
export interface CorpusWatcher {
  stop(): Promise<void>;
}

const QUIET = 250; // milliseconds without an event after which a burst is over
const LONGEST = 2000; // milliseconds after which a burst that goes on is looked at all the same
const UNWATCHED = 10_000; // milliseconds between looks where the system can't watch

/** Calls for a look whenever something in a folder has changed and come to rest. */
export async function watchCorpus(root: string, { look, report }: WatchOptions): Promise<CorpusWatcher> {
  let quiet: NodeJS.Timeout | undefined;
  let longest: NodeJS.Timeout | undefined;
  let polling: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let stopped = false;

  const lookNow = () => {
    clearTimeout(quiet);
    clearTimeout(longest);
    longest = undefined;
    looking = looking.then(look).then(
      (again) => {
        if (again) expectLook();
      },
      (error) => report(new Error('The corpus folder could not be looked through.', { cause: error })),
    );
  };
  const expectLook = () => {
    if (stopped) return;
    clearTimeout(quiet);
    quiet = setTimeout(lookNow, QUIET);
    longest ??= setTimeout(lookNow, LONGEST);
  };
  const ignored = (path: string) => path !== root && basename(path).startsWith('.');
  const watcher = watch(root, { ignoreInitial: true, followSymlinks: false, ignored });
  watcher.on('all', expectLook);
  watcher.on('error', (cause) => {
    if (polling !== undefined || stopped) return;
    report(
      new Error('The corpus folder cannot be watched; it is looked through every 10 seconds.', { cause }),
    );
    polling = setInterval(lookNow, UNWATCHED);
  });
  await new Promise<void>((resolve) => {
    watcher.once('ready', resolve);
    watcher.once('error', () => resolve());
  });
  return {
    async stop() {
      stopped = true;
      for (const timer of [quiet, longest, polling]) clearTimeout(timer);
      await watcher.close();
      await looking;
    },
  };
}
