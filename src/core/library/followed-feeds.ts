import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CollectionId } from './document.ts';
import type { FeedSettings, NamedFeed } from './feeds-file.ts';
import { stampOf } from './folder-scan.ts';
import { isPassing } from './passing-file.ts';

/** The name of the settings file in a collection. */
export const FEEDS_FILE = 'feeds.yaml';

/**
 * Returns a function that reads the `feeds.yaml` of all collections, each again only once it has changed. While one has a
 * mistake, what it said before stays; the scan of the folder reports it.
 */
export function followFeedsFiles(root: string): () => Promise<readonly NamedFeed[]> {
  const known = new Map<CollectionId, { readonly stamp: string; readonly feeds: readonly FeedSettings[] }>();
  return async () => {
    const ids = await collectionsIn(root);
    for (const id of known.keys()) if (!ids.includes(id)) known.delete(id);
    for (const id of ids) {
      const path = join(root, id, FEEDS_FILE);
      const { stamp, written } = stampOf(path);
      const before = known.get(id);
      if (before?.stamp === stamp) continue;
      known.set(id, { stamp, feeds: written === 0 ? [] : await readOr(path, before?.feeds ?? []) });
    }
    return [...known].flatMap(([collection, { feeds }]) => feeds.map((feed) => ({ ...feed, collection })));
  };
}

async function collectionsIn(root: string): Promise<CollectionId[]> {
  const entries = await readdir(root, { withFileTypes: true });
  const folders = entries.filter((each) => each.isDirectory());
  return folders.flatMap(({ name }) => (isPassing({ name, isFolder: true }) ? [] : (name as CollectionId)));
}

async function readOr(path: string, before: readonly FeedSettings[]): Promise<readonly FeedSettings[]> {
  const { readFeedsFile } = await import('./feeds-file.ts'); // most corpora have none, and need no parser
  return readFeedsFile(path).catch(() => before);
}
