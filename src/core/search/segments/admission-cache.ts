import type { DocumentFilter } from '../../library/documents/document-filter.ts';
import { BoundedCache } from '../../text/bounded-cache.ts';
import { admitted } from './filed-documents.ts';
import type { Segment } from './segment.ts';
import type { PlaceReader, SegmentId, SegmentReader } from './segment-store.ts';

/** Tells for a segment whether a document, by its first passage, passes a filter; null if none does. */
export type Admission = (segment: Segment) => ((first: number) => boolean) | null;

const KEPT = 8_000_000; // bytes

/** What is read for filters. */
export type FilterReader = Pick<SegmentReader, 'filed'> & Pick<PlaceReader, 'places'>;

/** Finds out which documents pass filters, and keeps what filters that come again let pass. */
export class AdmissionCache {
  readonly #reader: FilterReader;
  readonly #masks = new BoundedCache<string, Uint8Array>(KEPT, ({ length }) => length);

  constructor(reader: FilterReader) {
    this.#reader = reader;
  }

  async of(segments: readonly Segment[], filter: DocumentFilter | undefined): Promise<Admission> {
    if (!filter) return () => () => true;
    const named = filter.among && (await this.#placesOf(filter.among));
    const masks = new Map<SegmentId, Uint8Array>();
    for (const segment of segments)
      if (!named || named.has(segment.id)) masks.set(segment.id, await this.#mask(segment, filter));
    return ({ id }) => {
      const mask = masks.get(id);
      const firsts = named?.get(id);
      if (!mask) return null;
      return (first) => mask[first] === 1 && (!firsts || firsts.has(first));
    };
  }

  async #placesOf(
    ids: NonNullable<DocumentFilter['among']>,
  ): Promise<ReadonlyMap<SegmentId, ReadonlySet<number>>> {
    const named = new Map<SegmentId, Set<number>>();
    for (const { segment, first } of await this.#reader.places(ids))
      named.set(segment, (named.get(segment) ?? new Set()).add(first));
    return named;
  }

  async #mask(segment: Segment, filter: DocumentFilter): Promise<Uint8Array> {
    const { among: _, ...conditions } = filter;
    const key = `${segment.id} ${JSON.stringify(conditions)}`;
    const known = this.#masks.get(key);
    if (known) return known;
    const mask = admitted(await this.#reader.filed(segment.id), segment.directory, filter);
    this.#masks.set(key, mask);
    return mask;
  }
}
