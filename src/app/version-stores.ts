import type { FirstSightStore } from '../core/library/first-sight-store.ts';
import type { RevisionStore } from '../core/library/revision-store.ts';

/** Where the versions of documents are recorded. */
export interface VersionStores {
  readonly firstSights: Pick<FirstSightStore, 'see'>;
  readonly revisions: Pick<RevisionStore, 'record'>;
}
