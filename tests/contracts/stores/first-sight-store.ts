import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../src/core/library/documents/document.ts';
import type { FirstSightStore } from '../../../src/core/library/versions/first-sight-store.ts';
import { at } from '../store-samples.ts';

/** What every FirstSightStore does; `store` is an empty one in each test. */
export function firstSightStoreContract(store: () => FirstSightStore): void {
  describe('first sights', () => {
    const version = (id: string, sha256: string) => ({ id: id as DocumentId, sha256 });

    test('are of whoever saw a version first', async () => {
      await store().see([version('d', '1')], at(1));
      await store().see([version('d', '1'), version('e', '1')], at(2));
      expect(await store().seenAfter(at(0))).toEqual([
        { ...version('d', '1'), firstSeen: at(1), changed: at(1) },
        { ...version('e', '1'), firstSeen: at(2), changed: at(2) },
      ]);
    });

    test('tell which versions were seen after a moment, and whether the document is older', async () => {
      await store().see([version('a', '1'), version('d', '1')], at(1));
      await store().see([version('e', '1'), version('d', '2')], at(5));
      await store().see([version('d', '3'), version('a', '1')], at(7));
      expect(await store().seenAfter(at(1))).toEqual([
        { ...version('d', '2'), firstSeen: at(1), changed: at(5) },
        { ...version('e', '1'), firstSeen: at(5), changed: at(5) },
        { ...version('d', '3'), firstSeen: at(1), changed: at(7) },
      ]);
      expect(await store().seenAfter(at(7))).toEqual([]);
    });

    test('of what is read anew are those of the version before', async () => {
      await store().see([version('d', '1')], at(1));
      await store().see([version('d', '2')], at(3));
      await store().seeAgain([version('d', '3'), version('e', '1')], at(5));
      expect(await store().seenAfter(at(1))).toEqual([
        { ...version('d', '2'), firstSeen: at(1), changed: at(3) },
        { ...version('d', '3'), firstSeen: at(1), changed: at(3) },
        { ...version('e', '1'), firstSeen: at(5), changed: at(5) },
      ]);
    });

    test('may be many', async () => {
      const many = Array.from({ length: 1234 }, (_, n) => version(`d${n}`, '1'));
      await store().see(many, at(1));
      expect(await store().seenAfter(at(0))).toHaveLength(1234);
      await store().see([], at(1));
    });
  });
}
