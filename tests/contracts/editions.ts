import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../src/core/library/documents/document.ts';
import type { EditionProgress, EditionState } from '../../src/core/schedule/edition.ts';
import type { Plan } from '../../src/core/schedule/plan-editions.ts';
import {
  at,
  claimed,
  ELSEWHERE,
  HERE,
  keyOf,
  type Ledger,
  makeDue,
  PLATFORMS,
  planOf,
  SUBSCRIPTION,
} from './ledger-samples.ts';

const CONTENT = {
  documents: [{ id: 'd' as DocumentId, sha256: 'f00' }],
  shown: [
    ...[{ document: 'd' as DocumentId, sha256: 'f00', start: 3, end: 9, publisher: '“Æ” 🚢' }].map(
      (place) => ({ ...place, terms: [1, 2], facts: [4_294_967_295] }),
    ),
  ],
};

const UNCLAIMED = {
  ...{ reason: null, fence: 0, lease: null, retryAt: null, intentAt: null, lookups: 0, attempts: 0 },
  ...{ messageId: null, covered: null, content: null },
};

/** What every EditionStore does; `current` is an empty ledger for each test. */
export function editionContract(current: () => Ledger): void {
  const slots = async (options: { number?: number; states?: readonly EditionState[]; limit?: number } = {}) =>
    (await current().editions.list(HERE, { limit: 99, ...options })).map(({ slot }) => slot);

  describe('a plan', () => {
    const plan = async (of: Partial<Plan>, now = at(0)) => {
      const [subscription = await current().subscriptions.add(SUBSCRIPTION)] =
        await current().subscriptions.list(HERE);
      await current().outbox.plan([{ subscription, plan: planOf('a', of) }], now);
    };
    const get = (slot: string) => current().editions.get(keyOf(slot));
    const skipped = (slot: string, late: boolean) => [{ slot, due: at(1), late, reason: 'Too late.' }];

    test('makes editions due and stores those skipped, and the next slot', async () => {
      await plan({ skipped: skipped('b', true) }, at(2));
      const made = { channel: HERE, number: 1, ...UNCLAIMED, at: at(2) };
      expect(await get('a')).toEqual({ ...made, slot: 'a', due: at(0), state: 'due' });
      const late = { slot: 'b', due: at(1), state: 'skipped', reason: 'Too late.' };
      expect(await get('b')).toEqual({ ...made, ...late });
      expect((await current().subscriptions.list(HERE))[0]?.next).toEqual(at(60));
    });

    test('changes nothing when it is stored again', async () => {
      await plan({});
      const edition = await claimed(current(), keyOf('a'));
      await plan({ skipped: skipped('a', true) }, at(5));
      expect(await get('a')).toEqual(edition);
    });

    test('makes due again what was skipped as late, and nothing else', async () => {
      await plan({ due: [], skipped: [...skipped('a', true), ...skipped('b', false)] });
      const both = ['a', 'b'].map((slot) => ({ slot, due: at(0) }));
      await plan({ due: both }, at(5));
      expect(await get('a')).toMatchObject({ ...UNCLAIMED, state: 'due', due: at(0), at: at(5) });
      expect(await get('b')).toMatchObject({ state: 'skipped', reason: 'Too late.' });
    });

    test('leaves alone what was due again and is done', async () => {
      await plan({ due: [], skipped: skipped('a', true) });
      await plan({});
      await current().outbox.record(await claimed(current(), keyOf('a')), { state: 'skipped' }, at(2));
      await plan({}, at(5));
      expect((await get('a'))?.state).toBe('skipped');
    });

    test.each([
      ['changed since', { since: at(1) }],
      ['paused', { paused: 'No more.' }],
    ])('of a subscription that was %s has no effect', async (_, change) => {
      const subscription = await current().subscriptions.add(SUBSCRIPTION);
      await current().subscriptions.put({ ...subscription, ...change });
      await current().outbox.plan([{ subscription, plan: planOf('a') }], at(0));
      expect([await get('a'), (await current().subscriptions.list(HERE))[0]?.next]).toEqual([null, null]);
    });

    test('of a removed subscription has no effect; others stored with it do', async () => {
      const gone = await current().subscriptions.add(SUBSCRIPTION);
      const there = await current().subscriptions.add(SUBSCRIPTION);
      await current().subscriptions.remove(gone);
      const plans = [gone, there].map((subscription) => ({ subscription, plan: planOf('a') }));
      await current().outbox.plan(plans, at(0));
      expect([await get('a'), (await current().editions.get(keyOf('a', HERE, 2)))?.state]).toEqual([
        null,
        'due',
      ]);
    });

    test('is stored whole or not at all', async () => {
      const due = [
        { slot: 'a', due: at(0) },
        { slot: null as never, due: at(0) },
      ];
      await expect(plan({ due })).rejects.toThrow();
      expect([await get('a'), (await current().subscriptions.list(HERE))[0]?.next]).toEqual([null, null]);
    });

    test('can be stored by many processes at once', async () => {
      const all = await Promise.all(
        [HERE, ...ELSEWHERE].map((channel) => current().subscriptions.add({ ...SUBSCRIPTION, channel })),
      );
      const plans = all.map((subscription) => ({ subscription, plan: planOf('a') }));
      const orders = [plans, plans.toReversed(), plans, plans.toReversed()];
      await Promise.all(orders.map((each) => current().outbox.plan(each, at(0))));
      expect(await current().editions.count({ platforms: PLATFORMS, dueBefore: at(1) })).toEqual({
        ...{ late: 4, unknown: 0 },
      });
    });
  });

  describe('an extra edition', () => {
    test('is due now, once', async () => {
      const extra = keyOf('2026-11-24T08:05:00.000Z');
      expect(await current().editions.add(extra, at(5))).toBe(true);
      expect(await current().editions.add(extra, at(6))).toBe(false);
      const noted = { ...extra, ...UNCLAIMED, state: 'due', due: at(5), at: at(5) };
      expect(await current().editions.get(extra)).toEqual(noted);
    });
  });

  describe('the progress of an edition', () => {
    test('is recorded part by part', async () => {
      const edition = await claimed(current(), await makeDue(current(), 'a'));
      const intent = {
        state: 'intent',
        intentAt: at(2),
        covered: at(1),
        attempts: 1,
        content: CONTENT,
      } as const;
      expect(await current().outbox.record(edition, intent, at(2))).toBe(true);
      expect(await current().editions.get(edition)).toEqual({ ...edition, ...intent, at: at(2) });
      const unknown = { state: 'unknown', reason: 'No “answer”.', retryAt: at(9), lookups: 2 } as const;
      await current().outbox.record(
        edition,
        { ...unknown, lease: null, messageId: '12.5', content: null },
        at(3),
      );
      expect(await current().editions.get(edition)).toEqual({
        ...{ ...edition, ...intent, ...unknown, at: at(3) },
        ...{ lease: null, messageId: '12.5', content: null },
      });
    });

    test('is refused from the holder of an earlier claim', async () => {
      const before = await claimed(current(), await makeDue(current(), 'a'), 1);
      const now = await claimed(current(), before, 20);
      expect(await current().outbox.record(before, { state: 'sent', messageId: 'x' }, at(21))).toBe(false);
      expect(await current().editions.get(before)).toEqual(now);
      expect(await current().outbox.record(now, { state: 'sent', messageId: 'y' }, at(22))).toBe(true);
      expect(await current().outbox.record(before, { state: 'failed' }, at(23))).toBe(false);
      expect(await current().editions.get(now)).toMatchObject({ state: 'sent', messageId: 'y', fence: 2 });
    });

    test('is not recorded for an edition that does not exist', async () => {
      const edition = await claimed(current(), await makeDue(current(), 'a'));
      const away = { ...edition, slot: 'b' };
      expect(await current().outbox.record(away, { state: 'sent' }, at(2))).toBe(false);
      expect(await current().editions.get(away)).toBeNull();
    });

    test.each(ELSEWHERE)('does not concern $platform:$workspace/$channel', async (channel) => {
      const edition = await claimed(current(), await makeDue(current(), 'a'));
      const there = { ...edition, channel };
      expect(await current().editions.get(there)).toBeNull();
      expect(await current().outbox.record(there, { state: 'sent' }, at(2))).toBe(false);
      expect(await current().editions.list(channel, { limit: 9 })).toEqual([]);
      await makeDue(current(), 'a', channel);
      await claimed(current(), keyOf('a', channel));
      expect(await current().outbox.record(there, { state: 'sent' }, at(3))).toBe(true);
      expect(await current().editions.get(edition)).toEqual(edition);
    });
  });

  describe('the editions of a channel', () => {
    const extra = (slot: string, number: number, minute: number) =>
      current().editions.add(keyOf(slot, HERE, number), at(minute));

    test('are listed with the latest due first', async () => {
      for (const [slot, number, minute] of [
        ['a', 1, 1],
        ['c', 2, 3],
        ['b', 1, 2],
      ] as const)
        await extra(slot, number, minute);
      expect(await slots()).toEqual(['c', 'b', 'a']);
      expect(await slots({ limit: 2 })).toEqual(['c', 'b']);
    });

    test('are listed of one subscription, and in some states', async () => {
      for (const [slot, number, minute] of [
        ['a', 1, 1],
        ['b', 2, 2],
        ['c', 1, 3],
      ] as const)
        await extra(slot, number, minute);
      await current().outbox.record(await claimed(current(), keyOf('a'), 4), { state: 'sent' }, at(5));
      expect(await slots({ number: 1 })).toEqual(['c', 'a']);
      expect(await slots({ states: ['sent', 'unknown'] })).toEqual(['a']);
      expect(await slots({ number: 2, states: ['sent'] })).toEqual([]);
      expect(await slots({ states: [] })).toEqual([]);
    });
  });

  describe('a count of editions', () => {
    test('covers those late and those unknown, of a workspace or of all', async () => {
      const states: readonly EditionProgress[] = [
        ...([{ state: 'sent' }, { state: 'failed' }, { state: 'unknown' }, { state: 'intent' }] as const),
        ...([{ state: 'unknown', retryAt: at(50) }, { state: 'empty' }, { state: 'skipped' }] as const),
      ];
      for (const [n, state] of states.entries())
        await current().outbox.record(
          await claimed(current(), await makeDue(current(), `${n}`)),
          state,
          at(2),
        );
      await makeDue(current(), 'due', HERE, at(3));
      await makeDue(current(), 'fresh', HERE, at(4));
      for (const channel of ELSEWHERE) await makeDue(current(), 'a', channel);
      const count = (of: { platforms: readonly string[]; workspace?: string }) =>
        current().editions.count({ ...of, dueBefore: at(4) });
      expect(await count({ platforms: ['chat'], workspace: 'W1' })).toEqual({ late: 3, unknown: 2 });
      expect(await count({ platforms: PLATFORMS })).toEqual({ late: 5, unknown: 2 });
      expect(await count({ platforms: ['talk'] })).toEqual({ late: 1, unknown: 0 });
      expect(await count({ platforms: [] })).toEqual({ late: 0, unknown: 0 });
    });
  });
}
