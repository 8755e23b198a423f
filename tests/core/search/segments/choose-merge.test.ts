import { expect, test } from 'vitest';
import type { CollectionId } from '../../../../src/core/library/documents/document.ts';
import { chooseMerge } from '../../../../src/core/search/segments/choose-merge.ts';
import {
  packDirectory,
  totalsOf,
  unpackDirectory,
  withoutDocuments,
} from '../../../../src/core/search/segments/packed-directory.ts';
import type { Segment } from '../../../../src/core/search/segments/segment.ts';

const MOST = 1000;

test('eight segments of about the same size become one', () => {
  expect(chosen([10, 11, 12, 13, 14, 15, 16])).toBeNull();
  expect(chosen([10, 11, 300, 12, 13, 14, 15, 16, 17])).toEqual([10, 11, 12, 13, 14, 15, 16, 17]);
});

test('segments of several collections stay apart', () => {
  const segments = Array.from({ length: 8 }, (_, at) => segmentOf(10, { collection: `${at % 2}` }));
  expect(chooseMerge(segments, MOST)).toBeNull();
});

test('as many large ones become one as it may hold', () => {
  expect(chosen([290, 300, 310, 320, 330])).toEqual([290, 300, 310]);
  expect(chosen([501, 502, 503, 504, 505, 506, 507, 508])).toBeNull();
});

test('those that are left are merged once all is read, each collection apart, unless one has nearly all', () => {
  const left = [segmentOf(100), segmentOf(30), segmentOf(20, { collection: 'town' })];
  expect(chooseMerge(left, MOST)).toBeNull();
  expect(chooseMerge(left, MOST, true)?.map(({ totals }) => totals.passages)).toEqual([100, 30]);
  expect(chooseMerge([segmentOf(100), segmentOf(12)], MOST, true)).toBeNull();
  expect(chooseMerge([segmentOf(450), segmentOf(500), segmentOf(60)], MOST, true)).toBeNull();
});

test('one that has lost a quarter of its passages is written anew', () => {
  expect(chosen([100, 8], { deleted: 24 })).toBeNull();
  expect(chosen([100, 8], { deleted: 26 })).toEqual([74]);
});

/** Whose passages, that are left, are chosen; of the first, some are deleted. */
function chosen(sizes: readonly number[], { deleted = 0 } = {}): readonly number[] | null {
  const segments = sizes.map((size, at) => segmentOf(size, { deleted: at === 0 ? deleted : 0 }));
  return chooseMerge(segments, MOST)?.map(({ totals }) => totals.passages) ?? null;
}

function segmentOf(passages: number, { collection = 'harbour', deleted = 0 } = {}): Segment {
  const whole = unpackDirectory(
    packDirectory(Array.from({ length: passages }, () => ({ length: 5, lengths: [5] }))),
  );
  const gone = Array.from({ length: deleted }, (_, at) => at);
  const directory = withoutDocuments(whole, gone);
  return {
    ...{ id: passages, collection: collection as CollectionId, isPacked: false, directory },
    ...{ totals: totalsOf(directory), deleted: new Set(gone), counts: new Map() },
  };
}
