import { expect, test } from 'vitest';
import type { StartStore } from '../../../src/core/bot/start-store.ts';
import { at } from '../store-samples.ts';

/** What every StartStore does; `store` is an empty one in each test. */
export function startStoreContract(store: () => StartStore): void {
  test('counts starts since a moment', async () => {
    await store().record('start', at(1));
    await store().record('start', at(1));
    await store().record('start', at(3));
    await store().record('other', at(3));
    const count = (minute: number) => store().count('start', at(minute));
    expect([await count(1), await count(2), await count(4)]).toEqual([3, 1, 0]);
  });
}
