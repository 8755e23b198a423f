import { expect, test } from 'vitest';
import { PackBuilder } from '../../../../src/core/search/segments/pack.ts';
import { PostingsCache } from '../../../../src/core/search/segments/postings-cache.ts';
import type { Segment } from '../../../../src/core/search/segments/segment.ts';
import type { PostingsRow, SegmentId } from '../../../../src/core/search/segments/segment-store.ts';

const rowOf = (segment: SegmentId, term: string): PostingsRow => ({
  ...{ segment, term, passages: 1, documents: 1 },
  ...{ texts: Uint8Array.of(segment, 2), titles: null },
});
const segments = (...ids: readonly SegmentId[]) => ids.map((id) => ({ id, isPacked: id > 9 }) as Segment);

/** Segments from 10 on are packs. Every segment has every term. */
function openCache(beforeReading: () => void = () => {}) {
  const asked: (readonly SegmentId[])[] = [];
  const cache = new PostingsCache(
    {
      async postings(ids, terms) {
        beforeReading();
        asked.push(ids);
        return ids.flatMap((id) => terms.map((term) => rowOf(id, term)));
      },
      async frequencies() {
        return [];
      },
      async termsLike() {
        return [];
      },
      async pack(id) {
        const builder = new PackBuilder();
        builder.add([rowOf(id, 'boat'), rowOf(id, 'ferry')]);
        return builder.bytes();
      },
    },
    1_000_000,
  );
  const read = async (ids: readonly SegmentId[]) => [
    ...((await cache.read(segments(...ids), ['ferry'])).get('ferry')?.keys() ?? []),
  ];
  return { cache, asked, read };
}

test('only segments in which a term was not looked for are read', async () => {
  const { asked, read } = openCache();
  expect(await read([1, 2])).toEqual([1, 2]);
  expect(await read([1, 2, 3])).toEqual([1, 2, 3]);
  expect(await read([3, 1])).toEqual([1, 2, 3]);
  expect(asked).toEqual([[1, 2], [3]]);
});

test('a row of a pack does not keep the pack in memory', async () => {
  const { cache } = openCache();
  const { texts } = (await cache.read(segments(10), ['ferry'])).get('ferry')?.get(10) ?? {};
  expect(texts?.buffer.byteLength).toBe(2);
});

test('rows of segments that are gone are forgotten, those read meanwhile too', async () => {
  const { cache, asked, read } = openCache(() => cache.forget(new Set([1])));
  expect(await read([1, 2])).toEqual([1, 2]);
  expect(await read([2, 3])).toEqual([2, 3]);
  expect(asked).toEqual([
    [1, 2],
    [2, 3],
  ]);
});
