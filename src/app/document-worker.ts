import { availableParallelism } from 'node:os';
import type { DocumentFile, ReadFile } from '../core/library/reading/read-document.ts';
import type { ReadOutcome } from '../core/library/reading/read-outcome.ts';
import { createSerialQueue } from '../core/text/queue.ts';
import { createLane, type Lane } from './document-lane.ts';
import type { DocumentWorkerOptions } from './document-limits.ts';

/** Reads documents in worker threads, which a document may crash or exhaust. */
export interface DocumentWorker {
  /** Reads a file when a thread is free. One that exceeds a limit or breaks its thread is refused. Rejects once stopped. */
  readonly read: ReadFile;
  /** Reads a file before all that wait. */
  readonly readNext: ReadFile;
  stop(): Promise<void>;
}

/** The limits under which documents are read. */
export const DOCUMENT_LIMITS: DocumentWorkerOptions = {
  seconds: 4.5,
  megabytes: 256,
  resident: 300,
  script: new URL('./worker.js', import.meta.url),
};

const MOST_THREADS = 8; // more would wait for the main thread, which indexes what they read

/** How many threads read documents: as many as there are cores, one of which is left to the main thread if there are more than two. */
export function readingThreads(cores = availableParallelism()): number {
  return Math.min(MOST_THREADS, cores > 2 ? cores - 1 : cores);
}

/** Creates a document worker. Its threads start with the first documents, and again if they are lost. */
export function createDocumentWorker({ threads = 1, ...options }: DocumentWorkerOptions): DocumentWorker {
  const queue = new ReadingQueue(threads, options);
  return {
    read: (file) => queue.add(file, 'push'),
    readNext: (file) => queue.add(file, 'unshift'),
    stop: () => queue.stop(),
  };
}

interface Task {
  readonly file: DocumentFile;
  resolve(outcome: ReadOutcome): void;
  reject(error: unknown): void;
}

/**
 * Hands files to threads that are free. Only the first thread reads scans, so that the others go on with what is read
 * fast. What may have failed for what was read beside it is read once more, with nothing beside it, when no other file
 * waits.
 */
class ReadingQueue {
  readonly #lanes: readonly Lane[];
  readonly #waiting: Task[] = [];
  readonly #scans: Task[] = [];
  readonly #failed: Task[] = [];
  readonly #running = new Set<Promise<void>>();
  #isAlone = false;
  #isStopped = false;

  constructor(threads: number, options: Omit<DocumentWorkerOptions, 'threads'>) {
    const starting = createSerialQueue();
    const taken = () => this.#lanes.reduce((sum, lane) => sum + lane.taken, 0);
    this.#lanes = Array.from({ length: threads }, (_, at) =>
      createLane({ ...options, scans: at === 0, starting, taken }),
    );
  }

  add(file: DocumentFile, how: 'push' | 'unshift'): Promise<ReadOutcome> {
    return new Promise((resolve, reject) => {
      if (this.#isStopped) return reject(new Error(STOPPED));
      this.#waiting[how]({ file, resolve, reject });
      this.#startWaiting();
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const queue of [this.#waiting, this.#scans, this.#failed])
      for (const task of queue.splice(0)) task.reject(new Error(STOPPED));
    await Promise.all(this.#lanes.map((lane) => lane.stop()));
    await Promise.all(this.#running);
  }

  #startWaiting(): void {
    if (this.#isStopped || this.#isAlone) return;
    for (const [at, lane] of this.#lanes.entries()) {
      if (lane.taken > 0) continue;
      const task = (at === 0 ? this.#scans.shift() : undefined) ?? this.#waiting.shift();
      if (task) this.#start(task, lane, this.#lanes.length === 1);
    }
    const [first] = this.#lanes;
    const again = this.#lanes.some(({ taken }) => taken > 0) ? undefined : this.#failed.shift();
    if (first && again) this.#start(again, first, true);
  }

  #start(task: Task, lane: Lane, alone: boolean): void {
    this.#isAlone = alone;
    const ended = this.#read(task, lane, alone).then(() => {
      this.#running.delete(ended);
      if (alone) this.#isAlone = false;
      this.#startWaiting();
    });
    this.#running.add(ended);
  }

  async #read(task: Task, lane: Lane, alone: boolean): Promise<void> {
    try {
      const found = await lane.read(task.file, { alone });
      if (this.#isStopped) task.reject(new Error(STOPPED));
      else if (found.kind === 'postponed') this.#scans.push(task);
      else if (found.kind !== 'lost') task.resolve(found);
      else if (alone || found.late) task.resolve({ kind: 'refused', reason: found.reason });
      else this.#failed.push(task);
    } catch (error) {
      task.reject(error);
    }
  }
}

const STOPPED = 'Stopped reading documents.';
