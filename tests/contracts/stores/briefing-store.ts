import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../src/core/library/documents/document.ts';
import type { BriefingKey, BriefingStore } from '../../../src/core/news/briefing-store.ts';
import { at, OTHERS } from '../store-samples.ts';

const KEY: BriefingKey = { platform: 'chat', workspace: 'W1', channel: 'C1', person: '', topic: 'ferry' };
const document = 'harbour/ferry' as DocumentId;
const shown = [{ document, sha256: 'a', start: 0, end: 9, publisher: null, terms: [1], facts: [2] }];
const BRIEFING = { at: at(1), pending: [{ id: document, sha256: 'b' }], shown };

/** What every BriefingStore does; `store` is an empty one in each test. */
export function briefingStoreContract(store: () => BriefingStore): void {
  describe('briefings', () => {
    test('are read as they were put', async () => {
      expect(await store().last(KEY)).toBeNull();
      await store().put(KEY, BRIEFING);
      expect(await store().last(KEY)).toEqual(BRIEFING);
    });

    test('are replaced by later ones, and never by earlier ones', async () => {
      await store().put(KEY, BRIEFING);
      await store().put(KEY, { ...BRIEFING, at: at(3), pending: [] });
      await store().put(KEY, { ...BRIEFING, at: at(2), shown: [] });
      expect(await store().last(KEY)).toEqual({ ...BRIEFING, at: at(3), pending: [] });
    });

    test.each([
      ...OTHERS.map(({ platform, workspace }) => ({ platform, workspace })),
      ...[{ channel: 'C2' }, { person: 'ada' }, { topic: '' }],
    ])('are nothing to %o', async (other) => {
      await store().put(KEY, BRIEFING);
      expect(await store().last({ ...KEY, ...other })).toBeNull();
    });
  });
}
