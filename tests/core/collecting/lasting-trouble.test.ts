import { describe, expect, test } from 'vitest';
import { createCollecting } from '../../../src/core/collecting/collecting.ts';
import { FetchFailure } from '../../../src/core/collecting/fetcher.ts';
import { describeLasting } from '../../../src/core/collecting/lasting-trouble.ts';
import type { FollowedSource } from '../../../src/core/collecting/source.ts';
import { createWorld, FEED } from '../../fakes/collecting-world.ts';
import { article, rss } from '../../fakes/feeds.ts';

const HOUR = 3_600_000; // milliseconds

async function createTroubledWorld() {
  const told: FollowedSource[] = [];
  const world = await createWorld({ over: { tell: async (source) => void told.push(source) } });
  const lookEvery = async (hours: number, times: number) => {
    for (let look = 0; look < times; look++) {
      await world.look();
      world.now = new Date(world.now.valueOf() + hours * HOUR);
    }
  };
  return Object.assign(world, { told, lookEvery });
}

describe('a source that keeps failing', () => {
  test('is told of once, after a week', async () => {
    const world = await createTroubledWorld();
    await world.lookEvery(24, 7);
    expect(world.told).toEqual([]);
    await world.lookEvery(24, 3);
    expect(world.told.map(({ problem }) => problem)).toEqual(['is not there (status 404)']);
  });

  test('is told of when it is given up before that, and not again', async () => {
    const world = await createTroubledWorld();
    await world.lookEvery(1, 9);
    expect(world.told).toEqual([]);
    await world.lookEvery(200, 3);
    expect(world.told.map(({ next, failures }) => [next, failures])).toEqual([[null, 10]]);
  });

  test('is told of at once when it is gone for good', async () => {
    const world = await createTroubledWorld();
    world.web[FEED] = { status: 410 };
    await world.lookEvery(1, 2);
    expect(world.told).toHaveLength(1);
  });

  test('is told of again only after it was well', async () => {
    const world = await createTroubledWorld();
    await world.lookEvery(24, 9);
    world.web[FEED] = rss([{ id: 'f1', title: 'Fares', content: article('Fares rise.') }]);
    await world.lookEvery(24, 1);
    world.web[FEED] = new FetchFailure('cannot be reached', 'unreachable');
    await world.lookEvery(24, 9);
    expect(world.told).toHaveLength(2);
  });

  test('is told of once by several instances, one of them started anew', async () => {
    const world = await createTroubledWorld();
    await world.lookEvery(24, 6);
    for (let day = 0; day < 4; day++) {
      const [source] = await world.ports.sources.list();
      const instances = [createCollecting(world.ports), createCollecting(world.ports)];
      if (source) await Promise.all(instances.map((each) => each.lookAt(source)));
      world.now = new Date(world.now.valueOf() + 24 * HOUR);
    }
    expect(world.told).toHaveLength(1);
  });

  test('is described in sentences', async () => {
    const world = await createTroubledWorld();
    await world.lookEvery(24, 8);
    expect(world.told.map(describeLasting)).toEqual([
      `${FEED}, which the collection news follows, has failed since 6 May 2024: it is not there (status 404). Dossier keeps trying.`,
    ]);
  });
});
