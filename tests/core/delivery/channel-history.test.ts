import { beforeEach, describe, expect, test } from 'vitest';
import { channelHistory } from '../../../src/core/delivery/channel-history.ts';
import { comingSlots } from '../../../src/core/delivery/coming-slots.ts';
import type { EditionProgress } from '../../../src/core/schedule/edition.ts';
import { CHANNEL, NOW, openDelivery, type TestDelivery } from '../../fakes/delivery-ports.ts';
import { createSubscription } from '../../fakes/subscriptions.ts';

const OWN = createSubscription({ channel: CHANNEL, number: 1 });
const day = (date: number) => new Date(`2026-11-${date}T08:00:00Z`);

let delivery: TestDelivery;

beforeEach(async () => {
  delivery = await openDelivery();
  for (const _ of [1, 2]) await delivery.subscribe();
});

/** Records an edition of a day as done. */
async function done(date: number, progress: EditionProgress, number = 1, slot = `2026-11-${date}`) {
  const { outbox, subscriptions } = delivery.ports;
  const subscription = (await subscriptions.list(CHANNEL))[number - 1] ?? OWN;
  const plan = { due: [{ slot, due: day(date) }], skipped: [], next: day(30) };
  await outbox.plan([{ subscription, plan }], NOW);
  const claimed = await delivery.claim({ channel: CHANNEL, number, slot });
  await claimed.record(progress);
}

const history = () => channelHistory(delivery.ports.editions, OWN, NOW);

describe('what the ledger says of a digest', () => {
  test('is nothing before its first edition', async () => {
    expect(await history()).toEqual({ since: null, lastSent: null, doubtful: [], editions: [] });
  });

  test('is up to when it has covered new material, posted or not, and when it last was', async () => {
    await done(20, { state: 'sent', covered: day(20) });
    await done(21, { state: 'empty', covered: day(21) });
    await done(22, { state: 'failed', covered: day(22) });
    expect(await history()).toMatchObject({ since: day(21), lastSent: day(20) });
  });

  test('leaves out extra editions and other digests, which cover no time for it', async () => {
    await done(20, { state: 'sent', covered: day(20) });
    await done(21, { state: 'sent', covered: day(21) }, 1, '2026-11-21T08:00:00.000Z');
    await done(22, { state: 'sent', covered: day(22) }, 2);
    const { since, lastSent, editions } = await history();
    expect([since, lastSent]).toEqual([day(20), day(20)]);
    expect(editions.map(({ slot, number }) => `${slot} ${number}`)).toEqual([
      '2026-11-22 2',
      '2026-11-21T08:00:00.000Z 1',
      '2026-11-20 1',
    ]);
  });

  test('leaves out what a clock that was ahead has covered', async () => {
    await done(20, { state: 'sent', covered: day(20) });
    await done(21, { state: 'sent', covered: day(29) });
    expect((await history()).since).toEqual(day(20));
  });

  test('names the days on which it may not have arrived, since it last did', async () => {
    await done(19, { state: 'unknown', retryAt: null });
    await done(20, { state: 'sent', covered: day(20) });
    await done(21, { state: 'unknown', retryAt: null });
    await done(22, { state: 'unknown', retryAt: day(25) });
    await done(23, { state: 'unknown', retryAt: null }, 2);
    expect((await history()).doubtful).toEqual(['2026-11-21']);
  });
});

describe('the coming slots', () => {
  const coming = async (given: Partial<typeof OWN> = {}) =>
    (await comingSlots(delivery.ports.editions, { ...OWN, ...given }, { after: NOW, count: 2 })).map(
      ({ slot }) => slot,
    );

  test('are the next days', async () => {
    expect(await coming()).toEqual(['2026-11-25', '2026-11-26']);
  });

  test('leave out a day that has had its edition at an earlier hour', async () => {
    await done(24, { state: 'sent', covered: NOW });
    expect(await coming({ at: '09:00' })).toEqual(['2026-11-25', '2026-11-26']);
  });

  test('keep a day whose edition was skipped', async () => {
    await done(24, { state: 'skipped', reason: 'it was paused' });
    expect(await coming({ at: '09:00' })).toEqual(['2026-11-24', '2026-11-25']);
  });
});
