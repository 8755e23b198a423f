import { expect, test } from 'vitest';
import { createInFlight } from '../../../src/core/text/in-flight.ts';

/** Work that ends when told to. */
function work() {
  let end = () => {};
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { done, end };
}

test('a stop waits for all work, including work added meanwhile', async () => {
  const inFlight = createInFlight();
  const [first, second] = [work(), work()];
  inFlight.add(first.done);
  let settled = false;
  const settling = inFlight.settle(60_000).then(() => {
    settled = true;
  });
  inFlight.add(second.done);
  first.end();
  await new Promise((resolve) => setImmediate(resolve));
  expect(settled).toBe(false);
  second.end();
  await settling;
});

test('a stop waits no longer than it is told to', async () => {
  const inFlight = createInFlight();
  inFlight.add(work().done);
  await inFlight.settle(1);
});

test('a stop without work waits for nothing', async () => {
  await createInFlight().settle(60_000);
});
