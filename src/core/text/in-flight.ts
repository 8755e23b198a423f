/** Work in progress that a stop can wait for. */
export interface InFlight {
  /** Tracks work until it ends; its promise must not reject. */
  add(work: Promise<unknown>): void;
  /** Resolves when all work has ended, or after so many milliseconds. */
  settle(within: number): Promise<void>;
}

/** Creates a tracker without work. */
export function createInFlight(): InFlight {
  const current = new Set<Promise<unknown>>();
  return {
    add(work) {
      current.add(work);
      void work.finally(() => current.delete(work));
    },
    async settle(within) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, within);
      });
      await Promise.race([emptied(current), late]);
      clearTimeout(timer);
    },
  };
}

/** Resolves when all work has ended, including work added meanwhile. */
async function emptied(current: ReadonlySet<Promise<unknown>>): Promise<void> {
  while (current.size > 0) await Promise.all(current);
}
