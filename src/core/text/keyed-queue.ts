/** Runs tasks of one conversation one after the other, and those of different conversations side by side. */
export type KeyedQueue = <T>(conversation: string, task: () => Promise<T>) => Promise<T>;

/** Nobody has spoken yet. */
export function createKeyedQueue(): KeyedQueue {
  const newest = new Map<string, Promise<unknown>>();
  return (conversation, task) => {
    const turn = (newest.get(conversation) ?? Promise.resolve()).then(task, task);
    const settled = turn.then(leave, leave);
    newest.set(conversation, settled);
    return turn;

    function leave(): void {
      if (newest.get(conversation) === settled) newest.delete(conversation);
    }
  };
}
