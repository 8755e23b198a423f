import type { Store } from '../stores/sql/store.ts';
import { createClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Documents, DocumentsOptions } from './documents.ts';
import { openDocuments } from './open-documents.ts';
import { openAnyStore } from './open-store.ts';
import type { VersionStores } from './version-stores.ts';

/**
 * Opens documents for a command that only looks at them. What it finds new or changed is recorded all the same, or nobody
 * would ever hear of it; the store is opened once there is something to record.
 */
export async function openRecordedDocuments(
  config: Config,
  options: Partial<Pick<DocumentsOptions, 'only' | 'isThorough'>> = {},
): Promise<Documents> {
  const { versions, close } = openWhenUsed(config);
  const seenAt = createClock(config.digests.clockFile, () => performance.now()).now;
  try {
    const documents = await openDocuments({ ...config, ...options, seenAt }, versions);
    return { ...documents, close: () => documents.close().finally(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Stores of versions that are opened by their first use. */
function openWhenUsed(config: Config) {
  let store: Promise<Store> | null = null;
  const opened = () => {
    store ??= openAnyStore(config);
    return store;
  };
  const versions: VersionStores = {
    firstSights: {
      see: async (...seen) => (await opened()).firstSights.see(...seen),
      seeAgain: async (...seen) => (await opened()).firstSights.seeAgain(...seen),
    },
    revisions: { record: async (revisions) => (await opened()).revisions.record(revisions) },
  };
  return { versions, close: async () => (await store)?.upkeep.close() };
}
