/** What is being done, so that a stop can wait for it. */
export interface InFlight {
  /** Notes work until it ends. The work must not fail. */
  add(work: Promise<void>): void;
  /** Fulfilled when all is done, or after so many milliseconds. */
  settle(within: number): Promise<void>;
}

/** Nothing is being done yet. */
export function createInFlight(): InFlight {
  const going = new Set<Promise<void>>();
  return {
    add(work) {
      going.add(work);
      void work.finally(() => going.delete(work));
    },
    async settle(within) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, within);
      });
      await Promise.race([emptied(going), late]);
      clearTimeout(timer);
    },
  };
}

/** Fulfilled when all is done, and whatever came meanwhile. */
async function emptied(going: ReadonlySet<Promise<void>>): Promise<void> {
  while (going.size > 0) await Promise.all(going);
}
