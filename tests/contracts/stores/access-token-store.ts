import { describe, expect, test } from 'vitest';
import type { AccessToken, AccessTokenStore } from '../../../src/core/bot/access-token.ts';
import { at } from '../store-samples.ts';

const CHANNEL = { platform: 'chat', workspace: 'W1', channel: 'C1' };
const TOKEN: AccessToken = { name: 'desk', hash: 'a1', channel: CHANNEL, made: at(1), expires: at(9) };

/** What every AccessTokenStore does; `store` is an empty one in each test. */
export function accessTokenStoreContract(store: () => AccessTokenStore): void {
  describe('access tokens', () => {
    test('are found by their hash alone', async () => {
      expect(await store().add(TOKEN)).toBe(true);
      expect(await store().find('a1')).toEqual(TOKEN);
      expect([await store().find('a2'), await store().find('desk')]).toEqual([null, null]);
    });

    test('are listed by name', async () => {
      const other = { ...TOKEN, name: 'attic', hash: 'b2', expires: null };
      for (const token of [TOKEN, other]) await store().add(token);
      expect(await store().list()).toEqual([other, TOKEN]);
    });

    test('take no name and no hash twice', async () => {
      await store().add(TOKEN);
      expect(await store().add({ ...TOKEN, hash: 'c3' })).toBe(false);
      expect(await store().add({ ...TOKEN, name: 'other' })).toBe(false);
      expect(await store().list()).toEqual([TOKEN]);
    });

    test('open nothing once they are removed, which is said', async () => {
      await store().add(TOKEN);
      expect([await store().remove('desk'), await store().remove('desk')]).toEqual([true, false]);
      expect(await store().find('a1')).toBeNull();
    });
  });
}
