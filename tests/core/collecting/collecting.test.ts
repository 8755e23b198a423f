import { describe, expect, test } from 'vitest';
import { createCollecting } from '../../../src/core/collecting/collecting.ts';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import { type NamedFeed, settingsOf } from '../../../src/core/library/sources/feeds-file.ts';
import { createWorld, FEED } from '../../fakes/collecting-world.ts';
import { eventually } from '../../fakes/eventually.ts';
import { article, rss } from '../../fakes/feeds.ts';

const ITEM = { id: 'f1', title: 'Ferry fares rise', content: article('Fares rise by a tenth.') };
const named = (url: string, of: Partial<NamedFeed> = {}) => ({
  ...settingsOf({ url }),
  collection: 'news' as CollectionId,
  ...of,
});

describe('what the corpus names', () => {
  test('is followed, looked at once it is due, and not again before', async () => {
    const world = await createWorld();
    world.web[FEED] = rss([ITEM]);
    for (const _ of [1, 2]) await world.collecting.run();
    await eventually(() => expect(Object.keys(world.documents())).toHaveLength(1));
    await world.collecting.run();
    expect(world.asked).toHaveLength(1);
    await eventually(async () =>
      expect((await world.ports.sources.list())[0]?.next?.valueOf()).toBeGreaterThan(world.now.valueOf()),
    );
    world.now = new Date(world.now.valueOf() + 86_400_000);
    await world.collecting.run();
    await eventually(() => expect(world.asked).toHaveLength(2));
  });

  test('is followed no longer when it is named no longer; what it brought stays', async () => {
    let feeds = [named(FEED), named('https://other.example/feed')];
    const world = await createWorld({ over: { named: async () => feeds } });
    world.web[FEED] = rss([ITEM]);
    await world.collecting.run();
    await eventually(() => expect(Object.keys(world.documents())).toHaveLength(1));
    feeds = [named('https://other.example/feed', { title: 'Other' })];
    await world.collecting.run();
    expect((await world.ports.sources.list()).map(({ url, title }) => [url, title])).toEqual([
      ['https://other.example/feed', 'Other'],
    ]);
    expect(Object.keys(world.documents())).toHaveLength(1);
  });

  test('leaves alone what people added', async () => {
    const world = await createWorld({ over: { named: async () => [] } });
    const by = { platform: 'chat', workspace: 'W1', user: 'ada' };
    await world.ports.sources.put({ ...named(FEED), id: 'x', by }, world.now);
    await world.collecting.run();
    expect(await world.ports.sources.list()).toHaveLength(1);
  });
});

describe('several instances', () => {
  test('look at each source once', async () => {
    const feeds = Array.from({ length: 30 }, (_, n) => named(`https://gazette.example/${n}`));
    const world = await createWorld({ over: { named: async () => feeds } });
    for (const [n, { url }] of feeds.entries()) world.web[url] = rss([{ ...ITEM, id: `${n}` }]);
    const other = createCollecting(world.ports);
    await Promise.all([world.collecting.run(), other.run(), world.collecting.run(), other.run()]);
    await eventually(() => expect(Object.keys(world.documents())).toHaveLength(30));
    await Promise.all([world.collecting.stop(1000), other.stop(1000)]);
    expect(world.asked.map(({ address }) => address).sort()).toEqual(feeds.map(({ url }) => url).sort());
  });

  test('leave to one what it holds, until its lease has ended', async () => {
    const world = await createWorld();
    world.web[FEED] = rss([ITEM]);
    await world.ports.sources.put({ ...named(FEED), id: 'x', by: null }, world.now);
    const lease = new Date(world.now.valueOf() + 600_000);
    await world.ports.sources.claim({ now: world.now, lease });
    expect(await world.look()).toBeNull();
    world.now = lease;
    expect(await world.look()).toMatchObject({ items: 1 });
  });
});

describe('the end', () => {
  test('gives back what is under way, to be looked at anew', async () => {
    const world = await createWorld({
      over: {
        fetcher: {
          get: (_, options) =>
            new Promise((_resolve, reject) =>
              options?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
            ),
        },
      },
    });
    await world.collecting.run();
    await world.collecting.stop(5000);
    const lease = new Date(world.now.valueOf() + 1000);
    expect(await world.ports.sources.claim({ now: world.now, lease })).toMatchObject({
      url: FEED,
      failures: 0,
    });
    expect(world.errors).toEqual([]);
  });

  test('comes in time, whatever does not end', async () => {
    const world = await createWorld({ over: { fetcher: { get: () => new Promise(() => undefined) } } });
    await world.collecting.run();
    await world.collecting.stop(20);
  });
});

test('a defect is reported, and the others are looked at', async () => {
  const feeds = [named(FEED), named('https://gazette.example/other')];
  const world = await createWorld({ over: { named: async () => feeds } });
  world.web['https://gazette.example/other'] = rss([ITEM]);
  const { get } = world.ports.fetcher;
  Object.assign(world.ports.fetcher, {
    get: (address: string) => (address === FEED ? Promise.reject(new Error('a defect')) : get(address)),
  });
  await world.collecting.run();
  await eventually(() => expect(Object.keys(world.documents())).toHaveLength(1));
  await eventually(() =>
    expect(world.errors.map(({ message }) => message)).toEqual([`Could not look at ${FEED}.`]),
  );
});
