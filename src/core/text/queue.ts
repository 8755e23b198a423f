/** Runs tasks with the same key one after the other, and tasks with different keys side by side. */
export type KeyedQueue = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** Runs tasks one after the other. */
export type SerialQueue = <T>(task: () => Promise<T>) => Promise<T>;

/** Creates an empty keyed queue. It forgets a key when its last task has ended; a task that fails delays no other. */
export function createKeyedQueue(): KeyedQueue {
  const last = new Map<string, Promise<void>>();
  return (key, task) => {
    const result = (last.get(key) ?? Promise.resolve()).then(task);
    const ended = result.then(leave, leave);
    last.set(key, ended);
    return result;

    function leave(): void {
      if (last.get(key) === ended) last.delete(key);
    }
  };
}

/** Creates an empty serial queue. A task that fails delays no other. */
export function createSerialQueue(): SerialQueue {
  const enqueue = createKeyedQueue();
  return (task) => enqueue('', task);
}
