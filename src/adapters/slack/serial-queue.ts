import { setImmediate as nextTurn } from 'node:timers/promises';

/** Does one thing after another, so that what Slack tells meanwhile is acknowledged in between. */
export type SerialQueue = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Nothing waits yet. */
export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(() => nextTurn()).then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
