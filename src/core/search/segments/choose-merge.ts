import type { CollectionId } from '../../library/documents/document.ts';
import type { Segment } from './segment.ts';

const TOGETHER = 8; // segments of a class that are merged into one
const WORN = 0.25; // of a segment's passages deleted: it is written anew

/**
 * Chooses segments of a collection to be merged into one, or a worn one to be written anew; null if none is due. Once all is
 * read, those that are left of each size are merged, too: a search reads each of its words in every segment.
 */
export function chooseMerge(
  segments: readonly Segment[],
  most: number,
  isRead = false,
): readonly Segment[] | null {
  const classes = new Map<string, Segment[]>();
  for (const segment of segments) {
    if (isWorn(segment)) return [segment];
    const key = classOf(segment, most);
    if (key === null) continue;
    const those = classes.get(key) ?? [];
    those.push(segment);
    classes.set(key, those);
  }
  for (const those of classes.values()) {
    const chosen = together(those, most);
    if (chosen) return chosen;
  }
  return isRead ? leftOver(segments, most) : null;
}

/** The segments of a collection that is in several though one may hold them, unless the largest one has nearly all. */
function leftOver(segments: readonly Segment[], most: number): readonly Segment[] | null {
  const collections = new Map<CollectionId, Segment[]>();
  for (const segment of segments) {
    if (classOf(segment, most) === null) continue;
    const those = collections.get(segment.collection) ?? [];
    those.push(segment);
    collections.set(segment.collection, those);
  }
  for (const those of collections.values()) {
    const sizes = those.map(({ totals }) => totals.passages);
    const [all, largest] = [sizes.reduce((sum, size) => sum + size, 0), Math.max(...sizes)];
    if (all <= most && all - largest >= largest / TOGETHER) return those;
  }
  return null;
}

/** Segments of one collection and of about the same size; null for one that is large enough. */
function classOf({ collection, totals: { passages } }: Segment, most: number): string | null {
  if (passages * 2 > most) return null;
  return `${Math.floor(Math.log(passages) / Math.log(TOGETHER))} ${collection satisfies CollectionId}`;
}

function together(segments: readonly Segment[], most: number): readonly Segment[] | null {
  const chosen: Segment[] = [];
  let passages = 0;
  for (const segment of segments.toSorted((a, b) => a.totals.passages - b.totals.passages)) {
    if (passages + segment.totals.passages > most) return chosen.length > 1 ? chosen : null;
    passages += segment.totals.passages;
    chosen.push(segment);
  }
  return chosen.length >= TOGETHER ? chosen : null;
}

function isWorn({ directory, totals }: Segment): boolean {
  return totals.passages < (1 - WORN) * directory.firsts.length;
}
