import type { FeedItem } from './feed.ts';
import type { SeenItem } from './source.ts';
import { digest } from './source-names.ts';

/** What a feed has that was not known, and what it no longer has. */
export interface ItemChanges {
  /** New, edited, or still to be had whole; the newest first. */
  readonly wanted: readonly WantedItem[];
  /** Known, but no longer listed, for the first time; nothing goes with a feed that is empty for once. */
  readonly gone: readonly SeenItem[];
  /** Known, unchanged, and listed again. */
  readonly back: readonly SeenItem[];
}

/** An item that is to become a document, or a new version of one. */
export interface WantedItem {
  readonly item: FeedItem;
  readonly hash: string;
  readonly before: SeenItem | null;
}

/** Times that an item's page is asked for before the feed's own text has to do. */
const MOST_ATTEMPTS = 3;

/** Compares a feed's items with those that are known; their order counts for nothing. */
export function compareItems(items: readonly FeedItem[], seen: readonly SeenItem[]): ItemChanges {
  const known = new Map(seen.map((each) => [each.key, each]));
  const listed = new Set(items.map(({ key }) => key));
  const wanted = items
    .map((item) => ({ item, hash: hashOf(item), before: known.get(item.key) ?? null }))
    .filter(({ hash, before }) => before === null || isToCome(before, hash));
  const unchanged = seen.filter((each) => !wanted.some(({ before }) => before === each));
  return {
    wanted: wanted.sort((a, b) => (b.item.at?.valueOf() ?? 0) - (a.item.at?.valueOf() ?? 0)),
    gone:
      items.length === 0
        ? []
        : unchanged.filter(({ key, goneSince }) => !listed.has(key) && goneSince === null),
    back: unchanged.filter(({ key, goneSince }) => listed.has(key) && goneSince !== null),
  };
}

/** The hash of an item that somebody removed; nothing has it, and the item does not come again. */
export const REMOVED = 'removed';

function isToCome(before: SeenItem, hash: string): boolean {
  if (before.hash === REMOVED) return false;
  return before.file === null || before.hash !== hash || isIncomplete(before);
}

/** Whether an item's page is still to be had. */
export function isIncomplete({ attempts, goneSince }: SeenItem): boolean {
  return goneSince === null && attempts > 0 && attempts < MOST_ATTEMPTS;
}

/** A hash over what a feed says of an item, by which an edited one is known. */
function hashOf({ title, link, published, author, html }: FeedItem): string {
  return digest([title, link, published, author, html], 32);
}
