import type { CorpusChange } from '../core/library/following/corpus-follower.ts';
import type { PutDocument } from '../core/library/following/followed-corpus.ts';
import type { MemoryLibrary } from '../core/library/memory-library.ts';
import { compareVersions, type Replacement } from '../core/library/versions/compare-versions.ts';
import type { DocumentVersion } from '../core/library/versions/first-sight-store.ts';
import type { Revision, RevisionStore } from '../core/library/versions/revision-store.ts';
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
  /** Whether everything was. */
  isComplete(): boolean;
  /** Everything was read that was there at the start. */
  complete(): void;
}

/**
 * Creates a clock by which documents that were there at the start are seen then, however long reading them takes: a digest
 * that is scheduled meanwhile does not take them for news.
 */
export function createSightClock(now: () => Date): SightClock {
  const started = now();
  let isComplete = false;
  return {
    at: () => (isComplete ? now() : started),
    isComplete: () => isComplete,
    complete() {
      isComplete = true;
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
        const before = new Set(replaced.map(({ now: { document } }) => document.id));
        await recordSights(firstSights, documents, { clock, hasBefore: ({ id }) => before.has(id) });
        isBehind = false;
      } catch (error) {
        isBehind = true;
        report(error);
      }
    },
    complete: clock.complete,
  };
}

/** Creates a recorder of the versions that a stored corpus takes in. */
export function createVersionRecorder(stores: VersionStores | null, clock: SightClock) {
  return {
    compare: async (replaced: readonly Replacement[]) =>
      stores ? recordRevisions(stores.revisions, replaced, clock.at()) : undefined,
    async see(put: readonly PutDocument[]) {
      const before = new Set(
        put.flatMap(({ indexed: { document }, before }) => (before ? [document.id] : [])),
      );
      const documents = put.map(({ indexed: { document } }) => document);
      const hasBefore = ({ id }: DocumentVersion) => before.has(id);
      if (stores) await recordSights(stores.firstSights, documents, { clock, hasBefore });
    },
  };
}

/**
 * Records versions that were put into a corpus. Until all that was there at the start is read, one without a version before
 * it is either new, or read anew by a build that reads otherwise than the one before: then it is no news.
 */
async function recordSights(
  store: VersionStores['firstSights'],
  documents: readonly DocumentVersion[],
  { clock, hasBefore }: { readonly clock: SightClock; hasBefore(version: DocumentVersion): boolean },
): Promise<void> {
  const versions = documents.map(({ id, sha256 }) => ({ id, sha256 }));
  const isChange = (version: DocumentVersion) => clock.isComplete() || hasBefore(version);
  await store.see(versions.filter(isChange), clock.at());
  await store.seeAgain(
    versions.filter((version) => !isChange(version)),
    clock.at(),
  );
}

/** Records what new versions changed; comparing lets other work go first. */
async function recordRevisions(
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
