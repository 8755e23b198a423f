import type { Document } from '../library/documents/document.ts';
import type { PointGroup } from '../replies/reply.ts';
import type { Slice } from '../text/slice.ts';

/** Places in a document whose words name what quotations have in common. */
export interface QuotationGroup {
  readonly document: Document;
  readonly places: readonly Slice[];
  /** The speaker's name; null if they have no common speaker. */
  readonly speaker: Slice | null;
}

/** Reads what quotations have in common out of its document, `…` where it leaves words out. */
export function toPointGroup({ document, places, speaker }: QuotationGroup): PointGroup {
  const text = places.map((place) => read(document, place)).join(' … ');
  return { text, document: document.id, places, speaker };
}

/** Returns the name of a group's speaker; null if it has none. */
export function groupSpeaker(document: Document, { speaker }: Pick<PointGroup, 'speaker'>): string | null {
  return speaker && read(document, speaker);
}

function read({ text }: Document, { start, end }: Slice): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}
