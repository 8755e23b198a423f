import { Worker } from 'node:worker_threads';
import { type DocumentFile, reasonOf } from '../core/library/reading/read-document.ts';
import type { ReadOutcome } from '../core/library/reading/read-outcome.ts';
import type { DocumentWorkerOptions, ScannedPage, WorkerData } from './document-limits.ts';
import { createThreadMeter, listThreads } from './thread-time.ts';
import { startTimeLimit } from './time-limit.ts';

/** A running thread that reads documents. */
export interface Thread {
  readonly worker: Worker;
  ended: boolean;
  /** Whether it has received a file. */
  used: boolean;
  /** Counts its time in milliseconds. */
  readonly meter: () => number;
  /** The process's memory before it started, in bytes. */
  readonly resident: number;
}

/** Starts a thread. Threads must not start at once, or each would count the time of the others. */
export async function startThread({
  megabytes,
  script,
  ocr,
  meter = createThreadMeter,
}: DocumentWorkerOptions): Promise<Thread> {
  const [resident, before] = [process.memoryUsage.rss(), listThreads()];
  const resourceLimits = { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16 };
  const workerData: WorkerData = { ocr: ocr?.languages ?? null };
  const worker = new Worker(script, { resourceLimits, workerData, stdout: true, stderr: true, env: {} });
  worker.stdout.resume(); // packages print about documents
  worker.stderr.resume();
  const thread = { worker, ended: false, used: false, resident, meter: meter(worker, before) };
  worker.on('error', () => undefined); // between two files, the exit that follows is enough
  worker.on('exit', () => {
    thread.ended = true;
  });
  await new Promise<void>((resolve, reject) => {
    const fail = (cause: unknown) =>
      reject(new Error('Could not start the worker thread that reads documents.', { cause }));
    worker
      .once('message', () => resolve())
      .once('error', fail)
      .once('exit', fail);
  });
  worker.unref();
  thread.meter(); // learns which of the process's threads it is
  return thread;
}

/** A file that the thread did not survive, or that exceeded a limit. */
export interface Lost {
  readonly kind: 'lost';
  readonly reason: string;
  readonly late: boolean;
  /** Whether the thread had read other files before. */
  readonly used: boolean;
}

/** A scan that was given to a thread which reads none. */
export interface Postponed {
  readonly kind: 'postponed';
}

export type Exchanged = ReadOutcome | Lost | Postponed;

/** What a file is read under. */
export interface Terms extends Pick<DocumentWorkerOptions, 'seconds' | 'resident' | 'ocr'> {
  /** Scans are read. */
  readonly scans: boolean;
  /** Megabytes by which the process may grow for all that is being read. */
  taken(): number;
  /** Tells by how many megabytes it may grow for this file from now on. */
  takes(megabytes: number): void;
}

/** Sends a file and waits for its outcome, or for the loss of the thread. */
export function exchange(
  thread: Thread,
  file: DocumentFile,
  { seconds, resident, ocr, scans, taken, takes }: Terms,
): Promise<Exchanged> {
  const { worker, used } = thread;
  thread.used = true;
  const limits = { seconds };
  takes(resident);
  return new Promise((resolve) => {
    const lose = (reason: string, late = false) => settle({ kind: 'lost', reason, late, used });
    const onError = (error: NodeJS.ErrnoException) =>
      lose(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_MUCH : reasonOf(error));
    const onExit = () => lose('crashed the worker thread');
    const late = () => lose(`takes longer than ${limits.seconds} seconds to read`, true);
    const startLimit = () => startTimeLimit({ seconds: limits.seconds, meter: thread.meter, late });
    let stopLimit = startLimit();
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - thread.resident > taken() * 1_000_000) lose(TOO_MUCH);
    }, WATCHED);
    const onMessage = (message: ReadOutcome | Postponed | ScannedPage) => {
      if (message.kind !== 'page') return settle(message);
      limits.seconds = ocr?.seconds ?? seconds;
      takes(ocr?.resident ?? resident);
      stopLimit();
      stopLimit = startLimit();
      ocr?.page?.(file.path, message);
    };
    const settle = (outcome: Exchanged) => {
      stopLimit();
      clearInterval(watch);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(outcome);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage({ ...file, scans } satisfies ThreadTask);
  });
}

/** What the thread is given. */
export interface ThreadTask extends DocumentFile {
  /** Scans are read, else postponed. */
  readonly scans: boolean;
}

const TOO_MUCH = 'needs too much memory to read';
const WATCHED = 20; // milliseconds between two checks, in which a thread fills about 40 MB
