import type { Audience } from './audience.ts';
import { type Collection, mayRead } from './collection.ts';
import type { Coverage } from './coverage.ts';
import type { CollectionId } from './documents/document.ts';
import type { Refusal, UnreadCounts } from './library.ts';
import type { Topic } from './topics/topic.ts';

/** What a library holds besides documents. */
export interface LibraryFrame {
  readonly collections: readonly Collection[];
  readonly topics: readonly Topic[];
  readonly refused: readonly Refusal[];
  /** How many files are still to be read; absent: none. */
  readonly unread?: UnreadCounts;
}

/** The frame of a library before it is given one. */
export const NO_FRAME: LibraryFrame = { collections: [], topics: [], refused: [] };

/** The collections that an audience may read, in their order, limited to some if given. */
export function readableIn(
  { collections }: LibraryFrame,
  audience: Audience,
  among: readonly CollectionId[] | null,
): readonly CollectionId[] {
  const readable = collections.filter((collection) => mayRead(collection, audience));
  return readable.map(({ id }) => id).filter((id) => among?.includes(id) ?? true);
}

/** The files that were not indexed, or only in part: those in some collections and those in none. */
export function refusedIn(
  { refused }: LibraryFrame,
  collections: readonly CollectionId[],
): readonly Refusal[] {
  return refused.filter(({ file }) => !file.includes('/') || isIn(file, collections));
}

/**
 * How many files of some collections are not served at all, and how many of these are still to be read. Where there is no
 * collection, those that are in none: somebody put them straight into the corpus folder.
 */
export function unreadIn(
  frame: LibraryFrame,
  collections: readonly CollectionId[],
): Pick<Coverage, 'unread' | 'toRead'> {
  const toRead = collections.reduce((sum, id) => sum + (frame.unread?.[id] ?? 0), 0);
  const isCounted = (file: string) => isIn(file, collections) || frame.collections.length === 0;
  const all = toRead + frame.refused.filter(({ file, partly }) => !partly && isCounted(file)).length;
  return { ...(all > 0 && { unread: all }), ...(toRead > 0 && { toRead }) };
}

function isIn(file: string, collections: readonly CollectionId[]): boolean {
  return collections.some((id) => file.startsWith(`${id}/`));
}
