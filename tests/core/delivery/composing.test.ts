import { beforeEach, describe, expect, test } from 'vitest';
import { composeEdition } from '../../../src/core/delivery/composing.ts';
import type { Edition, EditionKey } from '../../../src/core/schedule/edition.ts';
import {
  CHANNEL,
  MESSAGE,
  MINUTE,
  NOW,
  openDelivery,
  type TestDelivery,
} from '../../fakes/delivery-ports.ts';

const DAY = 86_400_000; // milliseconds

let delivery: TestDelivery;

beforeEach(async () => {
  delivery = await openDelivery();
  await delivery.subscribe();
});

async function compose(key: EditionKey) {
  const edition = await delivery.edition(key);
  if (!edition) throw new Error('There is no such edition');
  return composeEdition(delivery.ports, edition);
}

async function changeDigest(change: object) {
  const [subscription] = await delivery.ports.subscriptions.list(CHANNEL);
  if (subscription) await delivery.ports.subscriptions.put({ ...subscription, ...change });
}

async function makeExtra(): Promise<EditionKey> {
  const key = { channel: CHANNEL, number: 1, slot: NOW.toISOString() };
  await delivery.ports.editions.add(key, NOW);
  return key;
}

describe('an edition', () => {
  test('is composed with its subscription', async () => {
    const asked: [Edition, number][] = [];
    delivery.compose = async (edition, { number }) => {
      asked.push([edition, number]);
      return MESSAGE;
    };
    const key = await delivery.makeDue('2026-11-24');
    expect(await compose(key)).toBe(MESSAGE);
    expect(asked).toMatchObject([[key, 1]]);
  });

  test('is skipped if its digest was removed', async () => {
    const key = await delivery.makeDue('2026-11-24');
    await delivery.ports.subscriptions.remove(key);
    expect(await compose(key)).toEqual({ kind: 'skipped', reason: 'the digest was removed' });
  });

  test('is skipped if its digest is paused, unless a person asked for it', async () => {
    const key = await delivery.makeDue('2026-11-24');
    await changeDigest({ paused: 'by hand' });
    expect(await compose(key)).toEqual({ kind: 'skipped', reason: 'the digest was paused' });
    expect(await compose(await makeExtra())).toBe(MESSAGE);
  });

  test('is skipped once it is more than 24 hours late, and not before', async () => {
    const key = await delivery.makeDue('2026-11-24');
    delivery.pass(DAY);
    expect(await compose(key)).toBe(MESSAGE);
    delivery.pass(1);
    expect(await compose(key)).toEqual({ kind: 'skipped', reason: 'more than 24 hours late' });
  });

  test('is skipped if a later one has come', async () => {
    const key = await delivery.makeDue('2026-11-23', new Date(NOW.valueOf() - 60 * MINUTE));
    const later = await delivery.makeDue('2026-11-24');
    expect(await compose(key)).toEqual({
      kind: 'skipped',
      reason: 'superseded by the edition of 2026-11-24',
    });
    expect(await compose(later)).toBe(MESSAGE);
  });

  test.each([
    ['not due yet', async () => delivery.makeDue('2026-11-24', new Date(NOW.valueOf() + MINUTE))],
    ['an extra one', makeExtra],
  ])('is not skipped for one that is %s', async (_, make) => {
    const key = await delivery.makeDue('2026-11-23', new Date(NOW.valueOf() - 60 * MINUTE));
    await make();
    expect(await compose(key)).toBe(MESSAGE);
  });

  test('is not skipped for a later one that was skipped itself', async () => {
    const key = await delivery.makeDue('2026-11-23', new Date(NOW.valueOf() - 60 * MINUTE));
    const later = await delivery.claim(await delivery.makeDue('2026-11-24'));
    await later.record({ state: 'skipped', reason: 'it was paused' });
    expect(await compose(key)).toBe(MESSAGE);
  });
});

describe('an edition that cannot be composed', () => {
  const failing = (pauses: boolean) => {
    delivery.compose = async () => ({ kind: 'failed', reason: 'there is no topic', pauses });
  };
  const pausedFor = async () => (await delivery.ports.subscriptions.list(CHANNEL))[0]?.paused;

  test('pauses its digest and notifies the owner if no later one can be', async () => {
    failing(true);
    expect(await compose(await delivery.makeDue('2026-11-24'))).toMatchObject({
      kind: 'failed',
      reason: 'there is no topic; the digest is paused',
    });
    expect(await pausedFor()).toBe('there is no topic');
    expect(delivery.poster.told).toEqual([
      { user: 'U1', text: 'Digest 1 (harbours) in chat:W1/C1: there is no topic. The digest is paused.' },
    ]);
  });

  test.each([
    ['keeps its other changes', { at: '09:00' }, { at: '09:00', paused: 'there is no topic' }],
    ['keeps its reason if it was paused', { paused: 'by hand' }, { paused: 'by hand' }],
  ])('pauses its digest, which was changed meanwhile, and %s', async (_, change, stored) => {
    delivery.compose = async () => {
      await changeDigest(change);
      return { kind: 'failed', reason: 'there is no topic', pauses: true };
    };
    await compose(await delivery.makeDue('2026-11-24'));
    expect((await delivery.ports.subscriptions.list(CHANNEL))[0]).toMatchObject(stored);
  });

  test('leaves its digest active if a later one may be', async () => {
    failing(false);
    expect(await compose(await delivery.makeDue('2026-11-24'))).toMatchObject({
      reason: 'there is no topic',
    });
    expect(await pausedFor()).toBeNull();
  });

  test('leaves the reason of a digest that is already paused', async () => {
    failing(true);
    await changeDigest({ paused: 'by hand' });
    expect(await compose(await makeExtra())).toMatchObject({ kind: 'failed', reason: 'there is no topic' });
    expect(await pausedFor()).toBe('by hand');
    expect(delivery.poster.told).toEqual([]);
  });
});
