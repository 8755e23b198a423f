import type { CorpusChange } from '../core/library/corpus-follower.ts';
import type { FirstSightStore } from '../core/library/first-sight-store.ts';
import type { MemoryLibrary } from '../core/library/memory-library.ts';
import { report } from './operator.ts';

/** Records when documents were first seen. */
export interface SightRecorder {
  record(change: Pick<CorpusChange, 'added' | 'changed' | 'removed'>): Promise<void>;
  /** Everything was read that was there at the start. */
  complete(): void;
}

/** When documents are seen. */
export interface SightClock {
  at(): Date;
  /** Everything was read that was there at the start. */
  complete(): void;
}

/**
 * Creates a clock by which documents that were there at the start are seen then, however long reading them takes: a digest
 * that is scheduled meanwhile does not take them for news.
 */
export function createSightClock(now: () => Date): SightClock {
  const started = now();
  let at = () => started;
  return {
    at: () => at(),
    complete() {
      at = now;
    },
  };
}

/** Creates a recorder of the documents of a library in memory. */
export function createSightRecorder(
  library: MemoryLibrary,
  store: Pick<FirstSightStore, 'see'>,
  clock: SightClock,
): SightRecorder {
  let isBehind = true; // earlier versions may be unrecorded
  return {
    async record({ added, changed, removed }) {
      const ids = [...added, ...changed];
      if (ids.length + removed.length === 0) return;
      const documents = isBehind ? library.documents : ids.flatMap((id) => library.get(id)?.document ?? []);
      try {
        await store.see(
          documents.map(({ id, sha256 }) => ({ id, sha256 })),
          clock.at(),
        );
        isBehind = false;
      } catch (error) {
        isBehind = true;
        report(error);
      }
    },
    complete: clock.complete,
  };
}
