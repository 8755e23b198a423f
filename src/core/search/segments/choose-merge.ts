import type { CollectionId } from '../../library/document.ts';
import type { Segment } from './segment.ts';

const TOGETHER = 8; // segments of a class that are merged into one
const WORN = 0.25; // of a segment's passages deleted: it is written anew

/** Chooses segments of a collection to be merged into one, or a worn one to be written anew; null if none is due. */
export function chooseMerge(segments: readonly Segment[], most: number): readonly Segment[] | null {
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
