import { beforeEach, expect, test } from 'vitest';
import { planAll, planDue } from '../../../src/core/delivery/planning.ts';
import { CHANNEL, NOW, openDelivery, type TestDelivery } from '../../fakes/delivery-ports.ts';

const PLATFORMS = [CHANNEL.platform];

let delivery: TestDelivery;

beforeEach(async () => {
  delivery = await openDelivery();
});

const slots = async (channel = CHANNEL) =>
  (await delivery.ports.editions.list(channel, { limit: 99 })).map(({ slot, state }) => `${slot} ${state}`);

test('what is due by now is stored, and of the platforms named only', async () => {
  await delivery.subscribe({ since: new Date('2026-11-23T12:00:00Z') });
  await delivery.subscribe({ channel: { ...CHANNEL, platform: 'talk' } });
  await planDue(delivery.ports, PLATFORMS);
  expect(await slots()).toEqual(['2026-11-24 due']);
  expect(await slots({ ...CHANNEL, platform: 'talk' })).toEqual([]);
});

test('more digests than are planned at once are all planned', async () => {
  for (let nth = 0; nth < 101; nth++) await delivery.subscribe({ since: new Date('2026-11-23T12:00:00Z') });
  await planDue(delivery.ports, PLATFORMS);
  expect(await delivery.ports.subscriptions.toPlan(PLATFORMS, NOW, 999)).toEqual([]);
  const found = await delivery.ports.editions.list(CHANNEL, { limit: 999 });
  expect(found).toHaveLength(101);
});

test('all active digests are planned at the start, whenever they come next', async () => {
  await delivery.subscribe({
    since: new Date('2026-11-23T12:00:00Z'),
    next: new Date('2026-12-24T08:00:00Z'),
  });
  await planDue(delivery.ports, PLATFORMS);
  expect(await slots()).toEqual([]);
  await planAll(delivery.ports, PLATFORMS);
  expect(await slots()).toEqual(['2026-11-24 due']);
});

test('a digest whose zone is unknown here is paused, its owner is notified, and no other waits for it', async () => {
  await delivery.subscribe({ zone: 'Europe/Atlantis' });
  await delivery.subscribe({ since: new Date('2026-11-23T12:00:00Z') });
  await planDue(delivery.ports, PLATFORMS);
  const reason = 'the time zone Europe/Atlantis is unknown';
  const paused = (await delivery.ports.subscriptions.list(CHANNEL)).map((each) => each.paused);
  expect(paused).toEqual([reason, null]);
  expect(delivery.poster.told[0]?.text).toBe(
    `Digest 1 (harbours) in chat:W1/C1: ${reason}. The digest is paused.`,
  );
  expect(await slots()).toEqual(['2026-11-24 due']);
});

test('a digest scheduled while the clock was ahead counts from now on', async () => {
  await delivery.subscribe({ since: new Date('2027-11-24T08:00:00Z') });
  await planDue(delivery.ports, PLATFORMS);
  const [subscription] = await delivery.ports.subscriptions.list(CHANNEL);
  expect(subscription?.since).toEqual(NOW);
  expect(subscription?.next).toEqual(new Date('2026-11-25T08:00:00Z'));
});
