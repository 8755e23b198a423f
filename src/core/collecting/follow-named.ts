import type { NamedFeed } from '../library/sources/feeds-file.ts';
import type { FollowedSource, NewSource } from './source.ts';
import { sourceId } from './source-names.ts';
import type { SourceStore } from './source-store.ts';

/** Follows the feeds that the corpus names as they are named now, and no longer those that it named before. */
export async function followNamed(
  sources: Pick<SourceStore, 'list' | 'put' | 'remove'>,
  named: readonly NamedFeed[],
  now: Date,
): Promise<void> {
  const wanted = new Map(named.map((feed) => [sourceId(feed.collection, feed.url), feed]));
  const followed = new Map((await sources.list()).map((source) => [source.id, source]));
  for (const [id, feed] of wanted) {
    const source = { ...feed, id, by: null };
    if (!isSame(source, followed.get(id))) await sources.put(source, now);
  }
  for (const { id, by } of followed.values()) if (by === null && !wanted.has(id)) await sources.remove(id);
}

function isSame(source: NewSource, known: FollowedSource | undefined): boolean {
  const keys = ['kind', 'title', 'full', 'keep', 'every', 'by'] as const;
  return known !== undefined && keys.every((key) => known[key] === source[key]);
}
