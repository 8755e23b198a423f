import { describe, expect, test } from 'vitest';
import type { Audience } from '../../src/core/library/audience.ts';
import type { Store } from '../../src/stores/sql/store.ts';
import { claimed, HERE, keyOf, makeDue, SUBSCRIPTION } from './ledger-samples.ts';
import { ADA, answer, at, OTHERS, SPOKEN, TOM, TOPIC } from './store-samples.ts';

const ELSEWHERE = { ...ADA, channel: 'C2' };

/** What every Upkeep does; `current` is an empty store for each test. */
export function upkeepContract(current: () => Store): void {
  describe('upkeep', () => {
    const fill = async (audience: Audience, id: string, minute: number) => {
      await current().conversations.set(audience, id, SPOKEN, at(minute));
      await current().answers.put(answer(id, { audience, conversation: id, at: at(minute) }));
      const said = { answer: id, rating: null, reason: null, text: 'x', at: at(minute) };
      await current().feedback.add({ audience, ...said });
    };
    const left = async (audience: Audience, id: string) => [
      (await current().conversations.get(audience, id)) !== null,
      (await current().answers.get(audience, id)) !== null,
      (await current().feedback.list(audience, 99)).some((one) => one.answer === id),
    ];
    const [ALL, NONE] = [
      [true, true, true],
      [false, false, false],
    ];

    test('can save as long as it is open, and leaves nothing behind', async () => {
      await current().upkeep.check();
      expect(await current().upkeep.prune(at(99))).toBe(0);
      await current().upkeep.close();
      await expect(current().upkeep.check()).rejects.toThrow();
    });

    test('prunes what is older than a moment', async () => {
      await fill(ADA, 'old', 1);
      await fill(ADA, 'new', 5);
      await current().events.claim(ADA, 'e', at(1));
      await current().starts.record('start', at(1));
      await current().topics.put(ADA, TOPIC, { user: 'ada', at: at(1) });
      expect(await current().upkeep.prune(at(5))).toBe(5);
      expect([await left(ADA, 'old'), await left(ADA, 'new')]).toEqual([NONE, ALL]);
      expect(await current().events.claim(ADA, 'e', at(9))).toBe(true);
      expect(await current().topics.list(ADA)).toEqual([TOPIC]);
    });

    test('forgets a person who spoke long ago in a conversation that went on', async () => {
      await current().conversations.set(ADA, 'c', SPOKEN, at(1));
      await current().conversations.set(TOM, 'c', SPOKEN, at(5));
      expect(await current().upkeep.prune(at(3))).toBe(0);
      expect(await current().upkeep.forget({ platform: 'chat', workspace: 'W1', user: 'ada' })).toBe(1);
      expect(await current().conversations.get(ADA, 'c')).toBeNull();
    });

    test('forgets a person, with the conversations in which they took part', async () => {
      await fill(ADA, 'a', 1);
      await fill(TOM, 't', 1);
      await fill(TOM, 'both', 1);
      await current().conversations.set(ADA, 'both', SPOKEN, at(2));
      await current().conversations.set(TOM, 'both', SPOKEN, at(3));
      expect(await current().upkeep.forget({ platform: 'chat', workspace: 'W1', user: 'ada' })).toBe(5);
      expect([await left(ADA, 'a'), await left(TOM, 't')]).toEqual([NONE, ALL]);
      expect(await left(TOM, 'both')).toEqual([false, false, true]);
    });

    test('takes away the tokens of a channel that is forgotten, and of a workspace that is left', async () => {
      const { accessTokens, upkeep } = current();
      const address = { platform: 'chat', workspace: 'W1', channel: 'C1' };
      const add = (name: string, channel: typeof address) =>
        accessTokens.add({ name, hash: name, channel, made: at(1), expires: null });
      await add('here', address);
      await add('beside', { ...address, channel: 'C2' });
      await add('elsewhere', { ...address, workspace: 'W2' });
      const names = async () => (await accessTokens.list()).map(({ name }) => name);
      await upkeep.forget(address);
      expect(await names()).toEqual(['beside', 'elsewhere']);
      await upkeep.leave(address);
      expect(await names()).toEqual(['elsewhere']);
    });

    test('prunes and forgets when people were briefed as it does what they were told', async () => {
      const key = { platform: 'chat', workspace: 'W1', channel: 'C1', person: '', topic: 'ferry' };
      const { briefings, upkeep } = current();
      const fill = async () => {
        for (const each of [key, { ...key, person: 'ada' }, { ...key, channel: 'C2' }])
          await briefings.put(each, { at: at(5), pending: [], shown: [] });
      };
      await fill();
      expect(await upkeep.forget({ platform: 'chat', workspace: 'W1', user: 'ada' })).toBe(1);
      expect(await upkeep.forget({ platform: 'chat', workspace: 'W1', channel: 'C2' })).toBe(1);
      expect(await upkeep.prune(at(5))).toBe(0);
      expect(await briefings.last(key)).not.toBeNull();
      expect(await upkeep.prune(at(6))).toBe(1);
      await fill();
      await upkeep.leave({ platform: 'chat', workspace: 'W1' });
      expect(await briefings.last(key)).toBeNull();
    });

    test('forgets a channel', async () => {
      await fill(ADA, 'a', 1);
      await fill(ELSEWHERE, 'b', 1);
      expect(await current().upkeep.forget({ platform: 'chat', workspace: 'W1', channel: 'C1' })).toBe(3);
      expect([await left(ADA, 'a'), await left(ELSEWHERE, 'b')]).toEqual([NONE, ALL]);
    });

    test('leaves nothing of a workspace that is left', async () => {
      await fill(ADA, 'a', 1);
      await fill(ELSEWHERE, 'b', 1);
      await current().topics.put(ADA, TOPIC, { user: 'ada', at: at(1) });
      await current().events.claim(ADA, 'welcome', at(1));
      for (const other of OTHERS) await fill(other, 'a', 1);
      await current().upkeep.leave(ADA);
      expect([await left(ADA, 'a'), await left(ELSEWHERE, 'b'), await current().topics.list(ADA)]).toEqual([
        ...[NONE, NONE],
        [],
      ]);
      expect(await current().events.claim(ADA, 'welcome', at(2))).toBe(true);
      for (const other of OTHERS) expect(await left(other, 'a')).toEqual(ALL);
    });

    test.each(OTHERS)('forgets nobody of the same name on $platform:$workspace', async (other) => {
      await fill(ADA, 'a', 1);
      await fill(other, 'a', 1);
      await current().upkeep.forget({ ...other });
      expect([await left(ADA, 'a'), await left(other, 'a')]).toEqual([ALL, NONE]);
    });

    const states = async (channel = HERE) =>
      (await current().editions.list(channel, { limit: 99 })).map(({ slot, state }) => `${slot} ${state}`);
    const subscribed = async (channel = HERE) => (await current().subscriptions.list(channel)).length;

    test('prunes editions that are done, by when that was', async () => {
      const done = ['sent', 'failed', 'empty', 'skipped', 'unknown', 'intent'] as const;
      for (const [n, state] of done.entries()) {
        const edition = await claimed(current(), await makeDue(current(), `${n}`));
        await current().outbox.record(edition, { state }, at(5));
      }
      const asked = await claimed(current(), await makeDue(current(), '6'));
      await current().outbox.record(asked, { state: 'unknown', retryAt: at(9) }, at(5));
      await makeDue(current(), '7');
      expect(await current().upkeep.prune(at(5))).toBe(0);
      expect(await current().upkeep.prune(at(6))).toBe(5);
      expect((await states()).sort()).toEqual(['5 intent', '6 unknown', '7 due']);
      expect(await subscribed()).toBe(1);
    });

    test('forgets the digests of a channel', async () => {
      const away = { ...HERE, channel: 'C2' };
      for (const channel of [HERE, away, ...OTHERS]) await makeDue(current(), 'a', channel);
      await current().subscriptions.add(SUBSCRIPTION);
      expect(await current().upkeep.forget(HERE)).toBe(3);
      expect([await subscribed(), await states()]).toEqual([0, []]);
      for (const { platform, workspace } of OTHERS) {
        expect(await subscribed({ ...HERE, platform, workspace })).toBe(1);
      }
      expect([await subscribed(away), await states(away)]).toEqual([1, ['a due']]);
    });

    test('forgets who ordered a digest, and keeps the order', async () => {
      for (const owner of ['ada', 'tom']) await current().subscriptions.add({ ...SUBSCRIPTION, owner });
      for (const { platform, workspace } of OTHERS) {
        await current().subscriptions.add({ ...SUBSCRIPTION, channel: { ...HERE, platform, workspace } });
      }
      expect(await current().upkeep.forget({ platform: 'chat', workspace: 'W1', user: 'ada' })).toBe(0);
      const all = await current().subscriptions.all({ platforms: ['chat', 'talk'] });
      expect(all.map(({ owner }) => owner)).toEqual(['', 'tom', 'ada', 'ada']);
    });

    test('forgets who had a digest sent to an address, which goes with their workspace', async () => {
      const channel = { platform: 'post', workspace: 'local', channel: 'desk@example.org' };
      const owners = ['chat:W1/ada', 'chat:W1/tom', 'chat:W12/ada', 'talk:W1/ada'];
      for (const owner of owners) await current().subscriptions.add({ ...SUBSCRIPTION, channel, owner });
      const left = async () => (await current().subscriptions.list(channel)).map(({ owner }) => owner);
      await current().upkeep.forget({ platform: 'chat', workspace: 'W1', user: 'ada' });
      expect(await left()).toEqual(['', ...owners.slice(1)]);
      await current().upkeep.leave({ platform: 'chat', workspace: 'W1' });
      expect(await left()).toEqual(['', ...owners.slice(2)]);
    });

    test('leaves no digests of a workspace that is left', async () => {
      const away = { ...HERE, channel: 'C2' };
      const other = { ...HERE, workspace: 'W2' };
      for (const channel of [HERE, away, other]) await makeDue(current(), 'a', channel);
      await current().upkeep.leave(HERE);
      expect([await subscribed(), await states(), await subscribed(away), await states(away)]).toEqual([
        ...[0, [], 0, []],
      ]);
      expect(await current().editions.get(keyOf('a', other))).toMatchObject({ state: 'due' });
      expect(await subscribed(other)).toBe(1);
    });
  });
}
