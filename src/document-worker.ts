import { Worker } from 'node:worker_threads';
import type { DocumentFile, ReadFile, ReadOutcome } from './core/corpus/read-document.ts';

/** What a document may take, and the script of the thread that reads it. */
export interface DocumentWorkerOptions {
  /** Of one document, from the moment the thread is ready for it. */
  readonly seconds: number;
  readonly megabytes: number;
  readonly script: URL;
}

/** Reads documents in a thread that may be lost. */
export interface DocumentWorker {
  /** One file after the other. What takes too much, or breaks the thread, is refused. */
  readonly read: ReadFile;
  stop(): Promise<void>;
}

/** The limits under which documents are read. */
export const DOCUMENT_LIMITS: DocumentWorkerOptions = {
  seconds: 4.5,
  megabytes: 256,
  script: new URL('./worker.js', import.meta.url),
};

/** Starts a thread when the first document is to be read, and another when one is lost. */
export function createDocumentWorker(options: DocumentWorkerOptions): DocumentWorker {
  let thread: Promise<Worker> | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const readNow = async (file: DocumentFile): Promise<ReadOutcome> => {
    thread ??= startThread(options);
    const worker = await thread;
    const outcome = await exchange(worker, file, options);
    if (outcome.kind !== 'lost') return outcome;
    thread = null;
    await worker.terminate();
    return { kind: 'refused', reason: outcome.reason };
  };
  return {
    read(file) {
      const next = turn.then(() => readNow(file));
      turn = next.catch(() => {});
      return next;
    },
    async stop() {
      await turn;
      const worker = await thread;
      thread = null;
      await worker?.terminate();
    },
  };
}

async function startThread({ megabytes, script }: DocumentWorkerOptions): Promise<Worker> {
  const limits = { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 };
  const worker = new Worker(script, { resourceLimits: limits, stdout: true, stderr: true, env: {} });
  await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  worker.unref();
  return worker;
}

type Lost = { readonly kind: 'lost'; readonly reason: string };

/** Hands a file over and waits for its outcome, or for the loss of the thread. */
function exchange(
  worker: Worker,
  file: DocumentFile,
  { seconds }: DocumentWorkerOptions,
): Promise<ReadOutcome | Lost> {
  return new Promise((resolve) => {
    const lose = (reason: string) => settle({ kind: 'lost', reason });
    const onError = (error: NodeJS.ErrnoException) =>
      lose(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? 'needs too much memory to read'
          : `breaks its reader (${error.message})`,
      );
    const onExit = () => lose('ends its reader');
    const timer = setTimeout(() => lose(`takes longer than ${seconds} seconds to read`), seconds * 1000);
    const settle = (outcome: ReadOutcome | Lost) => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', onError).off('exit', onExit);
      resolve(outcome);
    };
    worker.on('message', settle).on('error', onError).on('exit', onExit);
    worker.postMessage(file);
  });
}
