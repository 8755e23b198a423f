import type { CorpusChange, CorpusFollower } from '../core/library/following/corpus-follower.ts';
import type { CorpusState } from '../core/library/following/corpus-state.ts';
import type { LibraryOverview, Refusal } from '../core/library/library.ts';
import { formatRefusal } from './corpus-report.ts';
import { tell } from './operator.ts';
import type { ReadingProgress } from './reading-progress.ts';
import type { SightRecorder } from './sight-recorder.ts';

/** What a scan tells. */
export interface ScanResult {
  /** Another one is due soon. */
  readonly isDue: boolean;
  /** How many files have not been read yet. */
  readonly unread: number;
  /** Milliseconds that looking at the folder took, without reading. */
  readonly looked: number;
  readonly change: Pick<CorpusChange, 'added' | 'changed' | 'removed'>;
  /** Another process looks at the folder; this one only takes over what it found. */
  readonly isElsewhere?: true;
}

/** Scans a corpus folder. */
export interface Scanner {
  /** When it was last looked at. */
  checkedAt(): Date;
  /** Whether everything was read that was there at the start. */
  isComplete(): boolean;
  scan(paths?: readonly string[]): Promise<ScanResult>;
  /** Tells the operator of refusals from now on, except those there are already. */
  reportLaterRefusals(): void;
}

/** What a scanner works with. */
export interface ScannerOptions {
  readonly library: LibraryOverview;
  readonly progress: Pick<ReadingProgress, 'end'>;
  readonly sights: SightRecorder | null;
  /** Absent: what is read is stored at once. */
  readonly saving?: Saving;
  now(): Date;
  /** Milliseconds, from any point on. */
  elapsed(): number;
}

/** How everything that was read is saved. */
export interface Saving {
  /** What was saved before. */
  readonly saved: CorpusState | null;
  state(): CorpusState;
  save(state: CorpusState): Promise<void>;
}

const SAVING = { every: 10_000, sparing: 30 }; // milliseconds of reading; times as long as saving takes

/** Creates a scanner, which after each scan records, saves and reports what changed; while many files are read, it saves now and then. */
export function createScanner(follower: CorpusFollower, options: ScannerOptions): Scanner {
  const { library, sights, progress, now } = options;
  let reportRefusals = (_refused: readonly Refusal[]) => {};
  let checked = now();
  let isComplete = false;
  const saver = options.saving && createSaver(options.saving, options.elapsed);
  return {
    checkedAt: () => checked,
    isComplete: () => isComplete,
    async scan(paths) {
      const change = await follower.refresh(paths);
      const { unread, looked, unsettled: isDue } = change;
      checked = now();
      if (!isDue || unread > 0) reportRefusals(library.refusals); // what is still being written may mend some
      await sights?.record(change);
      if (unread === 0 && !isComplete) {
        isComplete = true;
        progress.end();
        sights?.complete();
      }
      if (!isDue || (unread > 0 && saver?.isDue())) await saver?.save();
      return { isDue, unread, looked, change };
    },
    reportLaterRefusals() {
      reportRefusals = createRefusalReporter(library.refusals);
    },
  };
}

/** Saves what has changed. */
function createSaver({ saved, save, ...current }: Saving, elapsed: () => number) {
  let last = saved;
  let due = elapsed() + SAVING.every;
  return {
    isDue: () => elapsed() >= due,
    async save() {
      const state = current.state();
      if (!differs(state, last)) return;
      const started = elapsed();
      await save(state);
      last = state;
      due = elapsed() + Math.max(SAVING.every, (elapsed() - started) * SAVING.sparing);
    },
  };
}

/** Whether a file was read again or is gone, or the settings have changed. */
function differs(state: CorpusState, before: CorpusState | null): boolean {
  return (
    before === null ||
    state.stamps !== before.stamps ||
    state.entries.size !== before.entries.size ||
    [...state.entries].some(([file, entry]) => before.entries.get(file) !== entry)
  );
}

/** Returns a function that tells the operator of every new refusal, once as long as it lasts. */
function createRefusalReporter(known: readonly Refusal[]): (refused: readonly Refusal[]) => void {
  let told: ReadonlySet<string> = new Set(known.map(formatRefusal));
  return (refused) => {
    const current = new Set(refused.map(formatRefusal));
    for (const line of current) if (!told.has(line)) tell(line);
    told = current;
  };
}
