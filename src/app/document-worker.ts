import { Worker } from 'node:worker_threads';
import { type DocumentFile, type ReadFile, reasonOf } from '../core/library/read-document.ts';
import type { ReadOutcome } from '../core/library/read-outcome.ts';
import { createSerialQueue } from '../core/text/queue.ts';
import { createThreadMeter, listThreads } from './thread-time.ts';
import { startTimeLimit } from './time-limit.ts';

/** The limits for one document, and the script of the worker thread that reads it. */
export interface DocumentWorkerOptions {
  /** For one document, from when the worker thread starts on it, without what it waits for a processor; by the clock, four times as many. */
  readonly seconds: number;
  /** Of the worker thread's heap. */
  readonly megabytes: number;
  /** By which the process may grow while the worker thread runs: buffers and the memory of libraries are outside the heap. */
  readonly resident: number;
  /** Seconds without a document after which the worker thread ends, to free its memory. */
  readonly idle?: number;
  /** How the time of a thread is counted; by default its processor time and what it idles. */
  meter?(worker: Worker, before: readonly string[]): () => number;
  readonly script: URL;
  /** How scans are read; absent if they are not. */
  readonly ocr?: OcrOptions;
}

/** The languages in which scans are read, and the limits for each page. */
export interface OcrOptions {
  /** Tesseract's codes, for example `eng+fra`. */
  readonly languages: string;
  /** For one page. */
  readonly seconds: number;
  /** By which the process may grow. */
  readonly resident: number;
  /** Called before each page of a file. */
  page?(path: string, page: Omit<ScannedPage, 'kind'>): void;
}

/** The limits under which a page is read by OCR: an A4 page takes about 6 seconds, and 20 on a busy machine. */
export const OCR_LIMITS = { seconds: 60, resident: 700 } as const;

/** What the thread is told at its start. */
export interface WorkerData {
  readonly ocr: string | null;
}

/** What the thread says before it reads a page by OCR. */
export interface ScannedPage {
  readonly kind: 'page';
  /** From 1, among the pages of the file that are scans. */
  readonly number: number;
  readonly of: number;
}

/** Reads documents in a worker thread, which a document may crash or exhaust. */
export interface DocumentWorker {
  /** Reads one file after the other. A file that exceeds a limit or breaks the thread is refused. Rejects once stopped. */
  readonly read: ReadFile;
  stop(): Promise<void>;
}

/** The limits under which documents are read. */
export const DOCUMENT_LIMITS: DocumentWorkerOptions = {
  seconds: 4.5,
  megabytes: 256,
  resident: 300,
  script: new URL('./worker.js', import.meta.url),
};

/** Creates a document worker. Its thread starts with the first document, and again if it is lost. */
export function createDocumentWorker({ idle = 5, ...options }: DocumentWorkerOptions): DocumentWorker {
  let thread: Thread | null = null;
  const enqueue = createSerialQueue();
  let stopped = false;
  let ending: NodeJS.Timeout | undefined;

  const readOnce = async (file: DocumentFile): Promise<Exchanged> => {
    if (stopped) throw new Error(STOPPED);
    if (thread?.ended !== false) thread = await startThread(options);
    const started = thread.meter();
    const exchanged = await exchange(thread, file, options);
    const heavy = thread.meter() - started > options.seconds * 1000 * HEAVY;
    if (exchanged.kind === 'lost' || heavy) await thread.worker.terminate();
    if (stopped) throw new Error(STOPPED);
    return exchanged;
  };
  const readNow = async (file: DocumentFile): Promise<ReadOutcome> => {
    clearTimeout(ending);
    const first = await readOnce(file);
    // Earlier documents may have caused the loss of a thread that has read some.
    const last = first.kind === 'lost' && first.used && !first.late ? await readOnce(file) : first;
    ending = setTimeout(() => thread?.worker.terminate(), idle * 1000).unref();
    return last.kind === 'lost' ? { kind: 'refused', reason: last.reason } : last;
  };
  return {
    read: (file) => enqueue(() => readNow(file)),
    async stop() {
      stopped = true;
      await thread?.worker.terminate();
      await enqueue(async () => clearTimeout(ending));
      await thread?.worker.terminate(); // one that was starting
    },
  };
}

const STOPPED = 'Stopped reading documents.';
const HEAVY = 0.25; // of the time limit: such a document leaves much memory in use, so the thread is replaced

interface Thread {
  readonly worker: Worker;
  ended: boolean;
  /** Whether it has received a file. */
  used: boolean;
  /** Counts its time in milliseconds. */
  readonly meter: () => number;
  /** The process's memory before it started, in bytes. */
  readonly resident: number;
}

async function startThread({
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
  return thread;
}

interface Lost {
  readonly kind: 'lost';
  readonly reason: string;
  readonly late: boolean;
  /** Whether the thread had read other files before. */
  readonly used: boolean;
}

type Exchanged = ReadOutcome | Lost;

/** Sends a file and waits for its outcome, or for the loss of the thread. */
function exchange(
  thread: Thread,
  file: DocumentFile,
  { seconds, resident, ocr }: DocumentWorkerOptions,
): Promise<Exchanged> {
  const { worker, used } = thread;
  thread.used = true;
  const limits = { seconds, resident };
  return new Promise((resolve) => {
    const lose = (reason: string, late = false) => settle({ kind: 'lost', reason, late, used });
    const onError = (error: NodeJS.ErrnoException) =>
      lose(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_MUCH : reasonOf(error));
    const onExit = () => lose('crashed the worker thread');
    const late = () => lose(`takes longer than ${limits.seconds} seconds to read`, true);
    const startLimit = () => startTimeLimit({ seconds: limits.seconds, meter: thread.meter, late });
    let stopLimit = startLimit();
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - thread.resident > limits.resident * 1_000_000) lose(TOO_MUCH);
    }, WATCHED);
    const onMessage = (message: ReadOutcome | ScannedPage) => {
      if (message.kind !== 'page') return settle(message);
      Object.assign(limits, { seconds: ocr?.seconds ?? seconds, resident: ocr?.resident ?? resident });
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
    worker.postMessage(file);
  });
}

const TOO_MUCH = 'needs too much memory to read';
const WATCHED = 20; // milliseconds between two checks, in which a thread fills about 40 MB
