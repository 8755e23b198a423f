import { beforeEach, describe, expect, test } from 'vitest';
import { createDelivery, type Delivery } from '../../../src/core/delivery/delivery.ts';
import { CHANNEL, MINUTE, NOW, openDelivery, type TestDelivery } from '../../fakes/delivery-ports.ts';
import { createRecordingPoster } from '../../fakes/poster.ts';

const YESTERDAY = new Date('2026-11-23T12:00:00Z');

let world: TestDelivery;
let delivery: Delivery;

beforeEach(async () => {
  world = await openDelivery();
  delivery = createDelivery(world.ports);
});

const talk = () => createRecordingPoster({ platform: 'talk', deduplicatesFor: 0 });

describe('a run', () => {
  test('plans what is due and posts it', async () => {
    await world.subscribe({ since: YESTERDAY });
    await delivery.run();
    expect(world.poster.posts.map(({ channel }) => channel)).toEqual([CHANNEL]);
    expect(await delivery.untilNext()).toBeNull();
  });

  test('plans every digest anew the first time', async () => {
    await world.subscribe({ since: YESTERDAY, next: new Date('2026-12-24T08:00:00Z') });
    await delivery.run();
    expect(world.poster.posts).toHaveLength(1);
  });

  test('of one platform does not wait for another', async () => {
    const other = talk();
    delivery = createDelivery({ ...world.ports, posters: [world.poster, other] });
    await world.subscribe({ since: YESTERDAY });
    await world.subscribe({ since: YESTERDAY, channel: { ...CHANNEL, platform: 'talk' } });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const posted: Promise<void> = new Promise((resolve) => {
      const { post } = other;
      other.post = (request) => post(request).finally(resolve);
    });
    world.poster.script({
      ...{ accepted: true, posted: { kind: 'unknown', detail: 'slow' } },
      meanwhile: () => held,
    });
    const running = delivery.run();
    await posted;
    release();
    await running;
    expect(other.posts).toHaveLength(1);
  });

  test('says how long nothing can be done', async () => {
    await world.subscribe({ since: YESTERDAY });
    world.poster.script({ accepted: true, posted: { kind: 'unknown', detail: 'cut off' } });
    await delivery.run();
    expect(await delivery.untilNext()).toBe(MINUTE);
  });

  test('starts nothing once delivery was stopped', async () => {
    await world.subscribe({ since: YESTERDAY });
    await delivery.stop(0);
    await delivery.run();
    expect(await world.ports.editions.list(CHANNEL, { limit: 1 })).toEqual([]);
  });
});

describe('one edition', () => {
  const add = async () => {
    await world.subscribe();
    const key = { channel: CHANNEL, number: 1, slot: NOW.toISOString() };
    await world.ports.editions.add(key, NOW);
    return key;
  };

  test('is posted at once by the poster of its platform', async () => {
    expect((await delivery.post(await add()))?.state).toBe('sent');
    expect(world.poster.posts).toHaveLength(1);
  });

  test('is posted by another poster if one is given', async () => {
    const other = talk();
    expect((await delivery.post(await add(), other))?.state).toBe('sent');
    expect([world.poster.posts.length, other.posts.length]).toEqual([0, 1]);
  });

  test('is left to another process if this one has no poster for its platform', async () => {
    const key = await add();
    expect(await createDelivery({ ...world.ports, posters: [] }).post(key)).toBeNull();
    expect((await world.edition(key))?.state).toBe('due');
  });
});

test('a platform that rejected the token is stopped, another is not', async () => {
  await world.subscribe({ since: YESTERDAY });
  world.poster.script({ accepted: false, posted: { kind: 'stopped', detail: 'revoked' } });
  await delivery.run();
  expect([delivery.platforms, delivery.isStopped('chat'), delivery.isStopped('talk')]).toEqual([
    ['chat'],
    true,
    false,
  ]);
});
