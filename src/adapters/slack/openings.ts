/** The first message of a thread; null if it was not posted. */
type First = { readonly ts: string } | null;

/** Answers that are being posted: what is said under one waits until it is known what it follows. */
export interface Openings {
  /** Keeps track of an answer until it is posted and its thread is known. */
  track<Posted extends First>(channel: string, opening: Promise<Posted>): Promise<Posted>;
  /** Resolves when a thread is known, or when no answer under way can be its first message. */
  known(channel: string, thread: string): Promise<void>;
}

const MOST_KNOWN = 10_000; // threads
const MARGIN = 30_000; // milliseconds that Slack's clock and ours may be apart

/** Creates openings. Answers that are posted elsewhere, or were begun after a thread, hold it up no longer. */
export function createOpenings(now: () => Date): Openings {
  const current = new Map<Promise<First>, { readonly channel: string; readonly at: number }>();
  const known = new Set<string>();
  return {
    async track(channel, opening) {
      current.set(opening, { channel, at: now().valueOf() });
      try {
        const posted = await opening;
        if (known.size > MOST_KNOWN) known.clear();
        if (posted) known.add(`${channel} ${posted.ts}`);
        return posted;
      } finally {
        current.delete(opening);
      }
    },
    known(channel, thread) {
      const began = Number(thread) * 1000;
      const perhaps = [...current].filter(
        ([, each]) => each.channel === channel && each.at - MARGIN <= began,
      );
      if (known.has(`${channel} ${thread}`) || perhaps.length === 0) return Promise.resolve();
      return firstOf(
        perhaps.map(([opening]) => opening),
        thread,
      );
    },
  };
}

/** Resolves when one of them turns out to be the thread's first message, or all have ended. */
function firstOf(openings: readonly Promise<First>[], thread: string): Promise<void> {
  return new Promise((resolve) => {
    const ended = openings.map(async (opening) => {
      const posted = await opening.catch(() => null);
      if (posted?.ts === thread) resolve();
    });
    void Promise.all(ended).then(() => resolve());
  });
}
