import { beforeEach, describe, expect, test } from 'vitest';
import { editionAnswerId } from '../../../src/core/delivery/post-key.ts';
import { jsonReply } from '../../../src/core/replies/json-reply.ts';
import { type DigestWorld, openDigestWorld } from '../../fakes/digest-world.ts';

const VOTED = 'The harbour council approved the new ferry to the island after a debate of many hours.';
const REJECTED = VOTED.replace('approved', 'rejected');

let world: DigestWorld;

beforeEach(async () => {
  world = await openDigestWorld({ begins: '2026-11-23T07:30:00Z', documents: { 'news/vote': VOTED } });
  await world.say('/digest add ferries zone:UTC days:daily');
  await world.tickUntil('2026-11-23T08:05:00Z');
  await world.arrive('news/vote', REJECTED);
  await world.tickUntil('2026-11-24T08:05:00Z');
});

const latest = async () => {
  const [edition] = await world.editions();
  if (!edition) throw new Error('there is no edition');
  return editionAnswerId(edition);
};
const wordingsIn = (items: readonly { id: string; detail: string }[]) =>
  items.filter(({ id }) => id.startsWith('shown ')).map(({ id, detail }) => [id, detail]);

const EARLIER = [['shown 23 Nov 2026, before [1]', `“${VOTED}”`]];

describe('a correction in a digest', () => {
  test('says since when, and quotes what stands now and what stood then', async () => {
    const post = world.platform.posts[1];
    const points = post ? jsonReply(post.message).points : [];
    expect(points).toMatchObject([{ text: REJECTED, label: 'changed since 23 Nov', document: 'news/vote' }]);
    expect(Object.keys(points[0] ?? {})).not.toContain('earlier');
    expect(post?.message.text).toContain(`changed since 23 Nov: “${REJECTED}” [1]`);
    expect(post?.message.text).toContain(`” [1] · was: “${VOTED}”`);
  });

  test('opens the earlier wording with its source', async () => {
    const { items, points } = await world.say(`/sources 1 of ${await latest()}`);
    expect(wordingsIn(items)).toEqual(EARLIER);
    expect(points.map(({ text }) => text)).toEqual([REJECTED]);
  });

  test('opens it with all sources', async () => {
    expect(wordingsIn((await world.say(`/sources all of ${await latest()}`)).items)).toEqual(EARLIER);
    const conversation = `thread of ${await latest()}`;
    const stored = await world.store.answers.get(world.channel, await latest());
    if (stored?.said) {
      const audience = { ...world.channel, user: 'ada', private: false, local: false };
      await world.store.conversations.set(audience, conversation, stored.said, world.now());
    }
    expect(wordingsIn((await world.say('sources', { conversation })).items)).toEqual(EARLIER);
  });

  test('keeps its label when it is opened again', async () => {
    const { points } = await world.say(`/sources ${await latest()}`);
    expect(points.map(({ label }) => label)).toEqual(['changed since 23 Nov']);
  });

  test('shows no earlier wording once its document changes again', async () => {
    const id = await latest();
    await world.arrive(
      'news/vote',
      'The harbour council will debate the new ferry to the island again in May.',
    );
    expect(JSON.stringify(await world.say(`/sources ${id}`))).not.toMatch(/approved|rejected/);
  });

  test('is told once, and again when it is taken back', async () => {
    await world.tickUntil('2026-11-25T08:05:00Z');
    expect(world.platform.posts.length).toBe(2);
    await world.arrive('news/vote', `${VOTED} It was a mistake.`);
    await world.tickUntil('2026-11-26T08:05:00Z');
    expect(world.platform.posts[2]?.message.text).toContain(`changed since 24 Nov: “${VOTED}”`);
  });

  test.each([
    ['the channel is forgotten', (now: DigestWorld) => now.store.upkeep.forget(now.channel)],
    ['it is old', (now: DigestWorld) => now.store.upkeep.prune(new Date('2027-03-01T00:00:00Z'))],
  ])('leaves no wording behind when %s', async (_when, erase) => {
    const id = await latest();
    expect(JSON.stringify(await world.editions())).toContain('approved');
    await erase(world);
    expect(await world.editions()).toEqual([]);
    expect(await world.store.answers.get(world.channel, id)).toBeNull();
  });
});
