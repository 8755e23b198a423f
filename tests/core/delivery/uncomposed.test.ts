import { expect, test } from 'vitest';
import { type DigestWorld, openDigestWorld } from '../../fakes/digest-world.ts';

const DOCUMENTS = {
  'news/fares':
    'The ferry to the island will cost ten crowns from May. The harbour council raised the fares.',
};

async function ordered(): Promise<DigestWorld> {
  const world = await openDigestWorld({ begins: '2026-11-23T07:30:00Z', documents: DOCUMENTS });
  await world.say('/digest add ferries at:08:00 zone:UTC days:daily');
  return world;
}

/** Makes the store fail so many times while a digest is composed. */
function failing({ store }: DigestWorld, times: number): { readonly asked: number } {
  const { seenAfter: find } = store.firstSights;
  const counted = { asked: 0 };
  const seenAfter = async (at: Date) => {
    counted.asked++;
    if (counted.asked <= times) throw new Error('The connection was cut.');
    return find(at);
  };
  Object.assign(store.firstSights, { seenAfter });
  return counted;
}

test('an edition that the store did not let be composed is posted when it does', async () => {
  const world = await ordered();
  failing(world, 1);
  await world.tickUntil('2026-11-23T08:05:00Z');
  const [edition] = await world.editions();
  expect([edition?.state, edition?.reason, world.platform.posts.length]).toEqual(['sent', null, 1]);
  expect(world.reports).toEqual(['Could not compose a digest.']);
});

test('an edition that cannot be composed is tried less and less often, for a day', async () => {
  const world = await ordered();
  const counted = failing(world, Number.POSITIVE_INFINITY);
  await world.tickUntil('2026-11-23T09:00:00Z');
  expect(counted.asked).toBeLessThan(40);
  world.pass(23 * 3_600_000);
  await world.tick();
  const failed = (await world.editions()).find(({ slot }) => slot === '2026-11-23');
  expect([failed?.state, failed?.reason]).toEqual(['skipped', 'more than 24 hours late']);
  expect(world.platform.posts).toEqual([]);
});
