import { beforeEach, describe, expect, test } from 'vitest';
import { createOutboxWorker, type OutboxWorker } from '../../../src/core/delivery/outbox-worker.ts';
import { createThrottle } from '../../../src/core/delivery/throttle.ts';
import {
  CHANNEL,
  MESSAGE,
  MINUTE,
  NOW,
  openDelivery,
  type TestDelivery,
} from '../../fakes/delivery-ports.ts';

const later = (seconds: number, everywhere: boolean) =>
  ({ kind: 'later', seconds, everywhere, detail: 'too many' }) as const;

let delivery: TestDelivery;
let worker: OutboxWorker;

beforeEach(async () => {
  delivery = await openDelivery();
  const { ports, poster } = delivery;
  worker = createOutboxWorker(ports, poster, createThrottle(ports));
});

/** Makes editions due, each of a digest of its own; if asked, each in a channel of its own. */
async function makeDue(count: number, channelOf = (_: number) => CHANNEL): Promise<void> {
  const { outbox } = delivery.ports;
  for (let nth = 0; nth < count; nth++) {
    const subscription = await delivery.subscribe({ channel: channelOf(nth) });
    const plan = { due: [{ slot: '2026-11-24', due: NOW }], skipped: [], next: NOW };
    await outbox.plan([{ subscription, plan }], NOW);
  }
}

const states = async () =>
  (await delivery.ports.editions.list(CHANNEL, { limit: 999 })).map(({ state }) => state);

describe('a worker', () => {
  test('posts everything that is due, more than it looks up at once too', async () => {
    await makeDue(201, (nth) => ({ ...CHANNEL, channel: `C${nth}` }));
    await worker.drain();
    expect(delivery.poster.posts).toHaveLength(201);
    expect(await worker.untilNext()).toBeNull();
  });

  test('says when the next edition can be claimed', async () => {
    await makeDue(1);
    delivery.poster.script({ accepted: false, posted: later(120, false) });
    await worker.drain();
    expect(await worker.untilNext()).toBe(120_000);
  });

  test('sends nothing while the platform makes all channels wait', async () => {
    await makeDue(9);
    delivery.poster.script({ accepted: false, posted: later(120, true) });
    await worker.drain();
    const { length } = delivery.poster.requests;
    await worker.drain();
    expect(delivery.poster.requests).toHaveLength(length);
    expect(await worker.untilNext()).toBeGreaterThan(60_000);
  });

  test('sends nothing once it is stopped', async () => {
    await makeDue(3);
    worker.stop();
    await worker.drain();
    expect(await states()).toEqual(['due', 'due', 'due']);
  });

  test('skips what has become too late on a platform that rejected the token', async () => {
    await makeDue(1);
    delivery.poster.script({ accepted: false, posted: { kind: 'stopped', detail: 'revoked' } });
    await worker.drain();
    expect(await states()).toEqual(['due']);
    delivery.pass(24 * 60 * MINUTE + 1);
    await worker.drain();
    expect(await states()).toEqual(['skipped']);
    expect(delivery.poster.requests).toHaveLength(1);
  });

  test('looks once more if it is called while it works', async () => {
    await makeDue(1);
    let again: Promise<void> | undefined;
    delivery.compose = async () => {
      delivery.compose = async () => MESSAGE;
      await makeDue(1);
      again = worker.drain();
      return MESSAGE;
    };
    const first = worker.drain();
    await first;
    expect(again).toBe(first);
    expect(await states()).toEqual(['sent', 'sent']);
  });
});
