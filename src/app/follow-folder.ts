import { setTimeout as sleep } from 'node:timers/promises';
import { createCorpusFollower } from '../core/library/following/corpus-follower.ts';
import type { FollowedCorpus } from '../core/library/following/followed-corpus.ts';
import type { LibraryOverview } from '../core/library/library.ts';
import { createScanner, type Saving, type Scanner } from './corpus-scanner.ts';
import { type DocumentWorker, readingThreads } from './document-worker.ts';
import type { DocumentsOptions, FolderOptions } from './documents.ts';
import { tell } from './operator.ts';
import { createReadingProgress } from './reading-progress.ts';
import type { SightRecorder } from './sight-recorder.ts';

/** What follows a folder, and how. */
export interface FollowingOptions extends Pick<FolderOptions, 'opensAfter' | 'only' | 'refusedBefore'> {
  /** The corpus folder. */
  readonly root: string;
  readonly corpus: FollowedCorpus;
  readonly library: LibraryOverview;
  readonly worker: Pick<DocumentWorker, 'read'>;
  readonly sights: SightRecorder | null;
  readonly saving?: Saving;
}

/** Reads what is new in a corpus folder, or as much of it as there is time for, and goes on with each scan. */
export async function followFolder({ root, corpus, worker, ...options }: FollowingOptions): Promise<Scanner> {
  const progress = createReadingProgress({ elapsed, tell });
  let patience = (_looked: number) => options.opensAfter ?? OPENING;
  const follower = createCorpusFollower({
    ...{ root, corpus, read: worker.read, atOnce: readingThreads() * AHEAD, now },
    ...(options.refusedBefore && { refusedBefore: options.refusedBefore }),
    progress: progress.left,
    patience: (looked) => sleep(patience(looked), undefined, { ref: false }),
  });
  const scanner = createScanner(follower, { ...options, progress, now, elapsed });
  await readAtStart(scanner, options);
  progress.calm();
  patience = (looked) => (options.only ? OPENING : Math.max(PATIENCE, looked * SPARING));
  scanner.reportLaterRefusals();
  return scanner;
}

const now = () => new Date();
const elapsed = () => performance.now();

/** Scans until everything is read and has settled, or for as long as it may take. */
async function readAtStart(
  { scan }: Scanner,
  { opensAfter, only }: Pick<DocumentsOptions, 'opensAfter' | 'only'>,
): Promise<void> {
  for (let settling = 0; settling <= RULES.scans; ) {
    const { isDue, unread } = await scan(only);
    if (!isDue || (unread > 0 && opensAfter !== undefined)) return;
    if (unread > 0) continue;
    settling++;
    await sleep(RULES.pause);
  }
}

// At startup, more scans follow only if an access rule that widens a collection changed in the last two seconds.
const RULES = { scans: 10, pause: 250 } as const;
const PATIENCE = 1000; // milliseconds of reading after which removals and access rules are looked for again
const SPARING = 20; // times as long as looking at the folder took, reading goes on before that is done again
const OPENING = 10_000; // milliseconds of reading at the start, or of named files, after which what was read may be saved
const AHEAD = 100; // files for each thread that are handed over, so that scans which wait for theirs hold up no others
