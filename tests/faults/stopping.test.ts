import { expect, test } from 'vitest';
import { until } from './fault-world.ts';
import { jumpToDue, NOTHING, openBoth, started, wrongs } from './one-world.ts';

const CHANNELS = 12; // of each platform: more than are posted to at once
const SLOWEST = 300; // milliseconds

test('a program that is told to end while it posts ends well, and posts the rest after a start', async () => {
  const world = await openBoth(CHANNELS, { slowest: SLOWEST });
  const program = await started(world);
  jumpToDue(world);
  await until(() => world.target.posts().length > 0, 2);
  expect(await program.terminate()).toBe(0); // it ends itself with 1 when it takes nine seconds
  expect(world.target.posts().length).toBeLessThan(2 * CHANNELS);
  await started(world);
  await world.settled(2 * CHANNELS);
  expect(wrongs(world)).toEqual(NOTHING);
}, 180_000);
