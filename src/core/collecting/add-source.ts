import type { CollectionId } from '../library/documents/document.ts';
import { type FeedSettings, settingsOf } from '../library/sources/feeds-file.ts';
import type { AddedBy } from './source.ts';
import { sourceId } from './source-names.ts';
import type { SourceStore } from './source-store.ts';

/** A feed that somebody adds in chat. */
export interface AddedFeed extends Partial<FeedSettings> {
  readonly url: string;
  readonly collection: CollectionId;
  readonly by: AddedBy;
}

/** Follows a feed that somebody adds; false if its collection follows it already. It is due at once. */
export async function addSource(
  sources: Pick<SourceStore, 'list' | 'put'>,
  { collection, by, ...settings }: AddedFeed,
  now: Date,
): Promise<boolean> {
  const id = sourceId(collection, settings.url);
  if ((await sources.list()).some((source) => source.id === id)) return false;
  await sources.put({ ...settingsOf(settings), id, collection, by }, now);
  return true;
}
