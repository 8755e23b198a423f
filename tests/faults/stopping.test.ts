import { expect, test } from 'vitest';
import { until } from './fault-world.ts';
import { jumpToDue, NOTHING, openBoth, started, wrongs } from './one-world.ts';

const CHANNELS = 12; // of each platform
const AT_ONCE = 8; // posts to a platform, so that no other leaves while these are under way
const trouble = { kind: 'delay', milliseconds: 3000, whenClientIsGone: 'drop' } as const;

test('a program that is told to end while it posts ends well, and posts the rest after a start', async () => {
  const world = await openBoth(CHANNELS);
  const { discord, slack, posts } = world.target;
  discord.fault({ method: 'POST', path: /^\/channels\/\d+\/messages$/, times: AT_ONCE, trouble });
  slack.fault({ method: 'chat.postMessage', times: AT_ONCE, trouble });
  const program = await started(world);
  jumpToDue(world);
  await until(() => slack.requests.some(({ method }) => method === 'chat.postMessage'), { every: 2 });
  expect(await program.terminate()).toBe(0); // it ends itself with 1 when it takes nine seconds
  expect(posts().length).toBeGreaterThan(0); // what had left was waited for
  expect(posts().length).toBeLessThan(2 * CHANNELS);
  await started(world);
  await world.settled(2 * CHANNELS);
  expect(wrongs(world)).toEqual(NOTHING);
}, 180_000);
