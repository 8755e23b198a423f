import { describe, expect, test } from 'vitest';
import type { TopicStore } from '../../../src/core/library/topics/topic-store.ts';
import { ADA, at, OTHERS, TOM, TOPIC } from '../store-samples.ts';

/** What every TopicStore does; `store` is an empty one in each test. */
export function topicStoreContract(store: () => TopicStore): void {
  describe('topics', () => {
    test('are listed by name as they were put last', async () => {
      await store().put(ADA, { ...TOPIC, name: 'zoo' }, { user: 'ada', at: at(0) });
      await store().put(ADA, { ...TOPIC, title: 'Old' }, { user: 'ada', at: at(0) });
      await store().put(ADA, TOPIC, { user: 'tom', at: at(1) });
      expect(await store().list(TOM)).toEqual([TOPIC, { ...TOPIC, name: 'zoo' }]);
    });

    test('are gone when removed, which is said', async () => {
      await store().put(ADA, TOPIC, { user: 'ada', at: at(0) });
      expect(await store().remove(ADA, 'ferry')).toBe(true);
      expect(await store().remove(ADA, 'ferry')).toBe(false);
      expect(await store().list(ADA)).toEqual([]);
    });

    test.each(OTHERS)('are nothing to $platform:$workspace', async (other) => {
      await store().put(ADA, TOPIC, { user: 'ada', at: at(0) });
      expect(await store().list(other)).toEqual([]);
      expect(await store().remove(other, 'ferry')).toBe(false);
    });
  });
}
