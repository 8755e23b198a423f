import type { DocumentFile } from '../core/library/reading/read-document.ts';
import type { SerialQueue } from '../core/text/queue.ts';
import type { DocumentWorkerOptions } from './document-limits.ts';
import { type Exchanged, exchange, startThread, type Thread } from './document-thread.ts';

/** One of several threads that read documents, a file at a time. */
export interface Lane {
  /** Megabytes by which the process may grow for what it reads now; 0 if it reads nothing. */
  readonly taken: number;
  /** Reads a file. If nothing is read beside it, it is read again where earlier files may have caused its loss. */
  read(file: DocumentFile, how: { readonly alone: boolean }): Promise<Exchanged>;
  stop(): Promise<void>;
}

interface LaneOptions extends Omit<DocumentWorkerOptions, 'threads'> {
  /** Scans are read, else postponed. */
  readonly scans: boolean;
  /** Threads start one after the other. */
  readonly starting: SerialQueue;
  /** Megabytes by which the process may grow for all lanes together. */
  taken(): number;
}

/** Creates a lane. Its thread starts with the first document, and again if it is lost. */
export function createLane({ idle = 5, starting, ...options }: LaneOptions): Lane {
  let thread: Thread | null = null;
  let taken = 0;
  let stopped = false;
  let ending: NodeJS.Timeout | undefined;
  const takes = (megabytes: number) => {
    taken = megabytes;
  };
  const readOnce = async (file: DocumentFile): Promise<Exchanged> => {
    if (stopped) return STOPPED;
    if (thread?.ended !== false) thread = await starting(() => startThread(options));
    if (stopped) return STOPPED;
    const started = thread.meter();
    const exchanged = await exchange(thread, file, { ...options, takes });
    const heavy = thread.meter() - started > options.seconds * 1000 * HEAVY;
    if (exchanged.kind === 'lost' || heavy) await thread.worker.terminate();
    return exchanged;
  };
  return {
    get taken() {
      return taken;
    },
    async read(file, { alone }) {
      clearTimeout(ending);
      takes(options.resident);
      try {
        const first = await readOnce(file);
        const again = alone && first.kind === 'lost' && first.used && !first.late;
        return again ? await readOnce(file) : first;
      } finally {
        takes(0);
        ending = setTimeout(() => thread?.worker.terminate(), idle * 1000).unref();
      }
    },
    async stop() {
      stopped = true;
      await thread?.worker.terminate();
      await starting(async () => clearTimeout(ending));
      await thread?.worker.terminate(); // one that was starting
    },
  };
}

const STOPPED: Exchanged = { kind: 'lost', reason: 'was not read to its end', late: false, used: false };
const HEAVY = 0.25; // of the time limit: such a document leaves much memory in use, so the thread is replaced
