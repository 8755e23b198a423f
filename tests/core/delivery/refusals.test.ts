import { beforeEach, describe, expect, test } from 'vitest';
import { recordRefusal } from '../../../src/core/delivery/refusals.ts';
import { CHANNEL, openDelivery, type TestDelivery } from '../../fakes/delivery-ports.ts';

let delivery: TestDelivery;

beforeEach(async () => {
  delivery = await openDelivery();
});

async function refuse(slot: string, why: 'gone' | 'closed' | 'invalid') {
  const claimed = await delivery.claim(await delivery.makeDue(slot));
  return recordRefusal(delivery.ports, claimed, { kind: 'refused', why, detail: 'it said no.' });
}

const pausedFor = async () => (await delivery.ports.subscriptions.list(CHANNEL))[0]?.paused;

test('a channel that no longer exists pauses the digest at once and its owner is notified', async () => {
  expect(await refuse('2026-11-24', 'gone')).toMatchObject({
    ...{ state: 'failed', reason: 'the channel no longer exists (it said no)', retryAt: null },
  });
  expect(await pausedFor()).toBe('the channel no longer exists');
  expect(delivery.poster.told.map(({ user, text }) => `${user}: ${text}`)).toEqual([
    'U1: Digest 1 (harbours) in chat:W1/C1: the channel no longer exists (it said no). The digest is paused; resume it with /digest resume 1 in the channel.',
  ]);
});

test('a closed channel pauses the digest after three editions in a row', async () => {
  await refuse('2026-11-24', 'closed');
  expect(delivery.poster.told[0]?.text).toContain(
    'To get the next edition, invite Dossier again or allow it to post there.',
  );
  await refuse('2026-11-25', 'closed');
  expect(await pausedFor()).toBeNull();
  await refuse('2026-11-26', 'closed');
  expect(await pausedFor()).toBe('Dossier cannot post in the channel');
  expect(delivery.poster.told).toHaveLength(3);
});

test('another outcome in between starts the count anew', async () => {
  await refuse('2026-11-24', 'closed');
  await refuse('2026-11-25', 'closed');
  const sent = await delivery.claim(await delivery.makeDue('2026-11-26'));
  await sent.record({ state: 'sent' });
  await refuse('2026-11-27', 'closed');
  expect(await pausedFor()).toBeNull();
});

describe('the operator hears of it', () => {
  test('if the platform rejects the message, and the digest stays active', async () => {
    expect((await refuse('2026-11-24', 'invalid'))?.reason).toBe(
      'the platform rejected the message (it said no)',
    );
    expect(delivery.reports).toEqual(['Could not post a digest to chat:W1/C1: it said no.']);
    expect([await pausedFor(), delivery.poster.told]).toEqual([null, []]);
  });

  test('with what lies behind a message that is invalid', async () => {
    const reports: Error[] = [];
    const claimed = await delivery.claim(await delivery.makeDue('2026-11-24'));
    const cause = new TypeError('it has no lines');
    await recordRefusal({ ...delivery.ports, report: (error) => reports.push(error) }, claimed, {
      ...{ kind: 'refused', why: 'invalid', detail: 'Could not render the message.', cause },
    });
    expect(reports.map((error) => error.cause)).toEqual([cause]);
  });

  test('if the owner cannot be told', async () => {
    delivery.poster.telling = false;
    await refuse('2026-11-24', 'gone');
    expect(delivery.reports[0]).toContain('the channel no longer exists');
  });

  test('if nobody is known to be the owner', async () => {
    await delivery.subscribe({ owner: '' });
    await refuse('2026-11-24', 'gone');
    expect([delivery.reports.length, delivery.poster.told]).toEqual([1, []]);
  });
});

test('a digest that was removed or paused meanwhile is left alone', async () => {
  await delivery.subscribe({ paused: 'by hand' });
  const claimed = await delivery.claim(await addExtra());
  await recordRefusal(delivery.ports, claimed, { kind: 'refused', why: 'gone', detail: 'no' });
  expect(await pausedFor()).toBe('by hand');
  expect([delivery.reports, delivery.poster.told]).toEqual([[], []]);
});

async function addExtra() {
  const key = { channel: CHANNEL, number: 1, slot: delivery.ports.now().toISOString() };
  await delivery.ports.editions.add(key, delivery.ports.now());
  return key;
}
