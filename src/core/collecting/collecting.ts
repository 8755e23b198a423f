import type { NamedFeed } from '../library/sources/feeds-file.ts';
import { createInFlight } from '../text/in-flight.ts';
import { followNamed } from './follow-named.ts';
import { type LookPorts, type LookResult, look } from './look.ts';
import type { ClaimedSource, FollowedSource } from './source.ts';
import type { SourceStore } from './source-store.ts';

/** What collecting works with. */
export interface CollectingPorts extends LookPorts {
  readonly sources: SourceStore;
  /** The feeds that the corpus names. */
  named(): Promise<readonly NamedFeed[]>;
  report(error: Error): void;
}

/** Looks at sources when they are due. */
export interface Collecting {
  /** Begins to look at what is due, and does not wait for it. */
  run(): Promise<void>;
  /** Looks at a source now; null if somebody else is looking at it. */
  lookAt(source: FollowedSource): Promise<LookResult | null>;
  /** Ends what is under way, within so many milliseconds; the next start does it again. */
  stop(within: number): Promise<void>;
}

const AT_ONCE = 8; // sources
const LEASE = 15 * 60_000; // milliseconds; whoever takes over from a killed process asks no sooner than anybody does

/** Creates what looks at sources. */
export function createCollecting(ports: CollectingPorts): Collecting {
  const { sources, named, now, report } = ports;
  const ending = new AbortController();
  const looks = createInFlight();
  let running = 0;
  const claim = (id?: string) => {
    const at = now();
    return sources.claim({ now: at, lease: new Date(at.valueOf() + LEASE), ...(id !== undefined && { id }) });
  };
  const lookNow = (source: ClaimedSource) => look(ports, source, ending.signal);
  const begin = (source: ClaimedSource) => {
    running++;
    const done = lookNow(source)
      .catch((cause) => {
        if (!ending.signal.aborted) report(new Error(`Could not look at ${source.url}.`, { cause }));
      })
      .then(() => {
        running--;
        return fill();
      })
      .catch((cause) => report(new Error('Could not find out which sources are due.', { cause })));
    looks.add(done);
  };
  const fill = async () => {
    while (running < AT_ONCE && !ending.signal.aborted) {
      const source = await claim();
      if (source === null) return;
      begin(source);
    }
  };
  return {
    async run() {
      await followNamed(sources, await named(), now());
      await fill();
    },
    async lookAt({ id }) {
      const source = await claim(id);
      return source && lookNow(source);
    },
    stop(within) {
      ending.abort();
      return looks.settle(within);
    },
  };
}
