import { describe, expect, test } from 'vitest';
import { type DigestWorld, openDigestWorld, SAYS, SETTLE } from '../../fakes/digest-world.ts';

const DOCUMENTS = {
  'news/fares':
    'The ferry to the island will cost ten crowns from May. The harbour council raised the fares.',
};
const ordered = async (given: { deduplicatesFor?: number } = {}): Promise<DigestWorld> => {
  const world = await openDigestWorld({ begins: '2026-11-23T07:30:00Z', documents: DOCUMENTS, ...given });
  await world.say('/digest add ferries at:08:00 zone:UTC days:daily');
  return world;
};
const states = async (world: DigestWorld) =>
  (await world.editions()).map(({ slot, state }) => `${slot} ${state}`);

/** Lets a process sleep right before its next post leaves. */
function asleep({ platform }: DigestWorld, meanwhile: () => Promise<void>): void {
  const { post } = platform;
  let slept = false;
  platform.post = async (request) => {
    if (!slept) {
      slept = true;
      await meanwhile();
    }
    return post(request);
  };
}

describe('an edition', () => {
  test('is posted at its time, once', async () => {
    const world = await ordered();
    await world.tickUntil('2026-11-23T07:59:00Z');
    expect(world.platform.posts).toEqual([]);
    await world.tickUntil('2026-11-23T12:00:00Z');
    expect(world.platform.posts.length).toBe(1);
    expect(await states(world)).toEqual(['2026-11-23 sent']);
  });

  test('is posted by one of two processes', async () => {
    const world = await ordered();
    const other = await world.another();
    world.pass(31 * 60_000);
    await Promise.all([world.delivery.run(), other.delivery.run()]);
    expect(world.platform.posts.length).toBe(1);
  });

  test('in doubt is looked for after a minute, and not sent again where it arrived', async () => {
    const world = await ordered();
    world.platform.script({ accepted: true, posted: SAYS.unknown });
    await world.tickUntil('2026-11-23T08:00:30Z');
    expect(await states(world)).toEqual(['2026-11-23 unknown']);
    await world.tickUntil('2026-11-23T08:05:00Z');
    expect(await states(world)).toEqual(['2026-11-23 sent']);
    expect(world.platform.posts.length).toBe(1);
  });

  test('in doubt is sent again where it did not arrive', async () => {
    const world = await ordered();
    world.platform.script({ accepted: false, posted: SAYS.unknown });
    await world.tickUntil('2026-11-23T08:05:00Z');
    expect(await states(world)).toEqual(['2026-11-23 sent']);
    expect([world.platform.posts.length, world.platform.requests.length]).toEqual([1, 2]);
  });

  test('that arrives late is not sent again: it is looked for only after a minute', async () => {
    const world = await ordered();
    world.platform.script({ accepted: false, posted: SAYS.unknown });
    await world.tickUntil('2026-11-23T08:00:30Z');
    const [edition] = await world.editions();
    expect(edition?.retryAt?.valueOf()).toBeGreaterThanOrEqual((edition?.intentAt?.valueOf() ?? 0) + SETTLE);
  });

  test('in doubt is sent again at once where the platform tells it twice', async () => {
    const world = await ordered({ deduplicatesFor: 60_000 });
    world.platform.script({ accepted: true, posted: SAYS.unknown });
    await world.tickUntil('2026-11-23T08:01:00Z');
    expect(await states(world)).toEqual(['2026-11-23 sent']);
    expect([world.platform.posts.length, world.platform.requests.length]).toEqual([1, 2]);
  });

  test('in doubt that cannot be looked for stays so, and the next digest says it', async () => {
    const world = await ordered();
    world.platform.script({ accepted: false, posted: SAYS.unknown });
    world.platform.scriptLookup({ kind: 'cannot-search', detail: 'no scope', forGood: true });
    await world.tickUntil('2026-11-23T12:00:00Z');
    expect(await states(world)).toEqual(['2026-11-23 unknown']);
    expect(world.reports.join()).toContain('Could not confirm that digest 1');
    await world.tickUntil('2026-11-24T08:05:00Z');
    expect(world.platform.posts.at(-1)?.message.text).toContain(
      'The digest of 23 Nov 2026 may not have arrived',
    );
    await world.arrive('news/new', 'The island ferry stops for repairs in the harbour on Friday 4 December.');
    await world.tickUntil('2026-11-25T08:05:00Z');
    expect(world.platform.posts.at(-1)?.message.text).not.toContain('may not have arrived');
  });

  test('whose sender died with an intent is found out about once the lease is over', async () => {
    const world = await ordered();
    world.platform.script({
      accepted: true,
      posted: SAYS.unknown,
      meanwhile: () => new Promise(() => undefined),
    });
    world.pass(31 * 60_000);
    void world.delivery.run();
    while (world.platform.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const other = await world.another();
    await other.tickUntil('2026-11-23T08:10:00Z');
    expect(await states(world)).toEqual(['2026-11-23 sent']);
    expect(world.platform.posts.length).toBe(1);
  });

  test('is not sent by a process that was asleep until its lease was over', async () => {
    const world = await ordered();
    const other = await world.another();
    asleep(world, async () => {
      world.pass(61_000);
      for (let tick = 0; tick < 4; tick++) await other.tick();
    });
    await world.tickUntil('2026-11-23T08:10:00Z');
    expect(world.platform.posts.length).toBe(1);
    expect(await states(world)).toEqual(['2026-11-23 sent']);
  });

  test('that is too early for the platform waits as long as it says', async () => {
    const world = await ordered();
    world.platform.script({ accepted: false, posted: SAYS.later(300) });
    await world.tickUntil('2026-11-23T08:04:00Z');
    expect(world.platform.requests.length).toBe(1);
    await world.tickUntil('2026-11-23T08:07:00Z');
    expect(await states(world)).toEqual(['2026-11-23 sent']);
  });

  test('whose channel is gone pauses its digest and tells the owner', async () => {
    const world = await ordered();
    world.platform.script({ accepted: false, posted: SAYS.gone });
    await world.tickUntil('2026-11-23T09:00:00Z');
    const [told] = world.platform.told;
    expect(told?.user).toBe('ada');
    expect(told?.text).toMatch(/Digest 1 \(ferries\).*the channel no longer exists.*paused/);
    const list = await world.say('/digest list');
    expect(list.items[0]?.detail).toContain('paused: the channel no longer exists');
    await world.tickUntil('2026-11-25T09:00:00Z');
    expect(world.platform.requests.length).toBe(1);
  });

  test('that a channel refuses three days running pauses its digest', async () => {
    const world = await ordered();
    for (let day = 0; day < 9; day++) world.platform.script({ accepted: false, posted: SAYS.closed });
    await world.tickUntil('2026-11-24T09:00:00Z');
    expect((await world.say('/digest list')).items[0]?.detail).not.toContain('paused');
    await world.tickUntil('2026-11-26T09:00:00Z');
    expect(world.platform.requests.length).toBe(3);
    expect((await world.say('/digest list')).items[0]?.detail).toContain('paused');
    expect(world.platform.told.length).toBe(3);
  });

  test('is asked for once where the token was revoked, and nothing more is sent', async () => {
    const world = await ordered();
    await world.say('/digest add ferries at:08:01 zone:UTC days:daily');
    world.platform.script({ accepted: false, posted: SAYS.stopped });
    await world.tickUntil('2026-11-23T12:00:00Z');
    expect(world.platform.requests.length).toBe(1);
    expect(world.delivery.isStopped('chat')).toBe(true);
  });

  test('is not quoted from a document that was removed while it waited', async () => {
    const world = await ordered();
    world.platform.script({ accepted: false, posted: SAYS.later(600) });
    await world.tickUntil('2026-11-23T08:02:00Z');
    await world.leave('news/fares');
    await world.tickUntil('2026-11-23T09:00:00Z');
    expect(world.platform.posts).toEqual([]);
    expect(await states(world)).toEqual(['2026-11-23 empty']);
  });

  test('opens a conversation in its thread', async () => {
    const world = await ordered();
    await world.tickUntil('2026-11-23T09:00:00Z');
    const [edition] = await world.editions();
    const said = await world.store.conversations.get(world.channel, `thread ${edition?.messageId}`);
    expect(said?.last?.topic).toBe('ferries');
  });
});
