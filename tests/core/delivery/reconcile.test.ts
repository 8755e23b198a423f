import { beforeEach, describe, expect, test } from 'vitest';
import { reconcile } from '../../../src/core/delivery/reconcile.ts';
import type { Edition } from '../../../src/core/schedule/edition.ts';
import { MINUTE, NOW, openDelivery, type TestDelivery } from '../../fakes/delivery-ports.ts';

const HOUR = 60 * MINUTE;
const ago = (milliseconds: number) => new Date(NOW.valueOf() - milliseconds);
const inFuture = (milliseconds: number) => new Date(NOW.valueOf() + milliseconds);

let delivery: TestDelivery;

beforeEach(async () => {
  delivery = await openDelivery();
});

async function reconciled(known: Partial<Edition>) {
  const key = await delivery.makeDue('2026-11-24');
  return reconcile(delivery.ports, await delivery.claim(key, { attempts: 1, ...known }));
}

describe('an edition in doubt', () => {
  test('is searched for only once the platform has settled', async () => {
    expect(await reconciled({ intentAt: ago(20_000) })).toMatchObject({
      ...{ state: 'unknown', retryAt: inFuture(40_000), lease: null },
    });
    expect(delivery.poster.lookups).toEqual([]);
  });

  test('is sent again at once while the platform would discard it', async () => {
    delivery = await openDelivery({ deduplicatesFor: MINUTE });
    const edition = await reconciled({ intentAt: ago(59_999) });
    expect(edition).toMatchObject({ state: 'claimed', intentAt: ago(59_999) });
    expect(edition?.lease).not.toBeNull();
    expect(delivery.poster.lookups).toEqual([]);
  });

  test('is recorded as sent if it is found', async () => {
    delivery.poster.scriptLookup({ kind: 'sent', messageId: '42' });
    expect(await reconciled({ intentAt: ago(MINUTE) })).toMatchObject({ state: 'sent', messageId: '42' });
    expect(delivery.conversations).toEqual(['thread 42']);
  });

  test('is searched for again, half a settle time later, if it is not found once', async () => {
    expect(await reconciled({ intentAt: ago(MINUTE) })).toMatchObject({
      ...{ state: 'unknown', lookups: 1, retryAt: inFuture(MINUTE / 2), lease: null },
    });
  });

  test('is sent again if it is not found twice', async () => {
    const edition = await reconciled({ intentAt: ago(MINUTE), lookups: 1 });
    expect(edition).toMatchObject({ intentAt: null, lookups: 0 });
    expect(edition?.lease).not.toBeNull();
  });

  test('is searched for later if the channel cannot be searched now', async () => {
    delivery.poster.scriptLookup({ kind: 'cannot-search', detail: 'no answer', forGood: false });
    const edition = await reconciled({ intentAt: ago(MINUTE), attempts: 3 });
    expect(edition).toMatchObject({ state: 'unknown', retryAt: inFuture(4000 + MINUTE / 2), lookups: 0 });
  });

  test.each([
    ['the channel can never be searched', ago(MINUTE), true],
    ['nothing was found out for six hours', ago(6 * HOUR + 1), false],
  ])('stays unknown if %s', async (_, intentAt, forGood) => {
    delivery.poster.scriptLookup({ kind: 'cannot-search', detail: 'no scope', forGood });
    expect(await reconciled({ intentAt })).toMatchObject({
      ...{ state: 'unknown', retryAt: null, reason: 'no scope' },
    });
    expect(delivery.reports).toHaveLength(1);
  });

  test('counts from now if the clock was set back', async () => {
    expect(await reconciled({ intentAt: inFuture(HOUR) })).toMatchObject({
      ...{ state: 'unknown', intentAt: NOW, retryAt: inFuture(MINUTE) },
    });
  });
});
