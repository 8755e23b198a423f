import { Worker } from 'node:worker_threads';
import { type Feed, FeedProblem, type FeedReader } from '../core/collecting/feed.ts';
import { createSerialQueue } from '../core/text/queue.ts';

/** What the thread is asked to do: a function of the feed reader, and what it is given. */
export interface ReadingTask {
  readonly call: keyof FeedReader;
  readonly bytes: Uint8Array;
  readonly address: string;
  readonly charset: string | null;
}

/** What the thread answers. */
export type ReadingAnswer =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'problem'; readonly message: string };

/** The limits for one answer of the web, and the script of the thread. */
export interface FeedThreadOptions {
  readonly script: URL;
  readonly seconds: number;
  /** Of the thread's heap. */
  readonly megabytes: number;
  /** Seconds without a task after which the thread ends, to free its memory. */
  readonly idle: number;
}

/** The limits under which feeds are read: one of 10 MB takes a second, in 150 MB. */
export const FEED_LIMITS: FeedThreadOptions = {
  script: new URL('./feed-worker.js', import.meta.url),
  seconds: 10,
  megabytes: 256,
  idle: 10,
};

/** A feed reader whose thread ends. */
export interface FeedThread extends FeedReader {
  stop(): Promise<void>;
}

/** Reads feeds in a thread of their own, which one may hold up or exhaust without holding up anything else. */
export function createFeedThread({ script, seconds, megabytes, idle }: FeedThreadOptions): FeedThread {
  const enqueue = createSerialQueue();
  let worker: Worker | null = null;
  let ending: NodeJS.Timeout | undefined;
  const end = () => worker?.terminate();
  const start = () => {
    const limits = { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16 };
    const started = new Worker(script, { resourceLimits: limits, env: {} });
    started.on('error', () => undefined); // the exit that follows is enough
    started.on('exit', () => {
      if (worker === started) worker = null;
    });
    return started;
  };
  const perform = (task: ReadingTask) =>
    enqueue(async () => {
      clearTimeout(ending);
      worker ??= start();
      const answer = await exchange(worker, task, seconds * 1000);
      ending = setTimeout(end, idle * 1000).unref();
      if (answer.kind === 'read') return answer.value;
      throw new FeedProblem(answer.message);
    });
  return {
    read: (bytes, from) => perform({ call: 'read', bytes, ...from }) as Promise<Feed>,
    feedsOf: (bytes, from) => perform({ call: 'feedsOf', bytes, ...from }) as Promise<readonly string[]>,
    selfContained: (bytes, charset) =>
      perform({ call: 'selfContained', bytes, address: '', charset }) as Promise<Uint8Array>,
    async stop() {
      clearTimeout(ending);
      await end();
    },
  };
}

/** Sends a task and waits for its answer, or for the loss of the thread. */
function exchange(worker: Worker, task: ReadingTask, milliseconds: number): Promise<ReadingAnswer> {
  return new Promise((resolve) => {
    const lose = (message: string) => settle({ kind: 'problem', message });
    const onExit = () => lose('needs too much memory to read');
    const late = setTimeout(() => {
      worker.off('exit', onExit);
      void worker.terminate().then(() => lose(`takes longer than ${milliseconds / 1000} seconds to read`));
    }, milliseconds);
    const onMessage = (message: ReadingAnswer | 'ready') => {
      if (message !== 'ready') settle(message);
    };
    const settle = (answer: ReadingAnswer) => {
      clearTimeout(late);
      worker.off('message', onMessage).off('exit', onExit).unref();
      resolve(answer);
    };
    worker.on('message', onMessage).on('exit', onExit).ref();
    worker.postMessage(task);
  });
}
