import { BoundedCache } from '../../text/bounded-cache.ts';
import { Pack } from './pack.ts';
import type { SegmentId, SegmentReader } from './segment-store.ts';

/** Reads the packs of small segments, and keeps those used last in memory: they never change. */
export class PackCache {
  readonly #reader: Pick<SegmentReader, 'pack'>;
  readonly #packs: BoundedCache<SegmentId, Pack>;

  constructor(reader: Pick<SegmentReader, 'pack'>, bytes: number) {
    this.#reader = reader;
    this.#packs = new BoundedCache(bytes, ({ weight }) => weight);
  }

  async of(segment: SegmentId): Promise<Pack> {
    const known = this.#packs.get(segment);
    if (known) return known;
    const pack = new Pack(segment, await this.#reader.pack(segment));
    this.#packs.set(segment, pack);
    return pack;
  }
}
