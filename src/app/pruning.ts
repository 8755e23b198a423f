import type { Store } from '../stores/sql/store.ts';
import type { Documents } from './documents.ts';

/** What is pruned, and by what. */
export interface PruningPorts {
  readonly store: {
    readonly upkeep: Pick<Store['upkeep'], 'prune'>;
    readonly answers: Pick<Store['answers'], 'dropWordings'>;
    readonly revisions: Pick<Store['revisions'], 'dropGone'>;
  };
  readonly documents: Pick<Documents, 'isComplete' | 'present' | 'scan'>;
  /** Milliseconds for which data is kept. */
  readonly kept: number;
  now(): Date;
  report(error: unknown): void;
}

/** Deletes what is old, and what is known of documents that are gone. */
export interface Pruning {
  prune(): Promise<void>;
  /** Scans; once all is read that was there at the start, what is known of documents that are gone is deleted. */
  readonly scan: Documents['scan'];
}

/** Creates the pruning of a store. */
export function createPruning({ store, documents, kept, now, report }: PruningPorts): Pruning {
  let hasDropped = false;
  const drop = async () => {
    if (!documents.isComplete()) return;
    hasDropped = true;
    await store.answers.dropWordings(documents.present).catch(report);
    await store.revisions.dropGone(documents.present).catch(report);
  };
  return {
    async prune() {
      await store.upkeep.prune(new Date(now().valueOf() - kept)).catch(report);
      await drop();
    },
    async scan(paths) {
      const result = await documents.scan(paths);
      if (!hasDropped) await drop();
      return result;
    },
  };
}
