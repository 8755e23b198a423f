import { compareVersions, type Replacement } from '../core/library/compare-versions.ts';
import type { CorpusChange } from '../core/library/corpus-follower.ts';
import type { MemoryLibrary } from '../core/library/memory-library.ts';
import type { Revision, RevisionStore } from '../core/library/revision-store.ts';
import { yieldToEvents } from '../core/text/yield-to-events.ts';
import { report } from './operator.ts';
import type { VersionStores } from './version-stores.ts';

/** Records when documents were first seen. */
export interface SightRecorder {
  record(change: Pick<CorpusChange, 'added' | 'changed' | 'removed' | 'replaced'>): Promise<void>;
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
  { firstSights, revisions }: VersionStores,
  clock: SightClock,
): SightRecorder {
  let isBehind = true; // earlier versions may be unrecorded
  return {
    async record({ added, changed, removed, replaced }) {
      const ids = [...added, ...changed];
      if (ids.length + removed.length === 0) return;
      const documents = isBehind ? library.documents : ids.flatMap((id) => library.get(id)?.document ?? []);
      await recordRevisions(revisions, replaced, clock.at()).catch(report);
      try {
        await firstSights.see(
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

/** Records what new versions changed; comparing lets other work go first. */
export async function recordRevisions(
  store: Pick<RevisionStore, 'record'>,
  replaced: readonly Replacement[],
  at: Date,
): Promise<void> {
  const revisions: Revision[] = [];
  for (const replacement of replaced) {
    const revision = compareVersions(replacement, at);
    if (revision) revisions.push(revision);
    await yieldToEvents();
  }
  if (revisions.length > 0) await store.record(revisions);
}
