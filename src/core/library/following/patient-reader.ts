import type { ReadFile } from '../reading/read-document.ts';
import type { ReadOutcome } from '../reading/read-outcome.ts';
import type { UnreadFile } from './folder-diff.ts';

/** A file and what was read from it. */
export interface FileRead {
  readonly file: UnreadFile;
  readonly outcome: ReadOutcome;
}

/** Reads several files at the same time, and may be asked again for those that took too long. */
export interface PatientReader {
  /** Reads files, and gives each once it is read; ends early when `enough` resolves. What is then still being read is for the next who asks. */
  read(files: readonly UnreadFile[], enough: Promise<unknown> | null): AsyncIterable<FileRead>;
}

/** Creates a reader of the files below a corpus folder, so many at the same time. */
export function createPatientReader(root: string, read: ReadFile, atOnce: number): PatientReader {
  const under = createReadsUnderWay(root, read);
  return {
    async *read(files, enough) {
      const wanted = new Map(files.map((file) => [nameOf(file), file]));
      const waiting = files.filter((file) => !under.has(file)).values();
      let [isEnough, count] = [false, 0];
      enough?.then(() => {
        isEnough = true;
        under.wake();
      });
      while (count < wanted.size) {
        while (under.count < atOnce) {
          const next = waiting.next();
          if (next.done) break;
          under.start(next.value);
        }
        if (isEnough && (count > 0 || !under.isAnyFinished)) return;
        const done = under.take();
        const file = done && wanted.get(done.name);
        if (file) {
          count++;
          yield { file, outcome: done.outcome() };
        } else if (!done) await under.nextFinished();
      }
    },
  };
}

function nameOf({ file, key }: UnreadFile): string {
  return `${file} ${key}`;
}

interface Finished {
  readonly name: string;
  /** Throws what reading threw. */
  outcome(): ReadOutcome;
}

/** The files that are being read, and those that were and have not been asked for. */
function createReadsUnderWay(root: string, read: ReadFile) {
  const open = new Set<string>();
  const finished = new Map<string, Finished>();
  let wake = () => {};
  const finish = (done: Finished) => {
    open.delete(done.name);
    finished.set(done.name, done);
    wake();
  };
  return {
    get count() {
      return open.size;
    },
    has: (file: UnreadFile) => open.has(nameOf(file)) || finished.has(nameOf(file)),
    start(unread: UnreadFile) {
      const { file, path, collection, known } = unread;
      const name = nameOf(unread);
      open.add(name);
      read({ root, file, path, collection, known }).then(
        (outcome) => finish({ name, outcome: () => outcome }),
        (error) =>
          finish({
            name,
            outcome() {
              throw error;
            },
          }),
      );
    },
    get isAnyFinished() {
      return finished.size > 0;
    },
    /** Gives one that was read, and forgets it. */
    take(): Finished | undefined {
      const [done] = finished.values();
      if (done) finished.delete(done.name);
      return done;
    },
    nextFinished: () =>
      new Promise<void>((resolve) => {
        wake = resolve;
      }),
    wake: () => wake(),
  };
}
