import { expect, test, vi } from 'vitest';
import { afterReading } from '../../src/app/after-reading.ts';
import type { Delivery } from '../../src/core/delivery/delivery.ts';

test('digests wait until everything is read', async () => {
  let isComplete = false;
  const run = vi.fn(async () => {});
  const post = vi.fn(async () => null);
  const delivery = { run, post, untilNext: async () => 5 } as Partial<Delivery> as Delivery;
  const held = afterReading(delivery, () => isComplete);
  const key = { channel: { platform: 'chat', workspace: 'W', channel: 'C' }, number: 1, slot: '' };
  await held.run();
  expect([await held.post(key), await held.untilNext()]).toEqual([null, null]);
  expect([run.mock.calls, post.mock.calls]).toEqual([[], []]);
  isComplete = true;
  await held.run();
  await held.post(key);
  expect(await held.untilNext()).toBe(5);
  expect([run.mock.calls.length, post.mock.calls.length]).toEqual([1, 1]);
});
