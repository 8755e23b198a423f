import type { IndexedDocument } from '../library/documents/indexed-document.ts';
import { indentation } from '../text/paragraphs.ts';
import type { Slice } from '../text/slice.ts';

/** A heading, and how many passages it stands above: 0 if the passage has one of its own. */
export interface Heading extends Slice {
  readonly distance: number;
}

const FAR = 8; // passages
const MAX_HEADING = 300; // characters
const REACH = 6000; // characters within which the items are sought that an item is nested in

/** Returns the heading that a passage stands under: its own, or the nearest before it. */
export function headingOf({ document: { text }, passages }: IndexedDocument, passage: number): Heading {
  for (let at = passage; at >= Math.max(0, passage - FAR); at--) {
    const { start = 0, bodies = [] } = passages[at] ?? {};
    const heading = { start, end: Math.min(bodies[0]?.start ?? start, start + MAX_HEADING) };
    if (/\p{L}/u.test(text.slice(heading.start, heading.end))) return { ...heading, distance: passage - at };
  }
  return { start: 0, end: 0, distance: 0 };
}

/** The items that a passage of an outline is nested in, the nearest first. */
export function itemsAbove({ document: { text }, passages }: IndexedDocument, passage: number): Slice[] {
  const { start = 0, end = 0 } = passages[passage] ?? {};
  const items: Slice[] = [];
  let depth = indentation(text, { start, end });
  for (let to = start - depth - 1; depth > 0 && to > Math.max(0, start - REACH); ) {
    const from = text.lastIndexOf('\n', to - 1) + 1;
    const line = text.slice(from, to);
    const own = line.length - line.trimStart().length;
    if (line.trim() !== '' && own < depth) {
      items.push({ start: from + own, end: Math.min(to, from + own + MAX_HEADING) });
      depth = own;
    }
    to = from - 1;
  }
  return items;
}
