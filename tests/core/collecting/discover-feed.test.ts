import { describe, expect, test } from 'vitest';
import { addSource } from '../../../src/core/collecting/add-source.ts';
import { discoverFeed } from '../../../src/core/collecting/discover-feed.ts';
import { FetchFailure } from '../../../src/core/collecting/fetcher.ts';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import { createWorld } from '../../fakes/collecting-world.ts';
import { rss } from '../../fakes/feeds.ts';

const SITE = 'https://gazette.example';
const items = Array.from({ length: 7 }, (_, n) => ({
  ...{ id: `${n}`, title: `Number ${n}`, description: 'Something happened.' },
  date: `0${n + 1} May 2024 10:00:00 GMT`,
}));
const PAGE = '<html><head><link rel="alternate" type="application/rss+xml" href="/news.xml"></head></html>';

async function find(web: Record<string, never | string | object>, address = SITE) {
  const world = await createWorld();
  Object.assign(world.web, web);
  const found = await discoverFeed(world.ports, address).catch((error) => error);
  return { found, asked: world.asked.map(({ address: at }) => at) };
}

describe('a feed is found', () => {
  test('where it is, with its title, its latest five items and how often something comes', async () => {
    const { found, asked } = await find({ [`${SITE}/feed`]: rss(items) }, `${SITE}/feed`);
    expect(found).toMatchObject({ address: `${SITE}/feed`, title: 'Harbour Gazette', gap: 86_400_000 });
    expect(found.latest.map(({ title }: { title: string }) => title)).toEqual(
      [6, 5, 4, 3, 2].map((n) => `Number ${n}`),
    );
    expect(asked).toEqual([`${SITE}/feed`]);
  });

  test.each([
    ['where its page says', { [SITE]: PAGE, [`${SITE}/news.xml`]: rss(items) }, `${SITE}/news.xml`],
    [
      'where feeds usually are',
      { [SITE]: '<p>A page', [`${SITE}/atom.xml`]: rss(items) },
      `${SITE}/atom.xml`,
    ],
    ['beside a page that is not there', { [`${SITE}/feed`]: rss(items) }, `${SITE}/feed`],
    [
      'by the address that it has for good',
      { [SITE]: { bytes: Buffer.from(rss(items)), permanent: 'https://new.example/' } },
      'https://new.example/',
    ],
    [
      'past one that fails',
      {
        [SITE]: '<p>',
        [`${SITE}/feed`]: new FetchFailure('breaks off', 'unreachable'),
        [`${SITE}/rss.xml`]: rss(items),
      },
      `${SITE}/rss.xml`,
    ],
  ])('%s', async (_, web, address) => {
    expect((await find(web)).found).toMatchObject({ address });
  });

  test('without a scheme, over https', async () => {
    expect(
      (await find({ 'https://gazette.example/feed': rss(items) }, 'gazette.example/feed')).found,
    ).toMatchObject({ address: `${SITE}/feed` });
  });
});

describe('no feed is found', () => {
  test('where there is none, which is said after a few requests', async () => {
    const { found, asked } = await find({ [SITE]: '<p>A page' });
    expect(found).toMatchObject({
      code: 'no-feed',
      message: `There is no feed at ${SITE}. Give the address of the feed itself, if there is one.`,
    });
    expect(asked.length).toBeLessThanOrEqual(7);
  });

  test('where the address cannot be asked', async () => {
    const { found } = await find({ [SITE]: new FetchFailure('is not on the public internet', 'refused') });
    expect(found).toMatchObject({
      code: 'no-answer',
      message: `${SITE} is not on the public internet. Check the address.`,
    });
  });
});

test('a feed that somebody adds is followed once, and due at once', async () => {
  const world = await createWorld({ over: { named: async () => [] } });
  const by = { platform: 'chat', workspace: 'W1', user: 'ada' };
  const feed = { url: `${SITE}/feed`, collection: 'news' as CollectionId, by, title: 'Ours' };
  const { sources } = world.ports;
  expect([await addSource(sources, feed, world.now), await addSource(sources, feed, world.now)]).toEqual([
    true,
    false,
  ]);
  expect(await sources.list()).toMatchObject([
    { url: `${SITE}/feed`, by, title: 'Ours', full: 'auto', next: world.now },
  ]);
});
