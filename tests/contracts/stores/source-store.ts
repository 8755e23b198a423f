import { describe, expect, test } from 'vitest';
import type { NewSource, SeenItem, SourceState } from '../../../src/core/collecting/source.ts';
import type { SourceStore } from '../../../src/core/collecting/source-store.ts';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import type { Store } from '../../../src/stores/sql/store.ts';
import { ADA, at, OTHERS } from '../store-samples.ts';

const SOURCE: NewSource = {
  ...{ id: 'a1', collection: 'news' as CollectionId, url: 'https://example.org/feed', by: null },
  kind: 'feed',
  ...{ title: 'The “Gazette” 🚢', full: 'auto', keep: 30, every: 3_600_000 },
};
const BY_ADA = { platform: ADA.platform, workspace: ADA.workspace, user: ADA.user };
const NEW_STATE: SourceState = {
  ...{ address: SOURCE.url, etag: null, lastModified: null, feedTitle: null, interval: null },
  ...{ lookedAt: null, changedAt: null, failures: 0, failingSince: null, problem: null, next: at(0) },
};
const LEARNED: SourceState = {
  ...{
    address: 'https://example.org/new',
    etag: '"e"',
    lastModified: 'then',
    feedTitle: 'Gazette',
    interval: 900_000,
  },
  ...{
    lookedAt: at(5),
    changedAt: at(4),
    failures: 2,
    failingSince: at(3),
    problem: 'is gone',
    next: at(20),
  },
};
const ITEM: SeenItem = { key: 'k', file: 'news/collected/a.html', hash: 'h', attempts: 0, goneSince: null };

/** What every SourceStore does; `current` is an empty store in each test. */
export function sourceStoreContract(current: () => Pick<Store, 'sources' | 'upkeep'>): void {
  const store = (): SourceStore => current().sources;
  const claim = (minute: number, id?: string) =>
    store().claim({ now: at(minute), lease: at(minute + 10), ...(id !== undefined && { id }) });
  /** The source claimed at a minute, which must be free then. */
  const claimed = async (minute: number) => {
    const source = await claim(minute);
    if (source === null) throw new Error('There is nothing to claim.');
    return source;
  };

  describe('sources', () => {
    test('are due at once, with all that was said of them', async () => {
      await store().put(SOURCE, at(0));
      expect(await store().list()).toEqual([{ ...SOURCE, ...NEW_STATE, since: at(0) }]);
    });

    test('are listed by collection and address', async () => {
      const others = [
        { ...SOURCE, id: 'b', url: 'https://a.example/' },
        { ...SOURCE, id: 'c', collection: 'art' as CollectionId },
      ];
      for (const source of [SOURCE, ...others]) await store().put(source, at(0));
      expect((await store().list()).map(({ id }) => id)).toEqual(['c', 'b', 'a1']);
    });

    test('keep what is known when they are put again', async () => {
      await store().put(SOURCE, at(0));
      await store().record(await claimed(1), LEARNED);
      const again: NewSource = {
        ...SOURCE,
        title: null,
        full: 'no',
        keep: 'always',
        every: null,
        by: BY_ADA,
      };
      await store().put(again, at(9));
      expect(await store().list()).toEqual([{ ...again, ...LEARNED, since: at(0) }]);
    });

    test('are gone with their items when removed, which is said', async () => {
      await store().put(SOURCE, at(0));
      await store().see('a1', [ITEM]);
      expect([await store().remove('a1'), await store().remove('a1')]).toEqual([true, false]);
      expect([await store().list(), await store().items('a1')]).toEqual([[], []]);
    });
  });

  describe('a claim of a source', () => {
    test('is won by one of many that try at once', async () => {
      await store().put(SOURCE, at(0));
      const claims = await Promise.all(Array.from({ length: 10 }, () => claim(1)));
      expect(claims.filter((won) => won !== null)).toEqual([
        { ...SOURCE, ...NEW_STATE, since: at(0), fence: 1 },
      ]);
    });

    test('takes what is due longest, and leaves the rest', async () => {
      for (const id of ['a1', 'b', 'c']) await store().put({ ...SOURCE, id }, at(0));
      for (const [id, minute] of [
        ['a1', 30],
        ['b', 20],
        ['c', null],
      ] as const) {
        const source = await claim(1, id);
        if (source) await store().record(source, { ...LEARNED, next: minute === null ? null : at(minute) });
      }
      const order = [await claim(19), await claim(40), await claim(40), await claim(40)];
      expect(order.map((source) => source?.id)).toEqual([undefined, 'b', 'a1', undefined]);
    });

    test('may name one that is not due', async () => {
      await store().put(SOURCE, at(0));
      await store().record(await claimed(1), LEARNED);
      expect([await claim(6), (await claim(6, 'a1'))?.fence, await claim(7, 'a1')]).toEqual([null, 2, null]);
      expect(await claim(7, 'nothing')).toBeNull();
    });

    test('ends with its lease, and then records nothing', async () => {
      await store().put(SOURCE, at(0));
      const first = await claimed(1);
      expect(await claim(10)).toBeNull();
      const second = await claimed(11);
      expect(second.fence).toBe(2);
      expect([await store().record(first, LEARNED), await store().record(second, LEARNED)]).toEqual([
        false,
        true,
      ]);
    });

    test('is free where a lease lies too far ahead to be true', async () => {
      await store().put(SOURCE, at(0));
      await store().claim({ now: at(50), lease: at(59) });
      expect((await claim(2))?.fence).toBe(2);
    });
  });

  describe('items', () => {
    test('are recorded, and again', async () => {
      const other = { ...ITEM, key: 'a', file: null, attempts: 2, goneSince: at(3) };
      await store().see('a1', [ITEM, other]);
      await store().see('a1', [{ ...ITEM, hash: 'i' }]);
      expect(await store().items('a1')).toEqual([other, { ...ITEM, hash: 'i' }]);
      expect(await store().items('b')).toEqual([]);
    });
  });

  describe('what people added', () => {
    test('stays without their name when they are forgotten', async () => {
      await store().put({ ...SOURCE, by: BY_ADA }, at(0));
      await current().upkeep.forget(BY_ADA);
      expect((await store().list()).map(({ by }) => by)).toEqual([{ ...BY_ADA, user: '' }]);
    });

    test('goes with its workspace, and nothing else does', async () => {
      const sources = [
        SOURCE,
        { ...SOURCE, id: 'b', by: BY_ADA },
        { ...SOURCE, id: 'c', by: { ...BY_ADA, workspace: OTHERS[0]?.workspace ?? '' } },
      ];
      for (const source of sources) {
        await store().put(source, at(0));
        await store().see(source.id, [ITEM]);
      }
      await current().upkeep.leave(ADA);
      expect((await store().list()).map(({ id }) => id).sort()).toEqual(['a1', 'c']);
      expect([await store().items('b'), (await store().items('c')).length]).toEqual([[], 1]);
    });
  });
}
