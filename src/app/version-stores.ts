import type { FirstSightStore } from '../core/library/versions/first-sight-store.ts';
import type { RevisionStore } from '../core/library/versions/revision-store.ts';

/** Where the versions of documents are recorded. */
export interface VersionStores {
  readonly firstSights: Pick<FirstSightStore, 'see' | 'seeAgain'>;
  readonly revisions: Pick<RevisionStore, 'record'>;
}
