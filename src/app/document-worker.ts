import { Worker } from 'node:worker_threads';
import type { DocumentFile, ReadFile, ReadOutcome } from '../core/library/read-document.ts';

/** What a document may take, and the script of the thread that reads it. */
export interface DocumentWorkerOptions {
  /** For one document, from the moment the thread starts on it. */
  readonly seconds: number;
  /** Of the thread's heap. */
  readonly megabytes: number;
  /** By which the process may grow from the thread's start: buffers and what a library holds are in no heap. */
  readonly resident: number;
  /** Seconds without a document after which the thread ends, to give its memory back. */
  readonly idle?: number;
  readonly script: URL;
}

/** Reads documents in a thread that may be lost. */
export interface DocumentWorker {
  /** One file after the other. What takes too much, or breaks the thread, is refused; rejects once stopped. */
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

/** Starts a thread when the first document is to be read, and another when one is lost. */
export function createDocumentWorker({ idle = 5, ...options }: DocumentWorkerOptions): DocumentWorker {
  let thread: Thread | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let stopped = false;
  let ending: NodeJS.Timeout | undefined;

  const readOnce = async (file: DocumentFile): Promise<Exchanged> => {
    if (stopped) throw new Error(STOPPED);
    if (thread?.ended !== false) thread = await startThread(options);
    const started = performance.now();
    const exchanged = await exchange(thread, file, options);
    const heavy = performance.now() - started > options.seconds * 1000 * HEAVY;
    if (exchanged.kind === 'lost' || heavy) await thread.worker.terminate();
    if (stopped) throw new Error(STOPPED);
    return exchanged;
  };
  const readNow = async (file: DocumentFile): Promise<ReadOutcome> => {
    clearTimeout(ending);
    const first = await readOnce(file);
    // A thread that has read others may be lost by what they left behind.
    const last = first.kind === 'lost' && first.used && !first.late ? await readOnce(file) : first;
    ending = setTimeout(() => thread?.worker.terminate(), idle * 1000).unref();
    return last.kind === 'lost' ? { kind: 'refused', reason: last.reason } : last;
  };
  return {
    read(file) {
      const next = turn.then(() => readNow(file));
      turn = next.catch(() => undefined);
      return next;
    },
    async stop() {
      stopped = true;
      await thread?.worker.terminate();
      await turn;
      clearTimeout(ending);
      await thread?.worker.terminate(); // one that was being started
    },
  };
}

const STOPPED = 'The reading of documents was stopped.';
const HEAVY = 0.25; // of the time that a document may take: it leaves much memory behind, so the thread is replaced

interface Thread {
  readonly worker: Worker;
  ended: boolean;
  /** Whether it was handed a file before. */
  used: boolean;
  /** What the process held before it started, in bytes. */
  readonly resident: number;
}

async function startThread({ megabytes, script }: DocumentWorkerOptions): Promise<Thread> {
  const resident = process.memoryUsage.rss();
  const resourceLimits = { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16 };
  const worker = new Worker(script, { resourceLimits, stdout: true, stderr: true, env: {} });
  worker.stdout.resume(); // what packages print about documents is nobody's reply
  worker.stderr.resume();
  const thread = { worker, ended: false, used: false, resident };
  worker.on('error', () => undefined); // the exit that follows says enough between two files
  worker.on('exit', () => {
    thread.ended = true;
  });
  await new Promise<void>((resolve, reject) => {
    const fail = (cause: unknown) =>
      reject(new Error('The thread that reads documents does not start.', { cause }));
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
  /** Whether the thread had read others before. */
  readonly used: boolean;
}

type Exchanged = ReadOutcome | Lost;

/** Hands a file over and waits for its outcome, or for the loss of the thread. */
function exchange(
  thread: Thread,
  file: DocumentFile,
  { seconds, resident }: DocumentWorkerOptions,
): Promise<Exchanged> {
  const { worker, used } = thread;
  thread.used = true;
  return new Promise((resolve) => {
    const lose = (reason: string, late = false) => settle({ kind: 'lost', reason, late, used });
    const onError = (error: NodeJS.ErrnoException) => lose(reasonOf(error));
    const onExit = () => lose('ends its reader');
    const tooLate = () => lose(`takes longer than ${seconds} seconds to read`, true);
    // This thread may have been busy for as long: an outcome that has come meanwhile counts.
    const timer = setTimeout(() => setImmediate(tooLate), seconds * 1000);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - thread.resident > resident * 1_000_000) lose(TOO_MUCH);
    }, WATCHED);
    const settle = (outcome: Exchanged) => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off('message', settle).off('error', onError).off('exit', onExit);
      resolve(outcome);
    };
    worker.on('message', settle).on('error', onError).on('exit', onExit);
    worker.postMessage(file);
  });
}

const TOO_MUCH = 'needs too much memory to read';
const WATCHED = 20; // milliseconds between two looks, in which a thread fills about 40 MB

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? TOO_MUCH
    : `breaks its reader (${error.message.slice(0, MAX_WHAT)})`;
}

const MAX_WHAT = 120; // characters of an error that are told
