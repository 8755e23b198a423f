import { posix } from 'node:path';
import type { FeedItem } from './feed.ts';
import { itemMark, itemName } from './source-names.ts';

/** Where the documents of a source are. */
export interface ItemPlaces {
  /** The path of the document that an item has, whatever it was called then; null if it has none. */
  earlier(key: string): string | null;
  /** The path of a new document, without its ending. */
  next(item: Pick<FeedItem, 'key' | 'title' | 'published'>): string;
}

const MOST = 200; // documents of a folder, so that the file which describes them is read and written in no time

/** Creates the places of a source from the files that are there. What has no date is filed apart from the months. */
export function createItemPlaces(folder: string, present: readonly string[]): ItemPlaces {
  const documents = present.filter((path) => !path.endsWith('.yaml'));
  const marks = new Map(documents.map((path) => [/([\da-f]{8})\.\w+$/.exec(path)?.[1], path]));
  const counts = new Map<string, number>();
  const countIn = (place: string) => counts.set(place, (counts.get(place) ?? 0) + 1);
  for (const path of documents) countIn(posix.dirname(path));
  return {
    earlier: (key) => marks.get(itemMark(key)) ?? null,
    next(item) {
      const first = `${folder}/${item.published?.slice(0, 7) ?? 'undated'}`;
      let place = first;
      for (let number = 2; (counts.get(place) ?? 0) >= MOST; number++) place = `${first}-${number}`;
      countIn(place);
      return `${place}/${itemName(item)}`;
    },
  };
}
