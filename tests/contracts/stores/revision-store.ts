import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../src/core/library/documents/document.ts';
import { sentenceKey } from '../../../src/core/library/documents/sentence-key.ts';
import type { Revision, RevisionStore } from '../../../src/core/library/versions/revision-store.ts';
import type { Store } from '../../../src/stores/sql/store.ts';
import { at } from '../store-samples.ts';

const FARES = 'news/fares' as DocumentId;
const PIER = 'news/pier' as DocumentId;

function revision(
  id: DocumentId,
  [before, now]: [string, string],
  minute: number,
  lost = 'A “fare” 🚢.',
): Revision {
  const place = { start: 3, end: 3 + lost.length };
  return {
    ...{ id, before, now, at: at(minute) },
    lost: [
      { key: sentenceKey(lost), ...place, text: lost },
      { key: sentenceKey('long'), ...place, text: null },
    ],
    gained: [sentenceKey('new')],
  };
}

/** What every RevisionStore does; `current` is an empty store in each test. */
export function revisionStoreContract(current: () => Pick<Store, 'revisions' | 'upkeep'>): void {
  describe('revisions', () => {
    const store = (): RevisionStore => current().revisions;

    test('are kept as the first writer recorded them', async () => {
      const [first, second] = [revision(FARES, ['1', '2'], 1), revision(FARES, ['2', '3'], 2)];
      await store().record([second, revision(PIER, ['1', '2'], 1)]);
      await store().record([first, revision(FARES, ['2', '3'], 9, 'Another.')]);
      expect(await store().of([FARES])).toEqual([first, second]);
      expect(await store().of([])).toEqual([]);
    });

    test('may be of many documents', async () => {
      const ids = [...Array(450).keys()].map((n) => `news/${n}` as DocumentId);
      await store().record(ids.map((id) => revision(id, ['1', '2'], 1)));
      expect(await store().of(ids)).toHaveLength(450);
    });

    test('of one document are the latest 200', async () => {
      const all = [...Array(203).keys()].map((n) => revision(FARES, [`${n}`, `${n + 1}`], n));
      await store().record(all.slice(0, 150));
      await store().record(all.slice(150));
      expect((await store().of([FARES])).map(({ before }) => before)).toEqual(
        all.slice(3).map(({ before }) => before),
      );
    });

    test('go with their document', async () => {
      await store().record([revision(FARES, ['1', '2'], 1), revision(PIER, ['1', '2'], 1)]);
      await store().dropGone(async (ids) => new Set(ids.filter((id) => id !== FARES)));
      expect((await store().of([FARES, PIER])).map(({ id }) => id)).toEqual([PIER]);
    });

    test('are pruned when they are old', async () => {
      await store().record([revision(FARES, ['1', '2'], 1), revision(FARES, ['2', '3'], 5)]);
      expect(await current().upkeep.prune(at(5))).toBe(1);
      expect((await store().of([FARES])).map(({ now }) => now)).toEqual(['3']);
    });
  });
}
