import { expect, test } from 'vitest';
import { openDigestWorld } from '../../fakes/digest-world.ts';

const FARES = 'The ferry to the island will cost ten crowns from May. The harbour council raised the fares.';
const RISE = 'The island ferry raises its fares again: the harbour council wants twelve crowns from July.';

async function ordered(channels: readonly string[]) {
  const world = await openDigestWorld({ begins: '2026-11-23T07:30:00Z', documents: { 'news/fares': FARES } });
  const searches = { count: 0 };
  const { search } = world.index;
  world.index.search = (...given) => {
    searches.count++;
    return search.apply(world.index, given);
  };
  for (const channel of channels)
    await world.say('/digest add ferries at:08:00 zone:UTC days:daily', {
      channel: { ...world.channel, channel },
    });
  searches.count = 0;
  return { world, searches };
}

const CHANNELS = ['C1', 'C2', 'C3', 'C4'];

test('what a topic finds is looked up once for all channels whose digests come at once', async () => {
  const alone = await ordered(['C1']);
  await alone.world.tickUntil('2026-11-23T08:01:00Z');
  const { world, searches } = await ordered(CHANNELS);
  await world.tickUntil('2026-11-23T08:01:00Z');
  expect(world.platform.posts.map(({ channel }) => channel.channel).sort()).toEqual(CHANNELS);
  expect(searches.count).toBe(alone.searches.count);
});

test('what comes in between two digests is in the second', async () => {
  const { world } = await ordered(['C1']);
  const shown = async () => (await world.say('/digest preview 1')).points.map(({ document }) => document);
  expect(await shown()).not.toContain('news/rise');
  await world.arrive('news/rise', RISE);
  expect(await shown()).toContain('news/rise');
});
