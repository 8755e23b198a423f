import { expect, test } from 'vitest';
import { createTopicSearch } from '../../../src/core/news/topic-search.ts';
import { openRetriever } from '../../fakes/candidates.ts';
import { openDigestWorld } from '../../fakes/digest-world.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { FERRY_TOPIC } from '../../fakes/ferry-texts.ts';
import { LOCAL } from '../../fakes/local-chat.ts';

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

const open = () => openRetriever(createContents([createDocument('news/fares', { text: FARES })]));

test('what a topic finds is kept for two seconds', async () => {
  const { retriever, library } = await open();
  let now = 0;
  const search = createTopicSearch({ retriever, library, elapsed: () => now });
  const first = await search(LOCAL, FERRY_TOPIC);
  now = 1999;
  expect(await search(LOCAL, FERRY_TOPIC)).toBe(first);
  now = 2000;
  expect(await search(LOCAL, FERRY_TOPIC)).not.toBe(first);
});

test('topics and audiences with other collections share nothing', async () => {
  const { retriever, library } = await open();
  const search = createTopicSearch({ retriever, library, elapsed: () => 0 });
  const first = await search(LOCAL, FERRY_TOPIC);
  expect(await search(LOCAL, { ...FERRY_TOPIC, query: 'harbour council' })).not.toBe(first);
  expect(await search(LOCAL, { ...FERRY_TOPIC, collections: [] })).not.toBe(first);
  expect(await search({ ...LOCAL, user: 'ada' }, FERRY_TOPIC)).toBe(first);
});

test('a search that failed is made again', async () => {
  const { retriever, library } = await open();
  let failures = 1;
  const failing = {
    ...retriever,
    tokenizer: () => (failures-- > 0 ? Promise.reject(new Error('no connection')) : retriever.tokenizer()),
  };
  const search = createTopicSearch({ retriever: failing, library, elapsed: () => 0 });
  await expect(search(LOCAL, FERRY_TOPIC)).rejects.toThrow('no connection');
  expect((await search(LOCAL, FERRY_TOPIC)).hits.hits).not.toEqual([]);
});
