import { describe, expect, test } from 'vitest';
import {
  at,
  ELSEWHERE,
  HERE,
  keyOf,
  type Ledger,
  makeDue,
  PLATFORMS,
  planOf,
  SUBSCRIPTION,
} from './ledger-samples.ts';

/** What every SubscriptionStore does; `current` is an empty ledger for each test. */
export function subscriptionContract(current: () => Ledger): void {
  const numbersHere = async () => (await current().subscriptions.list(HERE)).map(({ number }) => number);
  const add = (of: Partial<typeof SUBSCRIPTION> | object = {}) =>
    current().subscriptions.add({ ...SUBSCRIPTION, ...of });

  describe('subscriptions', () => {
    test('are listed by number as they were added', async () => {
      const first = await add();
      const paused = { topic: 'zoo', length: '3m', whenEmpty: 'note', days: [7], paused: 'The bot left.' };
      const second = await add({ ...paused, next: at(3) });
      expect(first).toEqual({ ...SUBSCRIPTION, number: 1 });
      expect(second).toMatchObject({ ...paused, number: 2 });
      expect(await current().subscriptions.list(HERE)).toEqual([first, second]);
    });

    test('are replaced whole, and not created by that', async () => {
      const one = await add();
      const filing = { tags: ['primary', 'eu treaties'], grade: 'B2' };
      const other = { ...one, topic: 'zoo', days: [6, 7], since: at(5), paused: 'No more.', filing } as const;
      expect(await current().subscriptions.put(other)).toBe(true);
      expect(await current().subscriptions.put({ ...other, number: 2 })).toBe(false);
      expect(await current().subscriptions.list(HERE)).toEqual([other]);
    });

    test('are removed, and whether there was one is returned', async () => {
      const one = await add();
      expect(await current().subscriptions.remove(one)).toBe(true);
      expect(await current().subscriptions.remove(one)).toBe(false);
      expect(await numbersHere()).toEqual([]);
    });

    test.each(ELSEWHERE)('do not concern $platform:$workspace/$channel', async (channel) => {
      const here = await add();
      const there = { ...here, channel, topic: 'zoo' };
      expect(await current().subscriptions.list(channel)).toEqual([]);
      expect(await current().subscriptions.put(there)).toBe(false);
      expect(await current().subscriptions.remove(there)).toBe(false);
      expect(await add({ channel, topic: 'zoo' })).toEqual(there);
      expect(await current().subscriptions.remove(there)).toBe(true);
      expect(await current().subscriptions.list(HERE)).toEqual([here]);
    });

    test('of all channels are listed by platform, workspace and channel as they are written', async () => {
      for (const channel of ['a', 'B', 'é', 'A']) await add({ channel: { ...HERE, channel } });
      for (const channel of ELSEWHERE) await add({ channel });
      const all = async (of: Parameters<Ledger['subscriptions']['all']>[0]) =>
        (await current().subscriptions.all(of)).map(({ channel }) => Object.values(channel).join(' '));
      const names = ['A', 'B', 'C2', 'a', 'é'].map((name) => `chat W1 ${name}`);
      expect(await all({ platforms: PLATFORMS })).toEqual([...names, 'chat W2 C1', 'talk W1 C1']);
      expect(await all({ platforms: ['talk'] })).toEqual(['talk W1 C1']);
      expect(await all({ platforms: ['chat'], workspace: 'W2' })).toEqual(['chat W2 C1']);
      expect(await all({ platforms: [] })).toEqual([]);
    });
  });

  describe('alerts', () => {
    const QUIET = { alert: { quiet: { from: '22:00', until: '07:00' } } };

    test('are kept with their quiet hours, and are never planned as digests', async () => {
      await add();
      const [quiet, always] = [await add(QUIET), await add({ alert: { quiet: null } })];
      await add({ ...QUIET, paused: 'No more.' });
      await add({ ...QUIET, channel: { ...HERE, platform: 'other' } });
      expect(await current().subscriptions.alerts(PLATFORMS)).toEqual([quiet, always]);
      const planned = await current().subscriptions.toPlan(PLATFORMS, at(10), 9);
      expect(planned.map(({ number }) => number)).toEqual([1]);
    });

    test('are planned once, however many have looked at the same ledger', async () => {
      const subscription = await add(QUIET);
      const { outbox, editions, subscriptions } = current();
      const planAt = (slot: string, minute: number, next = subscription.next) =>
        outbox.plan(
          [{ subscription: { ...subscription, next }, plan: planOf(slot, { next: at(minute) }) }],
          at(minute),
        );
      await Promise.all([planAt('a', 1), planAt('b', 1), planAt('c', 1)]);
      expect(await editions.list(HERE, { limit: 9 })).toHaveLength(1);
      const [seen] = await subscriptions.alerts(PLATFORMS);
      await planAt('d', 12, seen?.next);
      await planAt('e', 13, seen?.next);
      expect((await editions.list(HERE, { limit: 9 })).map(({ slot }) => slot)).toContain('d');
      expect(await editions.list(HERE, { limit: 9 })).toHaveLength(2);
    });
  });

  describe('numbers of subscriptions', () => {
    test('are one more than any known there', async () => {
      for (const _ of [1, 2]) await add();
      await current().subscriptions.remove(keyOf('', HERE, 1));
      await add();
      expect(await numbersHere()).toEqual([2, 3]);
    });

    test('are not reused while editions have them', async () => {
      await add();
      const extra = keyOf('2026-11-24T08:00:00.000Z', HERE, 1);
      expect(await current().editions.add(extra, at(0))).toBe(true);
      await current().subscriptions.remove(extra);
      expect((await add()).number).toBe(2);
    });

    test('differ though many are added at once', async () => {
      await Promise.all(Array.from({ length: 12 }, () => add()));
      expect(await numbersHere()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    });
  });

  describe('subscriptions to be planned', () => {
    const planned = async (now = at(10), platforms: readonly string[] = PLATFORMS, limit = 9) =>
      (await current().subscriptions.toPlan(platforms, now, limit)).map(({ topic }) => topic);

    test('have no next slot, or one that has come, the earliest first', async () => {
      await add({ topic: 'later', next: at(11) });
      await add({ topic: 'just', next: at(10) });
      await add({ topic: 'before', next: at(1) });
      await add({ topic: 'new' });
      expect(await planned()).toEqual(['new', 'before', 'just']);
      expect(await planned(at(10), PLATFORMS, 2)).toEqual(['new', 'before']);
    });

    test('are whole', async () => {
      const one = await add();
      expect(await current().subscriptions.toPlan(PLATFORMS, at(10), 9)).toEqual([one]);
    });

    test('are active, and of the platforms given', async () => {
      await add({ topic: 'paused', paused: 'No more.' });
      await add({ topic: 'talk', channel: { ...HERE, platform: 'talk' } });
      await add({ topic: 'chat' });
      expect([await planned(at(10), ['chat']), await planned(at(10), [])]).toEqual([['chat'], []]);
    });

    test('are not those that were planned, until their next slot', async () => {
      await makeDue(current(), 'a');
      expect(await planned(at(59))).toEqual([]);
      expect(await planned(at(60))).toHaveLength(1);
    });

    test('are those that were planned when the clock was ahead', async () => {
      const subscription = await add();
      await current().outbox.plan([{ subscription, plan: planOf('a', { next: at(600) }) }], at(300));
      expect([await planned(at(300)), await planned(at(299))]).toEqual([[], [SUBSCRIPTION.topic]]);
    });
  });
}
