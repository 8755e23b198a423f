import { describe, expect, test } from 'vitest';
import type { EditionKey, EditionProgress } from '../../src/core/schedule/edition.ts';
import {
  at,
  claimed,
  ELSEWHERE,
  HERE,
  keyOf,
  type Ledger,
  LONGEST,
  makeDue,
  PLATFORMS,
} from './ledger-samples.ts';

/** How every EditionStore lets editions be claimed; `current` is an empty ledger for each test. */
export function claimContract(current: () => Ledger): void {
  const claim = (key: EditionKey, minute: number) =>
    current().outbox.claim(key, { now: at(minute), lease: at(minute + 10), longest: LONGEST });
  const claimable = async (minute: number, platforms: readonly string[] = PLATFORMS, limit = 99) => {
    const options = { platforms, now: at(minute), longest: LONGEST, limit };
    return (await current().outbox.claimable(options)).map(({ slot }) => slot);
  };
  /** An edition claimed at minute 1, until 11, whose progress was recorded then. */
  const recorded = async (progress: EditionProgress) => {
    const edition = await claimed(current(), await makeDue(current(), 'a'));
    await current().outbox.record(edition, progress, at(1));
    return edition;
  };
  /** Whether the edition is listed as claimable at a minute, which must agree with claiming it. */
  const free = async (minute: number) => {
    const listed = (await claimable(minute)).length;
    const won = (await claim(keyOf('a'), minute)) !== null;
    expect(listed).toBe(won ? 1 : 0);
    return won;
  };

  describe('a claim', () => {
    test('of a due edition makes it claimed, with a lease and the next fence', async () => {
      const key = await makeDue(current(), 'a');
      const edition = await claim(key, 1);
      expect(edition).toMatchObject({ ...key, state: 'claimed', fence: 1, lease: at(11), at: at(1) });
      expect(await current().editions.get(key)).toEqual(edition);
    });

    test('is won by one of many that try at once', async () => {
      const key = await makeDue(current(), 'a');
      for (const [fence, minute] of [
        [1, 1],
        [2, 12],
      ] as const) {
        const claims = await Promise.all(Array.from({ length: 25 }, () => claim(key, minute)));
        expect(claims.filter((won) => won !== null)).toMatchObject([{ fence }]);
      }
    });

    test('of an edition that does not exist fails', async () => {
      expect(await claim(keyOf('a'), 1)).toBeNull();
    });

    test.each(ELSEWHERE)('leaves alone $platform:$workspace/$channel', async (channel) => {
      const key = await makeDue(current(), 'a');
      expect(await claim({ ...key, channel }, 1)).toBeNull();
      const there = await makeDue(current(), 'a', channel);
      await claimed(current(), key);
      expect(await current().editions.get(there)).toMatchObject({ state: 'due', fence: 0 });
      expect(await claim(there, 1)).toMatchObject({ channel, fence: 1 });
    });

    test.each(['intent', 'unknown'] as const)('keeps the state %s, and what is known', async (state) => {
      const progress = { state, intentAt: at(1), attempts: 1, reason: 'No answer.', retryAt: at(2) };
      const edition = await recorded(progress);
      const again = { ...edition, ...progress, fence: 2, lease: at(25), at: at(15) };
      expect(await claim(edition, 15)).toEqual(again);
    });
  });

  describe('an edition can be claimed', () => {
    test.each([
      ['due', { state: 'due', lease: null }, [1]],
      ['due and was tried', { state: 'due', retryAt: at(5) }, [4, 5]],
      ['claimed', { state: 'claimed' }, [10, 11]],
      ['intended', { state: 'intent' }, [10, 11]],
      ['intended, and to wait longer', { state: 'intent', retryAt: at(15) }, [14, 15]],
      ['unknown, and held', { state: 'unknown', retryAt: at(5) }, [10, 11]],
      ['unknown', { state: 'unknown', retryAt: at(5), lease: null }, [4, 5]],
    ] as const)('where it is %s, from a moment on', async (_, progress, minutes) => {
      await recorded(progress);
      const found = [];
      for (const minute of minutes) found.push(await free(minute));
      expect(found).toEqual(minutes.map((_, n) => n === minutes.length - 1));
    });

    test.each(['sent', 'failed', 'empty', 'skipped', 'unknown'] as const)(
      'never where it is %s for good',
      async (state) => {
        await recorded({ state, lease: null, retryAt: null });
        expect([await free(1), await free(1000)]).toEqual([false, false]);
      },
    );

    test.each([
      ['lease', { state: 'claimed', lease: at(62) }],
      ['lease of an intent', { state: 'intent', lease: at(62) }],
      ['lease of an unknown one', { state: 'unknown', lease: at(62), retryAt: at(1) }],
      ['retry', { state: 'due', lease: null, retryAt: at(62) }],
    ] as const)('where a %s lies too far ahead to be true', async (_, progress) => {
      await recorded(progress);
      expect([await free(2), await free(1)]).toEqual([false, true]);
    });

    test('in the order in which they are due, up to the limit, on these platforms', async () => {
      const channels = [HERE, ...ELSEWHERE];
      const slots = ['third', 'second', 'first', 'talk'];
      for (const [n, channel] of channels.entries())
        await makeDue(current(), slots[n] ?? '', channel, at(3 - n));
      expect(await claimable(5)).toEqual(['talk', 'first', 'second', 'third']);
      expect(await claimable(5, ['chat'])).toEqual(['first', 'second', 'third']);
      expect(await claimable(5, ['chat'], 2)).toEqual(['first', 'second']);
      expect(await claimable(5, [])).toEqual([]);
    });

    test('by the key in the list', async () => {
      const key = await makeDue(current(), 'a');
      const options = { platforms: PLATFORMS, now: at(1), longest: LONGEST, limit: 9 };
      expect(await current().outbox.claimable(options)).toEqual([key]);
    });
  });

  describe('the next claim', () => {
    const next = (platforms: readonly string[] = PLATFORMS) => current().outbox.nextClaim(platforms);

    test.each([
      ['due', { state: 'due', lease: null }, at(0)],
      ['due and was tried', { state: 'due', retryAt: at(5) }, at(5)],
      ['held', { state: 'claimed' }, at(11)],
      ['intended, and to wait longer', { state: 'intent', retryAt: at(15) }, at(15)],
      ['unknown, and held', { state: 'unknown', retryAt: at(5) }, at(11)],
      ['unknown', { state: 'unknown', retryAt: at(5), lease: null }, at(5)],
      ['unknown for good', { state: 'unknown', lease: null }, null],
      ['sent', { state: 'sent' }, null],
    ] as const)('of one that is %s', async (_, progress, when) => {
      await recorded(progress);
      expect(await next()).toEqual(when);
    });

    test('is the earliest, of these platforms', async () => {
      expect(await next()).toBeNull();
      await makeDue(current(), 'a', HERE, at(5));
      await makeDue(current(), 'b', { ...HERE, platform: 'talk' }, at(2));
      expect([await next(), await next(['chat']), await next([])]).toEqual([at(2), at(5), null]);
    });
  });

  describe('the end of all leases', () => {
    test('lets everything be claimed at once, and earlier holders still record', async () => {
      const held = await recorded({ state: 'intent' });
      await current().outbox.endLeases();
      expect(await current().outbox.record(held, { attempts: 2 }, at(2))).toBe(true);
      expect(await free(2)).toBe(true);
    });

    test('changes nothing about when to retry', async () => {
      await recorded({ state: 'intent', retryAt: at(5) });
      await current().outbox.endLeases();
      expect([await free(4), await free(5)]).toEqual([false, true]);
    });
  });
}
