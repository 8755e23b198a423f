import { beforeEach, describe, expect, test } from 'vitest';
import { addSource } from '../../../src/core/collecting/add-source.ts';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import { type AddingWorld, createAddingWorld } from '../../fakes/adding-world.ts';
import { rss } from '../../fakes/feeds.ts';

const FEED = 'https://gazette.example/feed';
const BY = { platform: 'terminal', workspace: 'local', user: 'local' };
const QUAY = 'news/added/quay-0badcafe.html';

let adding: AddingWorld;

beforeEach(async () => {
  adding = await createAddingWorld();
  await adding.world.ports.writer.write(QUAY, Buffer.from('<p>The quay is old.'));
});

const follow = (given = {}) => {
  const feed = { url: FEED, collection: 'news' as CollectionId, by: BY, ...given };
  return addSource(adding.dossier.store.sources, feed, adding.world.now);
};

describe('a document that was added', () => {
  test('is removed once that is confirmed', async () => {
    const asked = await adding.say('/remove The quay');
    expect(asked).toMatchObject({ note: `Remove “The quay” (${QUAY})?`, confirm: { label: 'Remove' } });
    expect(adding.world.files()).toHaveProperty([QUAY]);
    expect(await adding.press(asked)).toMatchObject({ note: expect.stringContaining(`Removed ${QUAY}.`) });
    expect(adding.world.files()).not.toHaveProperty([QUAY]);
    expect(await adding.say('/status')).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: 'removed' })]),
    });
  });

  test.each([
    ['is the team’s own', '/remove news/about', 'not-added'],
    ['may not be read there', '/remove secret/plan', 'unknown-document'],
    ['is unknown', '/remove 12345678', 'unknown-document'],
  ])('is left where it %s', async (_, line, code) => {
    expect(await adding.say(`${line} confirm:yes`)).toMatchObject({ problem: { code } });
  });

  test('is left by whoever is no manager', async () => {
    const reply = await adding.say('/remove The quay confirm:yes', { manager: false });
    expect(reply).toMatchObject({ problem: { code: 'not-allowed' } });
    expect(adding.world.files()).toHaveProperty([QUAY]);
  });
});

test('what a feed brought does not come again, not even when it is edited', async () => {
  const { world, dossier } = adding;
  const item = (description: string) =>
    rss([{ id: '1', title: 'A', description, date: '01 May 2024 10:00:00 GMT' }]);
  await follow();
  world.web[FEED] = item('The quay is old.');
  await world.look();
  const [source] = await dossier.store.sources.list();
  const { bringerOf, removeDocument } = await import('../../../src/core/collecting/remove-document.ts');
  const [path = ''] = Object.keys(world.documents());
  const ports = { writer: world.ports.writer, sources: dossier.store.sources };
  const bringer = await bringerOf(ports, path);
  expect(bringer?.source.id).toBe(source?.id);
  await removeDocument(ports, path, bringer);
  world.web[FEED] = item('The quay is new.');
  expect(await world.look()).toMatchObject({ kind: 'looked', items: 0 });
  expect(world.documents()).toEqual({});
});

describe('a feed', () => {
  test('is followed no longer once that is confirmed', async () => {
    await follow();
    const asked = await adding.say(`/remove ${FEED}`);
    expect(asked).toMatchObject({ note: `Stop following ${FEED} in news? Its documents stay.` });
    await adding.press(asked);
    expect(await adding.dossier.store.sources.list()).toEqual([]);
  });

  test('that feeds.yaml names is taken out there', async () => {
    await follow({ by: null });
    expect(await adding.say(`/remove ${FEED} confirm:yes`)).toMatchObject({
      note: `${FEED} stands in news/feeds.yaml. Take it out there.`,
    });
  });

  test('of a hidden collection is not known', async () => {
    await follow({ collection: 'secret' });
    expect(await adding.say(`/remove ${FEED} confirm:yes`)).toMatchObject({
      problem: { code: 'unknown-document' },
    });
  });
});
