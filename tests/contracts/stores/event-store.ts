import { describe, expect, test } from 'vitest';
import type { EventStore } from '../../../src/core/bot/event-store.ts';
import { ADA, at, OTHERS } from '../store-samples.ts';

/** What every EventStore does; `store` is an empty one in each test. */
export function eventStoreContract(store: () => EventStore): void {
  describe('events', () => {
    test('are claimed once', async () => {
      const claims = await Promise.all([0, 1, 2].map((n) => store().claim(ADA, 'e', at(n))));
      expect(claims.filter((won) => won)).toHaveLength(1);
      expect(await store().claim(ADA, 'e', at(9))).toBe(false);
      expect(await store().claim(ADA, 'f', at(9))).toBe(true);
    });

    test.each(OTHERS)('are other events on $platform:$workspace', async (other) => {
      expect(await store().claim(ADA, 'e', at(0))).toBe(true);
      expect(await store().claim(other, 'e', at(0))).toBe(true);
    });
  });
}
