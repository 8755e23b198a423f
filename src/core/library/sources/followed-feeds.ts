import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../text/user-error.ts';
import type { CollectionId } from '../documents/document.ts';
import { stampOf } from '../following/folder-scan.ts';
import { isPassing } from '../following/passing-file.ts';
import type { Refusal } from '../library.ts';
import type { FeedSettings, NamedFeed } from './feeds-file.ts';

/** The name of the settings file in a collection. */
export const FEEDS_FILE = 'feeds.yaml';

/**
 * Returns a function that reads the `feeds.yaml` of all collections, each again only once it has changed. While one is no list,
 * what it said before stays; the scan of the folder reports that, and entries with mistakes.
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
  return readFeedsFile(path).then(
    ({ feeds }) => feeds,
    () => before,
  );
}

/** Lists what cannot be followed of what the `feeds.yaml` of all collections name. */
export async function feedMistakes(root: string): Promise<readonly Refusal[]> {
  const files = (await collectionsIn(root)).map((id) => `${id}/${FEEDS_FILE}`);
  return (await Promise.all(files.map((file) => mistakesOf(root, file)))).flat();
}

/** What cannot be followed of what one of them names, as a file that is taken in part; empty if all can be. */
export async function mistakesOf(root: string, file: string): Promise<readonly Refusal[]> {
  const { readFeedsFile } = await import('./feeds-file.ts');
  try {
    const { mistakes } = await readFeedsFile(join(root, file));
    if (mistakes.length === 0) return [];
    return [{ file, reason: `is followed but for ${mistakes.join('; ')}`, partly: true }];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const what = error.message.replace(`${join(root, file)}, `, '').replace(/\.$/, '');
    return [{ file, reason: `was not applied; the previous settings stay in effect: ${what}` }];
  }
}
