import { setImmediate as nextTurn } from 'node:timers/promises';
import { createKeyedQueue, createSerialQueue, type KeyedQueue } from '../../core/text/queue.ts';

/**
 * Creates the queue of requests, by person: each waits for the same person's earlier ones alone. Between the beginnings of
 * any two, what Slack reports meanwhile is acknowledged.
 */
export function createTurns(): KeyedQueue {
  const byPerson = createKeyedQueue();
  const begin = createSerialQueue();
  return (user, task) =>
    byPerson(user, async () => {
      await begin(() => nextTurn());
      return task();
    });
}
