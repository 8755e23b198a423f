import { describe, expect, test } from 'vitest';
import type { RecordedChange } from '../../../src/core/collecting/change-store.ts';
import type { DraftContent, KeptDraft } from '../../../src/core/collecting/draft-store.ts';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import type { Store } from '../../../src/stores/sql/store.ts';
import { ADA, at, OTHERS } from '../store-samples.ts';

const BY = { platform: ADA.platform, workspace: ADA.workspace, user: ADA.user };
const NEWS = 'news' as CollectionId;
const DOCUMENT: DraftContent = {
  ...{ kind: 'document', key: 'k', title: 'Fares 🚢', ending: '.pdf', note: { url: 'https://a.example/' } },
  bytes: Buffer.from([0, 255, 128, 10]),
};
const draft = (id: string, minute = 0, content: DraftContent = DOCUMENT): KeptDraft => ({
  ...{ id, by: BY, at: at(minute), content },
});
const change = (what: string, minute: number, collection = NEWS): RecordedChange => ({
  ...{ at: at(minute), by: BY, action: 'added', collection, what },
});

/** What every DraftStore and ChangeStore does; `current` is an empty store in each test. */
export function additionStoresContract(current: () => Pick<Store, 'drafts' | 'changes' | 'upkeep'>): void {
  describe('drafts', () => {
    test.each<DraftContent>([
      DOCUMENT,
      { kind: 'feed', address: 'https://a.example/feed' },
      { kind: 'page', address: 'https://a.example/fares' },
    ])('come back as they were: $kind', async (content) => {
      await current().drafts.put(draft('a', 0, content));
      expect(await current().drafts.find('a', BY)).toEqual(draft('a', 0, content));
    });

    test('are of one workspace, and go when they are removed', async () => {
      const { drafts } = current();
      await drafts.put(draft('a'));
      for (const other of OTHERS) expect(await drafts.find('a', other)).toBeNull();
      await drafts.remove('a');
      expect(await drafts.find('a', BY)).toBeNull();
    });

    test('wait for a day, and twenty at most', async () => {
      const { drafts } = current();
      for (let n = 0; n < 21; n++) await drafts.put(draft(`d${n}`, n));
      expect([await drafts.find('d0', BY), (await drafts.find('d1', BY))?.id]).toEqual([null, 'd1']);
      await drafts.put(draft('late', 24 * 60 + 10));
      expect([await drafts.find('d9', BY), (await drafts.find('d10', BY))?.id]).toEqual([null, 'd10']);
    });
  });

  describe('changes', () => {
    test('are listed by collection, the newest first', async () => {
      const { changes } = current();
      await changes.record(change('old', 1));
      await changes.record(change('hidden', 2, 'secret' as CollectionId));
      await changes.record(change('new', 3));
      expect(await changes.list({ collections: [NEWS], limit: 5 })).toEqual([
        change('new', 3),
        change('old', 1),
      ]);
      expect(await changes.list({ collections: [NEWS], limit: 1 })).toHaveLength(1);
      expect(await changes.list({ collections: [], limit: 5 })).toEqual([]);
    });

    test('lose the person whose data is erased, and go with a workspace that leaves', async () => {
      const { changes, drafts, upkeep } = current();
      await changes.record(change('it', 1));
      await drafts.put(draft('a'));
      await upkeep.forget(BY);
      const [found] = await changes.list({ collections: [NEWS], limit: 5 });
      expect([found?.by.user, await drafts.find('a', BY)]).toEqual(['', null]);
      await upkeep.leave(BY);
      expect(await changes.list({ collections: [NEWS], limit: 5 })).toEqual([]);
    });
  });
}
