import { parentPort } from 'node:worker_threads';
import { FeedProblem } from '../core/collecting/feed.ts';
import { feedReader } from '../readers/feed/reader.ts';
import type { ReadingAnswer, ReadingTask } from './feed-thread.ts';

// The entry of the thread that reads what the web answered: a task in, its answer out.
parentPort?.on('message', async (task: ReadingTask) => parentPort?.postMessage(await answer(task)));
parentPort?.postMessage('ready');

async function answer(task: ReadingTask): Promise<ReadingAnswer> {
  try {
    return { kind: 'read', value: await perform(task) };
  } catch (error) {
    if (error instanceof FeedProblem) return { kind: 'problem', message: error.message };
    return { kind: 'problem', message: 'cannot be read' };
  }
}

function perform({ call, bytes, address, charset }: ReadingTask): Promise<unknown> {
  switch (call) {
    case 'read':
      return feedReader.read(bytes, { address, charset });
    case 'feedsOf':
      return feedReader.feedsOf(bytes, { address, charset });
    case 'selfContained':
      return feedReader.selfContained(bytes, charset);
  }
}
