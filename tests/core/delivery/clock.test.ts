import { describe, expect, test } from 'vitest';
import { openDigestWorld } from '../../fakes/digest-world.ts';

const DOCUMENTS = {
  'news/fares': 'The ferry to the island will cost ten crowns. The harbour council raised the fares.',
};

async function ordered(begins = '2026-11-23T07:30:00Z') {
  const world = await openDigestWorld({ begins, documents: DOCUMENTS });
  await world.say('/digest add ferries at:08:00 zone:UTC days:daily when_empty:note');
  return world;
}

describe('the clock', () => {
  test.each([
    '2026-11-23T09:05:00Z',
    '2026-11-23T07:05:00Z',
    '2026-11-24T08:05:00Z',
    '2026-11-22T08:05:00Z',
    '2026-12-23T08:05:00Z',
  ])('set to %s for an hour: each day has one edition', async (jump) => {
    const world = await ordered();
    await world.tickUntil('2026-11-23T08:05:00Z');
    world.setClock(jump);
    for (let minute = 0; minute < 60; minute++) await world.tick();
    world.setClock('2026-11-23T09:10:00Z');
    for (const day of ['24', '25', '26']) {
      world.setClock(`2026-11-${day}T07:50:00Z`);
      await world.tickUntil(`2026-11-${day}T08:30:00Z`);
    }
    const posted = (await world.editions()).filter(({ state }) => state === 'sent').map(({ slot }) => slot);
    expect(posted.filter((slot, at) => posted.indexOf(slot) !== at)).toEqual([]);
    for (const day of ['23', '24', '25', '26']) expect(posted).toContain(`2026-11-${day}`);
    expect(world.platform.posts.length).toBe(posted.length);
  });

  test('a digest ordered while the clock was ahead comes once it is right again', async () => {
    const world = await ordered('2026-12-23T10:00:00Z');
    world.setClock('2026-11-23T10:00:00Z');
    await world.tickUntil('2026-11-24T08:05:00Z');
    expect((await world.editions()).map(({ slot, state }) => `${slot} ${state}`)).toEqual([
      '2026-11-24 sent',
    ]);
  });

  test('an edition that is up to a day late is posted, says so and covers all the time', async () => {
    const world = await ordered();
    await world.tickUntil('2026-11-23T08:05:00Z');
    await world.arrive('news/new', 'The island ferry stops for repairs in the harbour on Friday 4 December.');
    world.setClock('2026-11-26T07:00:00Z');
    await world.tick();
    const text = world.platform.posts.at(-1)?.message.text;
    expect(text).toContain('New since Mon 23 Nov 08:00 (covers 3 days): 1 document');
    expect(text).toContain('Late: this was due Wed 25 Nov 08:00');
    const history = await world.say('/digest history');
    expect(history.items.map(({ title, detail }) => `${title} ${detail}`).join('\n')).toMatch(
      /due Tue 24 Nov 08:00 UTC skipped: more than 24 hours late/,
    );
    expect(world.platform.posts.length).toBe(2);
  });
});
